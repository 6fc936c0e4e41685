package org.cityeval.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityeval.lake.Damage;
import org.cityeval.source.PlausibleDays;

/** Why a record is not an observation, in the order in which records are judged. */
public enum Reason {
  OPEN_QUOTE(Outcome.QUARANTINED, "A quote is opened and not closed in the line"),
  CUT_SHORT(Outcome.QUARANTINED, "The last line has no end, and may have been cut short"),
  WRONG_ENCODING(Outcome.QUARANTINED, "The record is not in the declared encoding"),
  CELL_COUNT(Outcome.QUARANTINED, "The record has not as many cells as the heading"),
  CELL_TOO_LONG(Outcome.QUARANTINED, "The record is too long to be one"),
  MALFORMED_JSON(Outcome.QUARANTINED, "The record is not JSON"),
  WITHDRAWN(Outcome.OUT_OF_SCOPE, "The record was withdrawn by a mend"),
  FILTERED(Outcome.OUT_OF_SCOPE, "The source's filter leaves it out"),
  NO_ID(Outcome.QUARANTINED, "The record has no id"),
  UNKNOWN_DISTRICT(Outcome.QUARANTINED, "The district is not on the evaluation's list"),
  FOREIGN_DISTRICT(Outcome.OUT_OF_SCOPE, "The district is not on the evaluation's list"),
  UNKNOWN_REGION(Outcome.QUARANTINED, "No district of the list lies in the region"),
  FOREIGN_REGION(Outcome.OUT_OF_SCOPE, "No district of the list lies in the region"),
  AMBIGUOUS_DISTRICT(Outcome.QUARANTINED, "The spelling stands for more than one district"),
  CODE_NOT_VALID(Outcome.QUARANTINED, "The spelling stands for no district on that day"),
  NO_PLACE(Outcome.QUARANTINED, "The record has no coordinates"),
  UNPARSABLE_PLACE(Outcome.QUARANTINED, "A coordinate is not a number"),
  IMPOSSIBLE_PLACE(Outcome.QUARANTINED, "There is no such place on Earth"),
  OUTSIDE(Outcome.OUT_OF_SCOPE, "The place lies in none of the districts"),
  BROKEN_CONTRACT(Outcome.QUARANTINED, "A check of the source's contract refuses it"),
  SUPERSEDED(Outcome.OUT_OF_SCOPE, "A later publication speaks of the same request"),
  UNPARSABLE_DATE(Outcome.QUARANTINED, "The date cannot be read"),
  IMPLAUSIBLE_DATE(
      Outcome.QUARANTINED,
      "The date lies outside "
          + PlausibleDays.FIRST.getYear()
          + " to "
          + PlausibleDays.LAST.getYear()),
  CLOSED_BEFORE_OPENED(Outcome.QUARANTINED, "The request was closed before it was opened"),
  EXCLUDED(Outcome.OUT_OF_SCOPE, "The source's contract leaves it out"),
  NO_VALUE(Outcome.MISSING, "The source gives no value"),
  UNPARSABLE_NUMBER(Outcome.QUARANTINED, "The value is not a number"),
  NEGATIVE_COUNT(Outcome.QUARANTINED, "A count cannot be negative"),
  OUT_OF_RANGE(Outcome.QUARANTINED, "The value lies outside the declared range"),
  OUTSIDE_DOMAIN(Outcome.QUARANTINED, "The measure has no such value"),
  PART_ALONE(Outcome.MISSING, "Another part of the district has no value on that day"),
  WHOLE_AND_PART(Outcome.QUARANTINED, "A merged district has a value of its own and one of a part"),
  CONFLICTING_DUPLICATE(
      Outcome.QUARANTINED, "Another record gives another value for the same district and day"),
  IDENTICAL_DUPLICATE(Outcome.DEDUPLICATED, "Another record says exactly the same"),
  NONE(Outcome.GOOD, "");

  private static final Set<String> UNREADABLE =
      Arrays.stream(Damage.values()).map(Damage::code).collect(Collectors.toUnmodifiableSet());

  private final Outcome outcome;
  private final String sentence;

  Reason(Outcome outcome, String sentence) {
    this.outcome = outcome;
    this.sentence = sentence;
  }

  public Outcome outcome() {
    return outcome;
  }

  public String sentence() {
    return sentence;
  }

  /** Whether nothing of the record could be read: it is one record, whatever the measures. */
  public boolean isUnreadable() {
    return UNREADABLE.contains(code());
  }

  /** How the reason is written in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason that is written so. */
  public static Reason ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
