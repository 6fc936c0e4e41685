package org.cityeval.report.view;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of checks, as a reader knows what they are about. */
final class CheckNames {
  private static final Pattern DISTRICT = Pattern.compile("(?<= district )[^ ,]+");

  /** Words joined by underscores; ids of sources and names of columns have other signs beside. */
  private static final Pattern MEASURE =
      Pattern.compile("(?<![\\w/.-])[a-z]+(?:_[a-z0-9]+)+(?![\\w/.-])");

  private CheckNames() {}

  /** The name of a check with districts by their names, and without ids of measures. */
  static String readable(String name, Subjects subjects) {
    String named =
        DISTRICT
            .matcher(name)
            .replaceAll(id -> Matcher.quoteReplacement(subjects.name(id.group())));
    return MEASURE.matcher(named).replaceAll(id -> Words.en("id", id.group()));
  }
}
