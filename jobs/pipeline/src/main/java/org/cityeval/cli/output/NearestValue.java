package org.cityeval.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cityeval.problem.NearestName;
import picocli.CommandLine;

/** Finds what a misspelt value of an option or an argument probably meant. */
public final class NearestValue {
  private NearestValue() {}

  /**
   * The nearest word of the choice that was refused; empty if it was no choice, or none is near.
   */
  public static Optional<String> find(CommandLine.ParameterException refused) {
    if (refused.getArgSpec() == null || refused.getValue() == null) {
      return Optional.empty();
    }
    Iterable<String> words = refused.getArgSpec().completionCandidates();
    List<String> choice = new ArrayList<>();
    if (words != null) {
      words.forEach(word -> choice.add(word.toLowerCase(Locale.ROOT)));
    }
    return NearestName.find(refused.getValue(), choice);
  }
}
