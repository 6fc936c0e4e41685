package org.cityeval.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Talks to a browser by the Chrome DevTools protocol: a call is a method with parameters, an answer
 * has the call's number, all else is an event.
 */
final class DevTools implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 120;

  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  /**
   * @param address {@code ws://}, as the browser wrote it into DevToolsActivePort
   */
  DevTools(String address) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), this)
            .join();
  }

  static ObjectNode parameters() {
    return JSON.createObjectNode();
  }

  /**
   * @param session of the tab, or null for the browser itself
   * @param onEvent takes the events of that tab, each with {@code method} and {@code params}
   */
  void listen(String session, Consumer<JsonNode> onEvent) {
    listeners.put(session, onEvent);
  }

  void forget(String session) {
    listeners.remove(session);
  }

  /** The result of a call; an error of the browser is an IOException. */
  JsonNode call(String session, String method, ObjectNode parameters)
      throws IOException, InterruptedException {
    int id = last.incrementAndGet();
    ObjectNode call = JSON.createObjectNode().put("id", id).put("method", method);
    call.set("params", parameters);
    if (session != null) {
      call.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    calls.put(id, answer);
    socket.sendText(call.toString(), true).join();
    try {
      JsonNode said = answer.get(SECONDS, TimeUnit.SECONDS);
      if (said.has("error")) {
        throw new IOException(method + ": " + said.get("error"));
      }
      return said.path("result");
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException(method + " had no answer.", failure);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
    text.append(part);
    if (isLast) {
      String whole = text.toString();
      text.setLength(0);
      hear(whole);
    }
    from.request(1);
    return null;
  }

  private void hear(String whole) {
    JsonNode said;
    try {
      said = JSON.readTree(whole);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    CompletableFuture<JsonNode> call = calls.remove(said.path("id").asInt(-1));
    Consumer<JsonNode> listener = listeners.get(said.path("sessionId").asText());
    if (call != null) {
      call.complete(said);
    } else if (listener != null) {
      listener.accept(said);
    }
  }
}
