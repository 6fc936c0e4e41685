package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Chromium of this machine: it shows a page as a reader's browser does, and acts on it. One
 * browser serves all tests of a process, with a tab for each visit.
 */
final class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HEIGHT = 900;
  private static final int SLOWED = 4;

  /** What each script may use. */
  private static final String BESIDE =
      """
      (async () => {
        const page = window, pause = (time) => new Promise((done) => setTimeout(done, time));
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
        // Two frames show the page what is on the screen; then it draws, which may bring more onto it.
        const settled = async () => {
          for (let calm = 0; calm < 3; calm++) {
            await frame();
            if (document.documentElement.hasAttribute('data-waiting')) { calm = -1; await pause(20); }
          }
        };
        const made = async (isThere) => { for (let i = 0; i < 500 && !isThere(); i++) await pause(10); };
        // What stands in a closed fold is looked at as a reader does it: by opening the fold.
        const find = (selector) => {
          const found = document.querySelector(selector), fold = found && found.closest('details:not([open])');
          if (fold && !found.matches('summary')) fold.querySelector('summary').click();
          return found;
        };
        // What is far from the screen is drawn when a reader comes near.
        const reach = async (selector) => { find(selector).scrollIntoView(); await settled(); return find(selector); };
        try {
          if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done));
          await settled();
          return JSON.stringify(await (async () => { %s })());
        } catch (failure) {
          return JSON.stringify({ failure: String(failure) });
        }
      })()
      """;

  private static DevTools browser;

  private final Path folder;
  private boolean isSlowed;
  private boolean isWithoutScripts;

  /**
   * @param folder an empty folder for the pages
   */
  Chromium(Path folder) {
    this.folder = folder;
  }

  static boolean isPresent() {
    return Files.isExecutable(PROGRAM);
  }

  /** From here on the processor runs at a quarter of its speed, as a phone's does. */
  Chromium slowed() {
    isSlowed = true;
    return this;
  }

  /** From here on no script of a page runs. */
  Chromium withoutScripts() {
    isWithoutScripts = true;
    return this;
  }

  /**
   * What a reader's acts lead to.
   *
   * @param said what the script returned
   * @param console what the page wrote to the console, and its uncaught errors
   */
  record Visit(JsonNode said, List<String> console) {
    /** What the script returned, on a page that complained of nothing. */
    JsonNode answer() {
      assertThat(console).isEmpty();
      assertThat(said.path("failure").isMissingNode()).as("%s", said).isTrue();
      return said;
    }

    /** The texts of a list that a script returned. */
    static List<String> texts(JsonNode list) {
      List<String> texts = new ArrayList<>();
      list.forEach(text -> texts.add(text.asText()));
      return texts;
    }
  }

  /**
   * @param page a whole HTML page
   * @param fragment its address from {@code #} on, or nothing
   * @param width pixels
   * @param script the body of an asynchronous function that may use {@code page}, {@code find},
   *     {@code reach}, {@code settled}, {@code made}, {@code pause} and {@code axe}; what it
   *     returns becomes JSON
   */
  Visit visit(String page, String fragment, int width, String script)
      throws IOException, InterruptedException {
    try (BrowserTab tab = open(page, fragment, width)) {
      return new Visit(tab.look(BESIDE.formatted(script(script))), tab.console());
    }
  }

  /**
   * A tab that shows a page, for what a script cannot do: press keys, print, do without scripts.
   *
   * @param page a whole HTML page
   * @param fragment its address from {@code #} on, or nothing
   * @param width pixels
   */
  BrowserTab open(String page, String fragment, int width)
      throws IOException, InterruptedException {
    BrowserTab tab = new BrowserTab(browser(), width, HEIGHT);
    if (isSlowed) {
      tab.call("Emulation.setCPUThrottlingRate", DevTools.parameters().put("rate", SLOWED));
    }
    if (isWithoutScripts) {
      tab.call("Emulation.setScriptExecutionDisabled", DevTools.parameters().put("value", true));
    }
    Path file = folder.resolve("page.html");
    Files.writeString(file, page);
    tab.call("Page.navigate", DevTools.parameters().put("url", file.toUri() + fragment));
    return tab;
  }

  private static String script(String script) throws IOException {
    if (!script.contains("axe")) {
      return script;
    }
    try (InputStream axe = Chromium.class.getResourceAsStream(AXE)) {
      String source = new String(axe.readAllBytes(), StandardCharsets.UTF_8);
      return "const axe = { source: " + JSON.writeValueAsString(source) + " };\n" + script;
    }
  }

  private static synchronized DevTools browser() throws IOException, InterruptedException {
    if (browser != null) {
      return browser;
    }
    Path profile = Files.createTempDirectory("chromium");
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, profile)));
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < 600 && !(Files.exists(port) && Files.readAllLines(port).size() > 1); i++) {
      if (!process.isAlive()) {
        throw new IOException("Chromium ended with " + process.exitValue() + ".");
      }
      Thread.sleep(100);
    }
    List<String> lines = Files.readAllLines(port);
    browser = new DevTools("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    return browser;
  }

  private static void end(Process process, Path profile) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException kept) {
      // A folder for temporary files may keep it.
    }
  }
}
