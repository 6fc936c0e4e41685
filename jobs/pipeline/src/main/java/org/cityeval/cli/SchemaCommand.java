package org.cityeval.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.cityeval.config.ConfigLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Prints the JSON Schema of a config; needs no Spark. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of a config, for editors.",
    footerHeading = "%nExample:%n",
    footer = "  cityeval schema > cityeval.schema.json")
final class SchemaCommand implements Callable<Integer> {
  @ParentCommand private CityEval root;

  @Override
  public Integer call() throws IOException {
    try (InputStream schema = ConfigLoader.class.getResourceAsStream("config.schema.json")) {
      root.console().out().print(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    }
    root.console().out().flush();
    return 0;
  }
}
