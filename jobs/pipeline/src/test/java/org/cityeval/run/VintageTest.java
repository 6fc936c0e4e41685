package org.cityeval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.ContentHash;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Slice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Cases were published on the 5th and the 10th of April, mobility on the 7th. */
@ExtendWith(SparkExtension.class)
class VintageTest {
  @TempDir private static Path folder;
  private static TinyLake lake;

  private final SparkSession spark;

  VintageTest(SparkSession spark) {
    this.spark = spark;
  }

  private static LocalDate april(int day) {
    return LocalDate.of(2020, 4, day);
  }

  private static TableRow observation(String source, int published, String version) {
    return new TableRow(ObservationTable.SPEC)
        .set(CITY_ID, "tiny")
        .set(DISTRICT_ID, "A")
        .set(DATE, LocalDate.of(2020, 3, 1))
        .set(MEASURE, "new_cases")
        .set(AS_OF, april(published))
        .set(SOURCE_ID, source)
        .set(ObservationTable.SOURCE_VERSION, version)
        .set(ObservationTable.VALUE, 1.0);
  }

  private static void write(Run run, String source, TableRow... rows) {
    run.warehouse()
        .replace(
            ObservationTable.SPEC,
            Slice.ofSource(source),
            run.warehouse()
                .rows(ObservationTable.SPEC, Arrays.stream(rows).map(TableRow::row).toList()),
            run.note());
  }

  @BeforeAll
  static void ingest(SparkSession spark) {
    lake = TinyLake.in(folder);
    Run run = lake.begin(spark);
    write(
        run,
        "tiny/cases",
        observation("tiny/cases", 5, "old"),
        observation("tiny/cases", 10, "new"));
    write(run, "tiny/mobility", observation("tiny/mobility", 7, "moved"));
    write(run, "other/cases", observation("other/cases", 20, "foreign"));
  }

  private Run knownOn(int day) {
    return lake.begin(spark, Optional.of(april(day)));
  }

  @Test
  void theNewestVintageIsThatOfTheLastPublication() {
    assertThat(Vintage.day(lake.begin(spark))).isEqualTo(april(10));
  }

  @Test
  void theDayAskedForIsTheVintageOnceAnythingWasPublished() {
    assertThat(Vintage.day(knownOn(6))).isEqualTo(april(6));
    assertThat(Vintage.day(knownOn(5))).isEqualTo(april(5));
    assertThatThrownBy(() -> Vintage.day(knownOn(4)))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains("was published by 2020-04-04", "Ask for a later --as-of."));
  }

  @Test
  void aSourceHasTheVersionOfWhatWasPublishedByTheDay() {
    assertThat(Vintage.sourceVersions(knownOn(6))).isEqualTo(Map.of("tiny/cases", "old"));
    assertThat(Vintage.sourceVersions(knownOn(7)))
        .isEqualTo(Map.of("tiny/cases", "old", "tiny/mobility", "moved"));
  }

  /** Of several days: the first 16 hex digits of the SHA-256 of their list. */
  @Test
  void whatWasPublishedOnSeveralDaysHasOneVersion() {
    assertThat(Vintage.sourceVersions(lake.begin(spark), april(10)))
        .containsEntry("tiny/cases", ContentHash.digest("{2020-04-05=old, 2020-04-10=new}"))
        .containsEntry("tiny/mobility", "moved")
        .hasSize(2);
  }

  @Test
  void otherEvaluationsOfTheWarehouseAreNotLookedAt() {
    Run run = lake.begin(spark);

    assertThat(Vintage.observed(run.warehouse().stored(), run.config()))
        .containsExactly(april(5), april(7), april(10));
    assertThat(Vintage.observations(run).count()).isEqualTo(3);
  }

  @Test
  void beforeAnythingWasReadThereIsNoVintage() {
    Run empty = TinyLake.in(folder.resolve("empty")).begin(spark);

    assertThatThrownBy(() -> Vintage.day(empty))
        .hasMessageContaining("Nothing of tiny was published");
    assertThat(Vintage.sourceVersions(empty)).isEmpty();
  }
}
