package org.cityeval.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab of a browser, and what a reader can do in it beside reading. */
final class BrowserTab implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a page hears of a key beside its name: its code, and what it types. */
  private record Key(int code, String text) {}

  private static final Map<String, Key> KEYS =
      Map.of(
          "Tab", new Key(9, null),
          "Enter", new Key(13, "\r"),
          "Escape", new Key(27, null),
          "ArrowRight", new Key(39, null),
          "ArrowDown", new Key(40, null));

  private final DevTools browser;
  private final String target;
  private final String session;
  private final List<String> console = new CopyOnWriteArrayList<>();

  /**
   * An empty tab.
   *
   * @param width pixels
   * @param height likewise
   */
  BrowserTab(DevTools browser, int width, int height) throws IOException, InterruptedException {
    this.browser = browser;
    target =
        browser
            .call(null, "Target.createTarget", DevTools.parameters().put("url", "about:blank"))
            .path("targetId")
            .textValue();
    session =
        browser
            .call(
                null,
                "Target.attachToTarget",
                DevTools.parameters().put("targetId", target).put("flatten", true))
            .path("sessionId")
            .textValue();
    browser.listen(session, this::note);
    for (String domain : List.of("Runtime", "Log", "Page")) {
      call(domain + ".enable", DevTools.parameters());
    }
    call(
        "Emulation.setDeviceMetricsOverride",
        DevTools.parameters()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
  }

  /** What the page wrote to the console, and its uncaught errors. */
  List<String> console() {
    return console;
  }

  JsonNode call(String method, ObjectNode parameters) throws IOException, InterruptedException {
    return browser.call(session, method, parameters);
  }

  /**
   * What an expression gives.
   *
   * @param expression of JavaScript, whose value is a text of JSON, or a promise of one
   */
  JsonNode look(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            DevTools.parameters()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.get("exceptionDetails").toString());
    }
    return JSON.readTree(answer.path("result").path("value").asText("null"));
  }

  /** Presses a key and lets it go. */
  void press(String name) throws IOException, InterruptedException {
    Key key = KEYS.get(name);
    ObjectNode pressed =
        DevTools.parameters()
            .put("type", key.text() == null ? "rawKeyDown" : "keyDown")
            .put("key", name)
            .put("code", name)
            .put("windowsVirtualKeyCode", key.code());
    if (key.text() != null) {
      pressed.put("text", key.text());
    }
    call("Input.dispatchKeyEvent", pressed);
    call("Input.dispatchKeyEvent", pressed.deepCopy().put("type", "keyUp"));
  }

  /** The page on paper, as PDF. */
  byte[] print() throws IOException, InterruptedException {
    JsonNode printed =
        call("Page.printToPDF", DevTools.parameters().put("preferCSSPageSize", true));
    return Base64.getDecoder().decode(printed.path("data").textValue());
  }

  private void note(JsonNode event) {
    JsonNode params = event.path("params");
    switch (event.path("method").asText()) {
      case "Runtime.consoleAPICalled" -> console.add(params.path("args").toString());
      case "Runtime.exceptionThrown" -> console.add(params.path("exceptionDetails").toString());
      case "Log.entryAdded" -> console.add(params.path("entry").path("text").asText());
      default -> {}
    }
  }

  @Override
  public void close() throws IOException {
    browser.forget(session);
    try {
      browser.call(null, "Target.closeTarget", DevTools.parameters().put("targetId", target));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
