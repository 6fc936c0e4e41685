package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.Mend;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.Run;
import org.cityeval.table.ops.MendTable;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A refused record of cases at line 3. */
@ExtendWith(SparkExtension.class)
class MendBookTest {
  private static final String PLACE = "cases.csv:3 new_cases";

  private final SparkSession spark;
  @TempDir private Path folder;
  private Run run;
  private MendBook book;

  MendBookTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void refuse() {
    run = TinyLake.in(folder).begin(spark);
    Written.to(
        run.warehouse().stored(),
        QuarantineTable.SPEC,
        new TableRow(QuarantineTable.SPEC)
            .set(Keys.SOURCE_ID, "tiny/cases")
            .set(QuarantineTable.FILE, "cases.csv")
            .set(QuarantineTable.POSITION, PLACE)
            .set(QuarantineTable.RECORD, "{\"new_cases\":\"x\"}")
            .set(QuarantineTable.REASON_CODE, "unparsable_number"));
    book = new MendBook(run);
  }

  private static MendBook.Entry entry(String position, String record) {
    return new MendBook.Entry("tiny/cases", position, Optional.ofNullable(record), "Ann: typo");
  }

  @Test
  void aMendStandsForTheRecordThatWasRefused() {
    book.write(List.of(entry(PLACE, "{\"new_cases\":\"7\"}")));

    assertThat(book.mends())
        .isEqualTo(
            Map.of(
                "tiny/cases",
                List.of(
                    new Mend(
                        "cases.csv",
                        PLACE,
                        "{\"new_cases\":\"x\"}",
                        Optional.of("{\"new_cases\":\"7\"}")))));
    assertThat(run.warehouse().stored().rows(MendTable.SPEC).list())
        .singleElement()
        .satisfies(row -> assertThat(row.get(MendTable.NOTE)).isEqualTo("Ann: typo"));
  }

  /** The record that was refused first stays the one that is stood for. */
  @Test
  void aMendThatIsMendedOrWithdrawnTakesThePlaceOfTheFirst() {
    book.write(List.of(entry(PLACE, "{\"new_cases\":\"7\"}")));
    book.write(List.of(entry(PLACE, null)));

    assertThat(book.mends().get("tiny/cases"))
        .containsExactly(new Mend("cases.csv", PLACE, "{\"new_cases\":\"x\"}", Optional.empty()));
  }

  @Test
  void whereNothingWasRefusedNothingIsMended() {
    List<MendBook.Entry> seven =
        IntStream.rangeClosed(1, 7).mapToObj(n -> entry("gone:" + n, "{}")).toList();

    assertThatThrownBy(() -> book.write(List.of(entry(PLACE, "{}"), entry("cases.csv:9", "{}"))))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("No refused record at tiny/cases cases.csv:9.");
    assertThatThrownBy(() -> book.write(seven)).hasMessageContaining("gone:5; and 2 more.");
    assertThat(book.mends()).isEmpty();
  }

  @Test
  void aSourceOfEventsIsMendedInItsFile() {
    TinyLake lake =
        TinyLake.in(folder.resolve("events"))
            .configure(
                "sources:\n",
                """
                sources:
                  trips:
                    path: trips.csv
                    shape: events
                    date: began
                    district: zone
                    as_of: 2020-04-10
                    measures:
                      mobility_activity_change: {value: "1", kind: level, baseline: march, aggregate: count}
                """)
            .configure(
                "panel:",
                "baselines:\n  march: {first_day: 2020-03-01, last_day: 2020-03-07, method: mean}\npanel:");

    assertThatThrownBy(
            () ->
                new MendBook(lake.begin(spark))
                    .write(
                        List.of(new MendBook.Entry("tiny/trips", "x", Optional.of("{}"), "note"))))
        .hasMessageContaining("sources.trips holds events, which requeue does not mend.");
  }
}
