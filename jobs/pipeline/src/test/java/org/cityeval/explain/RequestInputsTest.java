package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.Publication;
import org.cityeval.table.SilverTables;
import org.cityeval.table.Warehouse;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class RequestInputsTest {
  private static final String ALIKE =
      "'C', 'A', '2020-03-02 09:00', null, 'health', 'street>health'";
  private static final String OF_B =
      "'C', 'B', '2020-03-03 09:00', '2020-03-03 10:00', 'street', null";
  private static final String OF_NOBODY = "'C', null, '2020-03-03 09:00', null, 'street', null";
  private static final String APRIL = "'C', 'A', '2020-04-01 09:00', null, 'street', null";

  @TempDir private static Path folder;
  private static SparkSession spark;
  private static Warehouse warehouse;

  @BeforeAll
  static void keepSomeRequests(SparkSession session) {
    spark = session;
    warehouse = new Warehouse(session, folder.toString());
    Dataset<Row> requests =
        request("tiny/hotline", "2020-03-31", ALIKE)
            .unionByName(request("tiny/hotline", "2020-03-31", ALIKE))
            .unionByName(request("tiny/hotline", "2020-03-31", OF_B))
            .unionByName(request("tiny/hotline", "2020-03-31", OF_NOBODY))
            .unionByName(request("tiny/hotline", "2020-03-31", APRIL))
            .unionByName(request("tiny/hotline", "2020-04-02", OF_B))
            .unionByName(request("other/hotline", "2020-03-31", OF_B));
    warehouse.append(SilverTables.SERVICE_REQUEST, requests, "run first attempt 1");
  }

  private static Dataset<Row> request(String source, String asOf, String said) {
    return spark.sql(
        "select '%s' as source_id, uuid() as request_id, date '%s' as as_of,"
                .formatted(source, asOf)
            + " city_id, district_id, to_date(opened) as date,"
            + " cast(opened as timestamp) as opened, cast(null as timestamp) as assigned,"
            + " cast(closed as timestamp) as closed, timestamp '2020-03-04 09:00' as known_until,"
            + " agency, 'street' as level,"
            + " cast(null as string) as channel, agencies, 1 as hand_offs, 'v' as source_version"
            + " from values ("
            + said
            + ") as t(city_id, district_id, opened, closed, agency, agencies)");
  }

  @Test
  void thoseThatAreAlikeAreOneRow() {
    assertThat(inputs("district", "A").rows())
        .containsExactly(row("A", "2020-03-02T09:00:00Z", null, "street>health", 2L));
  }

  @Test
  void aCityHasThoseOfItsDistrictsAndNoOthers() {
    assertThat(inputs("city", "C").rows())
        .containsExactly(
            row("A", "2020-03-02T09:00:00Z", null, "street>health", 2L),
            // Of the way nothing is known but who answered.
            row("B", "2020-03-03T09:00:00Z", "2020-03-03T10:00:00Z", "street", 1L));
  }

  private static List<Object> row(
      String district, String opened, String closed, String agencies, long requests) {
    return Arrays.asList(district, opened, closed, "2020-03-31", agencies, "street", 1, requests);
  }

  /** Of March, as published on its last day. */
  private static Inputs inputs(String level, String id) {
    Row value = spark.sql("select '%s' as level, '%s' as district_id".formatted(level, id)).head();
    Row period =
        spark.sql("select date '2020-03-01' as first_day, date '2020-03-31' as last_day").head();
    Publication publication =
        new Publication(
            "tiny",
            LocalDate.of(2020, 3, 31),
            true,
            Map.of(),
            Map.of("tiny/hotline", "v"),
            "config",
            "code");
    return RequestInputs.of(warehouse, publication, value, period);
  }
}
