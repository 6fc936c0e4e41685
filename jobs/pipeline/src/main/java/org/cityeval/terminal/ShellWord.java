package org.cityeval.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word as it is typed into a POSIX shell, and stays one word. */
public final class ShellWord {
  private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}_@%+=:,./-]");

  private ShellWord() {}

  /**
   * The word with a backslash before what the shell would not take as it stands; messages quote
   * whole commands, so that a quote within would end them.
   */
  public static String of(String word) {
    return word.isEmpty()
        ? "\"\""
        : SPECIAL
            .matcher(word)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group().equals("\n") ? "\"\n\"" : "\\" + found.group()));
  }
}
