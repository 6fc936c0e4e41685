package org.cityeval.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityeval.terminal.ShellWord;
import picocli.CommandLine.ParseResult;

/**
 * Which warehouse and config a command was given. The commands that its messages name repeat them,
 * so that who copies one asks the same tables.
 */
public final class GivenOptions {
  private static final String WAREHOUSE = "--warehouse";
  private static final String CONFIG = "--config";

  /** Commands that read the tables of a warehouse whatever the evaluation. */
  private static final Set<String> OF_WAREHOUSE =
      Set.of("sql", "explain", "export", "release", "maintain", "list runs", "list releases");

  /** Commands that look at a config and at no warehouse. */
  private static final Set<String> OF_CONFIG = Set.of("check", "list sources");

  private static final Pattern COMMAND =
      Pattern.compile(
          "\\bcityeval (run|ingest|panel|evaluate|compare|report|requeue|diff|check|sql|explain|export"
              + "|release|maintain|list runs|list releases|list sources)\\b(?! --(?:help|config|warehouse)\\b)");

  /** Of a command line that could not be read. */
  public static final GivenOptions NONE = new GivenOptions(null, null);

  private final String warehouse;
  private final String config;

  private GivenOptions(String warehouse, String config) {
    this.warehouse = warehouse;
    this.config = config;
  }

  /** Those of a command line, as they were typed. */
  public static GivenOptions of(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return new GivenOptions(typed(last, WAREHOUSE), typed(last, CONFIG));
  }

  private static String typed(ParseResult parsed, String option) {
    return parsed.hasMatchedOption(option)
        ? parsed.matchedOption(option).originalStringValues().get(0)
        : null;
  }

  /** A message with every command in it completed. */
  public String completed(String message) {
    return COMMAND
        .matcher(message)
        .replaceAll(
            (MatchResult found) ->
                Matcher.quoteReplacement(found.group() + options(found.group(1))));
  }

  private String options(String command) {
    List<String> options = new ArrayList<>();
    if (config != null && !OF_WAREHOUSE.contains(command)) {
      options.add(" " + CONFIG + " " + ShellWord.of(config));
    }
    if (warehouse != null && !OF_CONFIG.contains(command)) {
      options.add(" " + WAREHOUSE + " " + ShellWord.of(warehouse));
    }
    return String.join("", options);
  }
}
