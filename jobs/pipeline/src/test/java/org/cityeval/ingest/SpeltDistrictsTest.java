package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.place.Crosswalk;
import org.cityeval.place.DistrictList;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Oak is A until March 2020, then B; Elm is A and C at once; Ash always is C. */
@ExtendWith(SparkExtension.class)
class SpeltDistrictsTest {
  private static final Map<String, String> CITIES = Map.of("A", "one", "B", "two", "C", "two");

  @TempDir private Path folder;

  private DistrictSpellings any(SparkSession spark) {
    TinyLake lake =
        TinyLake.in(folder)
            .write(
                "names.csv",
                """
                spelling,id,since,until
                Oak,A,,2020-03-31
                Oak,B,2020-04-01,
                Elm,A,,
                Elm,C,,
                Ash,C,,
                """)
            .configure(
                "panel:",
                "crosswalks:\n  names: {path: names.csv, spelling: spelling, district_id: id,"
                    + " valid_from: since, valid_to: until}\npanel:");
    EvaluationConfig config = ConfigLoader.load(lake.config(), Map.of(), List.of());
    Crosswalk crosswalk =
        Crosswalk.read(
            spark,
            "names",
            config.crosswalks().get("names"),
            DistrictList.read(spark, config.districts()));
    return DistrictSpellings.anySpelling(crosswalk, CITIES, Reason.UNKNOWN_DISTRICT);
  }

  /** District, city, reason and what was found of each row. */
  private static List<String> resolved(
      SparkSession spark, DistrictSpellings spellings, String rows) {
    Dataset<Row> read = spark.sql("select * from values " + rows + " as t(k, d)");
    return read
        .select(
            SpeltDistricts.by(spark, spellings)
                .find(read, col("k"), col("d").cast("date"))
                .as("found"))
        .select("found.*")
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  @Test
  void aSpellingMeansOneDistrictOnEveryDayWhateverItsCase(SparkSession spark) {
    assertThat(resolved(spark, any(spark), "(' aSH', '2020-03-01'), ('Ash', null)"))
        .containsExactly("C|two|null|null", "C|two|null|null");
  }

  @Test
  void theDayDecidesBothEndsIncluded(SparkSession spark) {
    assertThat(resolved(spark, any(spark), "('Oak', '2020-03-31'), ('oak', '2020-04-01')"))
        .containsExactly("A|one|null|null", "B|two|null|null");
  }

  /** The day is what is wrong with it, which is told elsewhere. */
  @Test
  void withoutADayASpellingThatDependsOnItIsLeftWithoutAReason(SparkSession spark) {
    assertThat(resolved(spark, any(spark), "('Oak', null)")).containsExactly("Oak|null|null|null");
  }

  @Test
  void aSpellingOfTwoDistrictsAtOnceIsAmbiguous(SparkSession spark) {
    assertThat(resolved(spark, any(spark), "('Elm', '2020-03-01')"))
        .containsExactly("Elm|null|ambiguous_district|Elm: A or C");
  }

  @Test
  void whatIsNotOnTheListKeepsItsSpellingAndABlankSaysSo(SparkSession spark) {
    assertThat(resolved(spark, any(spark), "('Yew', '2020-03-01'), (null, '2020-03-01')"))
        .containsExactly("Yew|null|unknown_district|Yew", "null|null|unknown_district|(blank)");
  }

  @Test
  void anIdIsTakenAsItStandsButForItsBlanks(SparkSession spark) {
    DistrictSpellings exact =
        DistrictSpellings.exact(Crosswalk.ofIds(Set.of("A")), CITIES, Reason.UNKNOWN_DISTRICT);

    assertThat(resolved(spark, exact, "(' A ', '2020-03-01'), ('a', '2020-03-01')"))
        .containsExactly("A|one|null|null", "a|null|unknown_district|a");
  }

  /** A spreadsheet writes 1001.0; a fraction and 10^15 and more are no ids of it. */
  @Test
  void aWholeNumberOfAFloatingColumnHasOneDecimal(SparkSession spark) {
    DistrictSpellings exact =
        DistrictSpellings.exact(
            Crosswalk.ofIds(Set.of("1001.0", "-5.0", "1001")),
            Map.of("1001.0", "float", "-5.0", "float", "1001", "whole"),
            Reason.UNKNOWN_DISTRICT);

    assertThat(resolved(spark, exact, "(1001D, null), (-5D, null), (1.5D, null), (2e15D, null)"))
        .containsExactly(
            "1001.0|float|null|null",
            "-5.0|float|null|null",
            "1.5|null|unknown_district|1.5",
            "2.0E15|null|unknown_district|2.0E15");
    assertThat(resolved(spark, exact, "(1001, null)")).containsExactly("1001|whole|null|null");
  }
}
