package org.cityeval.draft.guess;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cityeval.draft.sample.ColumnProfile;

/** Whether a table that gives no number tells of orders, whose grade somebody must say. */
public final class OrderWords {
  private static final Pattern ORDERS =
      Pattern.compile(
          "(?<!work )\\b(orders?|npis?|policy|policies|interventions?|restrictions?|lockdowns?|stay"
              + " ?at ?home|milestones?|closures?|mandates?)\\b|管控|封控|禁令");
  private static final int MOST_KINDS = 40;
  private static final int SHOWN = 8;

  private OrderWords() {}

  /** Whether a heading or the name of the file speaks of orders. */
  static boolean areIn(Table table) {
    return ORDERS.matcher(table.words()).find()
        || table.profiles().stream().anyMatch(c -> ORDERS.matcher(c.words()).find());
  }

  /** What is told of a table of orders; nothing where it speaks of none. */
  public static Optional<String> told(Table table) {
    if (!areIn(table)) {
      return Optional.empty();
    }
    String kinds =
        table
            .columns(
                c ->
                    !c.isNumeric()
                        && ORDERS.matcher(c.words()).find()
                        && c.distinctCount() > 1
                        && c.distinctCount() <= MOST_KINDS)
            .stream()
            .min(Comparator.comparingInt(ColumnProfile::distinctCount))
            .map(
                c ->
                    ", such as those of "
                        + c.name()
                        + " ("
                        + c.distinct().stream()
                            .sorted()
                            .limit(SHOWN)
                            .collect(Collectors.joining(", "))
                        + (c.distinctCount() > SHOWN ? ", ..." : "")
                        + ")")
            .orElse("");
    return Optional.of(
        "it tells of orders: give each kind a grade from 0, none, to 4, stay at home"
            + kinds
            + ", as policy_grade of kind grade");
  }
}
