package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkExtension.class)
class ExitSourceTest {
  private static final String PUBLISHED =
      "select * from current.scorecard order by level, district_id, period_id, weighting";

  @TempDir private Path folder;

  /** How a delivery fails. */
  enum Delivery {
    ABSENT,
    EMPTY,
    ONLY_A_HEADING,
    LATE;

    void fail(TinyLake lake) {
      switch (this) {
        case ABSENT -> lake.remove("mobility.csv");
        case EMPTY -> lake.write("mobility.csv", "");
        case ONLY_A_HEADING ->
            lake.write("mobility.csv", lake.text("mobility.csv").lines().findFirst().orElseThrow());
        case LATE ->
            lake.configure(
                "path: mobility.csv", "path: mobility.csv\n    expected_through: 2020-04-30");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFailedDeliveryNamesThePathAndWhatWasPublishedStays(Delivery delivery) {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    String before = lake.sql(PUBLISHED).out();
    delivery.fail(lake);

    Cli.Answer answer = lake.run("run");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(4);
    assertThat(answer.err())
        .contains("sources.mobility", lake.file("mobility.csv").toAbsolutePath().toString())
        .doesNotContain("\tat ");
    assertThat(answer.out()).isEmpty();
    assertThat(lake.sql(PUBLISHED).out()).isEqualTo(before).contains("A");
  }

  @Test
  void aLateSourceSaysHowFarItGoes() {
    LocalDate last = TinyLake.FIRST_DAY.plusDays(TinyLake.DAYS - 1L);
    TinyLake lake = TinyLake.in(folder);
    Delivery.LATE.fail(lake);

    assertThat(lake.run("ingest").err()).contains("late: its last day is " + last, "2020-04-30");
  }

  @Test
  void anEmptyListOfDistrictsIsASourceThatIsEmpty() {
    TinyLake lake = TinyLake.in(folder).write("districts.csv", "id,name,city,residents\n");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(4);
    assertThat(answer.err()).contains("districts.csv");
  }
}
