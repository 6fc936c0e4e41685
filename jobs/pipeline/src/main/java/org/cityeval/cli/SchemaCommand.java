package org.cityeval.cli;

import java.util.concurrent.Callable;
import org.cityeval.config.check.ConfigSchema;
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
  public Integer call() {
    root.console().out().print(ConfigSchema.load().text());
    root.console().out().flush();
    return 0;
  }
}
