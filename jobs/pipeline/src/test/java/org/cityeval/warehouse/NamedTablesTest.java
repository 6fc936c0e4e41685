package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PublishedFew;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class NamedTablesTest {
  private static final NamedTables.Name CURRENT =
      NamedTables.find("current", "dim_city").orElseThrow();
  private static final NamedTables.Name GOLD = NamedTables.find("gold", "dim_city").orElseThrow();

  @TempDir private Path folder;

  private NamedTables tables(SparkSession spark, PublishedFew few) {
    return new NamedTables(new Warehouse(() -> spark, few.tables()));
  }

  private static TableRow city(String evaluation, String id) {
    return PublishedFew.row(CityTable.SPEC, evaluation).set(Keys.CITY_ID, id);
  }

  @Test
  void everyTableHasItsNameAndPublishedOnesASecond() {
    assertThat(NamedTables.all()).hasSize(Tables.ALL.size() + Tables.PUBLISHED.size());
    assertThat(GOLD.qualified()).isEqualTo("gold.dim_city");
    assertThat(NamedTables.find("GOLD", "Dim_City")).contains(GOLD);
    assertThat(NamedTables.find("current", "run")).isEmpty();
    assertThat(NamedTables.find("gold", "nosuch")).isEmpty();
  }

  @Test
  void whatNoRunHasWrittenIsToldByWhatLacks(SparkSession spark) {
    PublishedFew few = new PublishedFew(folder);
    assertThat(tables(spark, few).isThere(GOLD)).isFalse();
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> tables(spark, few).read(GOLD))
        .satisfies(told -> assertThat(told.why()).isEqualTo("No run has written it."));

    few.write(CityTable.SPEC, city("tiny", "a"));
    assertThat(tables(spark, few).isThere(GOLD)).isTrue();
    assertThat(tables(spark, few).isThere(CURRENT)).isFalse();
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> tables(spark, few).read(CURRENT))
        .withMessage("There is no current.dim_city in this warehouse yet.")
        .satisfies(told -> assertThat(told.why()).isEqualTo("No run has published it."));
  }

  /** What was written after the publication is in gold alone; every evaluation has its own. */
  @Test
  void currentIsWhatIsPublishedOfEveryEvaluation(SparkSession spark) {
    PublishedFew few = new PublishedFew(folder).write(CityTable.SPEC, city("tiny", "a"));
    few.publish("tiny", "{}");
    few.write(CityTable.SPEC, city("tiny", "later"), city("town", "b"));
    few.publish("town", "{}");
    few.write(CityTable.SPEC, city("town", "unpublished"));

    assertThat(tables(spark, few).read(CURRENT).select("city_id").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(tables(spark, few).read(GOLD).count()).isEqualTo(4);
  }

  /** An older program published fewer tables; those who have it are read. */
  @Test
  void whatAPublicationDoesNotHoldIsReadOfTheOthers(SparkSession spark) {
    PublishedFew few = new PublishedFew(folder).write(CityTable.SPEC, city("tiny", "a"));
    few.publish("tiny", "{}");
    few.write(
        DistrictTable.SPEC,
        PublishedFew.row(DistrictTable.SPEC, "town").set(Keys.DISTRICT_ID, "d"));
    few.publish("town", "{}");

    assertThat(
            tables(spark, few)
                .read(NamedTables.find("current", "dim_district").orElseThrow())
                .select("district_id")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("d");
  }
}
