package org.cityeval.cli.options;

import org.cityeval.cli.output.Console;
import org.cityeval.cli.output.GivenOptions;

/** What a command knows of how the program was called. */
public interface Invocation {
  /** Where it reads the clock and writes. */
  Console console();

  /** The options of place that were given, for commands that a message names. */
  GivenOptions given();
}
