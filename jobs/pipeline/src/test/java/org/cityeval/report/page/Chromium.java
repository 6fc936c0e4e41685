package org.cityeval.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Chromium of this machine: it shows a page as a reader's browser does, and acts on it. */
final class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CONSOLE = Pattern.compile("CONSOLE[:(]\\d+[)\\]]+ .*");

  /** The page stands in a frame: a window is never as narrow as a phone. */
  private static final String BESIDE =
      """
      <!DOCTYPE html><meta charset="utf-8">
      <iframe id="frame" style="border:0" width="%d" height="900" src="page.html%s"></iframe>
      <pre id="said"></pre>
      <script src="axe.js"></script>
      <script>
      const frame = document.getElementById('frame');
      const pause = (time) => new Promise((done) => setTimeout(done, time));
      const settled = async () => {
        await pause(300);
        for (let i = 0; i < 50 && frame.contentDocument.documentElement.hasAttribute('data-waiting'); i++) await pause(100);
      };
      // Timers run on a clock that jumps; what a browser makes beside them takes its own time.
      const made = (isThere) => new Promise((done) => {
        let left = 500;
        const again = () => {
          if (isThere() || left-- === 0) { done(); return; }
          const ask = new XMLHttpRequest();
          ask.onloadend = again;
          ask.open('GET', 'axe.js');
          ask.send();
        };
        again();
      });
      frame.addEventListener('load', async () => {
        await settled();
        const page = frame.contentWindow;
        const find = (selector) => page.document.querySelector(selector);
        let said;
        try {
          said = await (async () => { %s })();
        } catch (failure) {
          said = { failure: String(failure) };
        }
        document.getElementById('said').textContent = encodeURIComponent(JSON.stringify(said));
      }, { once: true });
      </script>
      """;

  private final Path folder;

  /**
   * @param folder an empty folder for the pages
   */
  Chromium(Path folder) {
    this.folder = folder;
  }

  static boolean isPresent() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * What a reader's acts lead to.
   *
   * @param said what the script returned
   * @param console what the browser wrote to its console, errors of scripts among it
   */
  record Visit(JsonNode said, List<String> console) {}

  /**
   * @param page a whole HTML page
   * @param fragment its address from {@code #} on, or nothing
   * @param width pixels
   * @param script the body of an asynchronous function that may use {@code page}, {@code find},
   *     {@code settled}, {@code made} and {@code axe}; what it returns becomes JSON
   */
  Visit visit(String page, String fragment, int width, String script)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("page.html"), page);
    Path beside = folder.resolve("beside.html");
    Files.writeString(beside, BESIDE.formatted(width, fragment, script));
    try (InputStream axe = Chromium.class.getResourceAsStream(AXE)) {
      String source = new String(axe.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          folder.resolve("axe.js"),
          "const axe = { source: " + JSON.writeValueAsString(source) + " };");
    }
    Path dump = folder.resolve("dump.html");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--allow-file-access-from-files",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1500,1000",
                "--virtual-time-budget=20000",
                "--dump-dom",
                beside.toUri().toString())
            .redirectOutput(dump.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("Chromium did not end within two minutes.");
    }
    String written = Files.readString(dump, StandardCharsets.UTF_8);
    int from = written.indexOf("<pre id=\"said\">") + "<pre id=\"said\">".length();
    String said = written.substring(from, written.indexOf("</pre>", from));
    try (Stream<String> lines = Files.lines(log)) {
      List<String> console = lines.filter(line -> CONSOLE.matcher(line).find()).toList();
      return new Visit(JSON.readTree(URLDecoder.decode(said, StandardCharsets.UTF_8)), console);
    }
  }
}
