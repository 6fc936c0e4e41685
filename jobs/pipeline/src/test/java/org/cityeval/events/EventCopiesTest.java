package org.cityeval.events;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Reason;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class EventCopiesTest {
  private final SparkSession spark;

  EventCopiesTest(SparkSession spark) {
    this.spark = spark;
  }

  private static String outside() {
    return (ReasonCodes.of(Reason.UNKNOWN_DISTRICT) + 1L) + "L";
  }

  /** Identity, file, line, fault and what an event says. */
  private List<String> told(String events) {
    return EventCopies.told(
            spark.sql(
                "select i id, f _file, l _line, 'path' "
                    + EventColumns.PATH_NAME
                    + ", e "
                    + EventColumns.FAULT_NAME
                    + ", c content from values "
                    + events
                    + " as t(i, f, l, e, c)"),
            "id",
            List.of(col(EventColumns.PATH_NAME), col(EventColumns.FAULT_NAME), col("content")),
            List.of(col("_line").as("further")))
        .orderBy("further")
        .collectAsList()
        .stream()
        .map(
            row ->
                row.getString(3)
                    + " "
                    + ReasonCodes.reason(PackedReasons.unpack(row.getLong(1), 0)).code())
        .toList();
  }

  /** Line 9 comes before line 10 of the same file, and file a before file b. */
  @Test
  void ofCopiesThatSayTheSameTheFirstByFileAndLineStands() {
    assertThat(
            told("('7', 'a', '10', 0L, 'x'), (' 7 ', 'a', '9', 0L, 'x'), ('7', 'b', '1', 0L, 'x')"))
        .containsExactly("1 identical_duplicate", "10 identical_duplicate", "9 none");
  }

  @Test
  void ofCopiesThatDifferNoneIsBelieved() {
    assertThat(told("('7', 'a', '1', 0L, 'x'), ('7', 'a', '2', 0L, 'y'), ('8', 'a', '3', 0L, 'z')"))
        .containsExactly("1 conflicting_duplicate", "2 conflicting_duplicate", "3 none");
    assertThat(told("('7', 'a', '1', 0L, 'x'), ('7', 'a', '2', 0L, null)"))
        .containsExactly("1 conflicting_duplicate", "2 conflicting_duplicate");
    assertThat(told("('7', 'a', '1', 0L, null), ('7', 'a', '2', 0L, null)"))
        .containsExactly("1 none", "2 identical_duplicate");
  }

  @Test
  void whoeverHasNoIdentityIsNobodysCopy() {
    assertThat(
            told("(null, 'a', '1', 0L, 'x'), (null, 'a', '2', 0L, 'x'), (' ', 'a', '3', 0L, 'x')"))
        .containsExactly("1 none", "2 none", "3 none");
  }

  /** One that is refused anyway keeps its reason, and makes no other a copy. */
  @Test
  void whatHasAFaultAlreadyIsNoCopy() {
    assertThat(
            told(
                "('7', 'a', '1', "
                    + outside()
                    + ", 'x'), ('7', 'a', '2', 0L, 'y'), ('7', 'a', '3', 0L, 'y')"))
        .containsExactly("1 unknown_district", "2 none", "3 identical_duplicate");
  }
}
