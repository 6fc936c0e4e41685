package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The run first published the 10th of April, the run second the 5th, another evaluation the 7th.
 */
@ExtendWith(SparkExtension.class)
class PublicationsTest {
  @TempDir private Path folder;
  private final SparkSession spark;
  private Warehouse warehouse;
  private Publications publications;

  PublicationsTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void publish() {
    warehouse = new Warehouse(spark, StoragePath.of(folder));
    publications = new Publications(warehouse.stored());
    publications.publish(warehouse, publication("tiny", 10, 3), "run first attempt 1");
    publications.publish(warehouse, publication("other", 7, 4), "run other attempt 1");
    publications.publish(warehouse, publication("tiny", 5, 5), "run second attempt 1");
  }

  private static Publication publication(String evaluation, int day, long ranks) {
    return new Publication(
        evaluation,
        LocalDate.of(2020, 4, day),
        true,
        Map.of("gold.rank_interval", ranks, "gold.dim_city", 0L),
        Map.of(evaluation + "/cases", "v" + day),
        "hash",
        "{}",
        "code");
  }

  private static String told(Publication publication) {
    return publication.evaluationId() + publication.asOf() + (publication.current() ? " now" : "");
  }

  @Test
  void theNewestVintageOfEachEvaluationIsTheCurrentOne() {
    assertThat(publications.list())
        .extracting(PublicationsTest::told)
        .containsExactly("other2020-04-07 now", "tiny2020-04-05", "tiny2020-04-10 now");
    assertThat(publications.listCurrent()).hasSize(2);
    assertThat(publications.findCurrent("tiny").orElseThrow().asOf())
        .isEqualTo(LocalDate.of(2020, 4, 10));
    assertThat(publications.findCurrent("none")).isEmpty();
  }

  @Test
  void aVintageIsReplacedAndNotAdded() {
    publications.publish(warehouse, publication("tiny", 5, 9), "run third attempt 1");

    Publication replaced = publications.find("tiny", LocalDate.of(2020, 4, 5)).orElseThrow();
    assertThat(replaced.tableVersions()).containsEntry("gold.rank_interval", 9L);
    assertThat(publications.list()).hasSize(3);
  }

  @Test
  void whatARunPublishedIsFoundThoughItWasReplaced() {
    publications.publish(warehouse, publication("tiny", 5, 9), "run third attempt 1");

    assertThat(publications.find("tiny", "run second attempt 1").orElseThrow().tableVersions())
        .containsEntry("gold.rank_interval", 5L);
    assertThat(publications.find("tiny", "run first attempt 2")).isEmpty();
  }

  /** Jobs of two evaluations may both be called nightly, and meet in one warehouse. */
  @Test
  void aRunOfTheSameNameButOfAnotherEvaluationIsNotTakenForIt() {
    Warehouse shared = new Warehouse(spark, StoragePath.of(folder.resolve("shared")));
    Publications ofBoth = new Publications(shared.stored());
    TableSpec ranks =
        TableSpec.of("gold", "rank_interval", "A rank.").evaluationKey().key(DISTRICT_ID).build();
    for (String run : List.of("nightly", "later", "nightly")) {
      Object[] row = {"tiny", LocalDate.of(2020, 4, 10), "A"};
      shared.stored().append(ranks, List.<Object[]>of(row), "run " + run + " attempt 1");
    }
    ofBoth.publish(shared, publication("tiny", 10, 0), "run nightly attempt 1");
    ofBoth.publish(shared, publication("tiny", 10, 1), "run later attempt 1");
    ofBoth.publish(shared, publication("other", 7, 2), "run nightly attempt 1");

    assertThat(ofBoth.find("tiny", "run nightly attempt 1").orElseThrow().tableVersions())
        .containsEntry("gold.rank_interval", 0L);
    assertThat(ofBoth.find("other", "run nightly attempt 1").orElseThrow().tableVersions())
        .containsEntry("gold.rank_interval", 2L);
    assertThat(ofBoth.find("other", "run later attempt 1")).isEmpty();
  }

  @Test
  void aTableThatAPublicationDoesNotNameIsAProblemOfTheUser() {
    Publication tiny = publication("tiny", 10, 3);

    assertThat(tiny.version(CityTable.SPEC)).isZero();
    assertThatThrownBy(() -> tiny.version(DistrictTable.SPEC))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("holds no gold.dim_district");
  }

  @Test
  void itsRowsAreThoseOfItsVersionAndVintageAlone() {
    for (String evaluation : List.of("tiny", "tiny", "other")) {
      Object[] city = {evaluation, LocalDate.of(2020, 4, 10), "c", "C", null, 3, 6.0};
      Written.cells(warehouse.stored(), CityTable.SPEC, city);
    }

    assertThat(publications.rows(publication("tiny", 10, 3), CityTable.SPEC).list())
        .extracting(row -> row.get(Keys.EVALUATION_ID))
        .containsExactly("tiny");
    assertThat(publications.rows(publication("tiny", 5, 3), CityTable.SPEC).list()).isEmpty();
  }
}
