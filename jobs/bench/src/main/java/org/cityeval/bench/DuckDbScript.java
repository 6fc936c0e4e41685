package org.cityeval.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Statements of DuckDB that stand in a file beside a class. */
public final class DuckDbScript {
  private DuckDbScript() {}

  /**
   * The statements.
   *
   * @param values by name; each is written where the script has its name in braces behind a dollar
   *     sign, either within quotes or as a number
   */
  public static String of(Class<?> beside, String file, Map<String, ?> values) throws IOException {
    try (InputStream stream = beside.getResourceAsStream(file)) {
      String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, ?> value : values.entrySet()) {
        script =
            script.replace(
                "${" + value.getKey() + "}", value.getValue().toString().replace("'", "''"));
      }
      return script;
    }
  }
}
