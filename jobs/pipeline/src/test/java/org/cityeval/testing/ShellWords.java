package org.cityeval.testing;

import java.util.ArrayList;
import java.util.List;

/** Splits a line as a shell would, as far as documentation uses it. */
public final class ShellWords {
  private ShellWords() {}

  /** The words of the first command of a line: up to a comment, a pipe or a redirection. */
  public static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean open = false;
    for (int at = 0; at < line.length(); at++) {
      char next = line.charAt(at);
      if (quote != 0) {
        if (next == quote) {
          quote = 0;
        } else {
          word.append(next);
        }
      } else if (next == '"' || next == '\'') {
        quote = next;
        open = true;
      } else if (Character.isWhitespace(next)) {
        if (open) {
          words.add(word.toString());
          word.setLength(0);
          open = false;
        }
      } else if ("|>;&".indexOf(next) >= 0 || (next == '#' && !open)) {
        break;
      } else {
        word.append(next);
        open = true;
      }
    }
    if (open) {
      words.add(word.toString());
    }
    return words;
  }
}
