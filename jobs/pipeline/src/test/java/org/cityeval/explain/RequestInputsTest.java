package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.Warehouse;
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
    warehouse = new Warehouse(session, StoragePath.of(folder));
    Dataset<Row> requests =
        request("tiny/hotline", "2020-03-31", ALIKE)
            .unionByName(request("tiny/hotline", "2020-03-31", ALIKE))
            .unionByName(request("tiny/hotline", "2020-03-31", OF_B))
            .unionByName(request("tiny/hotline", "2020-03-31", OF_NOBODY))
            .unionByName(request("tiny/hotline", "2020-03-31", APRIL))
            .unionByName(request("tiny/hotline", "2020-04-02", OF_B))
            .unionByName(request("other/hotline", "2020-03-31", OF_B));
    warehouse.replace(
        ServiceRequestTable.SPEC,
        Slice.ofSource("tiny/hotline").or(Slice.ofSource("other/hotline")),
        requests,
        "run first attempt 1");
  }

  private static Dataset<Row> request(String source, String asOf, String said) {
    return spark.sql(
        "select '%s' as source_id, uuid() as request_id, date '%s' as as_of,"
                .formatted(source, asOf)
            + " city_id, district_id, to_date(opened) as date,"
            + " cast(opened as timestamp) as opened, cast(null as timestamp) as assigned,"
            + " cast(closed as timestamp) as closed, timestamp '2020-03-04 09:00' as known_until,"
            + " agency, 'street' as level,"
            + " cast(null as string) as channel, cast(agencies as string) as agencies,"
            + " 1 as hand_offs, 'v' as source_version"
            + " from values ("
            + said
            + ") as t(city_id, district_id, opened, closed, agency, agencies)");
  }

  @Test
  void thoseThatAreAlikeAreOneRow() {
    assertThat(inputs("district", "A").rows())
        .containsExactly(row("street>health", false, 48.0, 48.0, 2L));
  }

  @Test
  void aCityHasThoseOfItsDistrictsAndNoOthers() {
    assertThat(inputs("city", "C").rows())
        .containsExactly(
            // Of the way nothing is known but who answered.
            row("street", true, 1.0, 1.0, 1L), row("street>health", false, 48.0, 48.0, 2L));
  }

  @Test
  void ofManyTheBriefestAreToTheMinuteAndTheOthersOneRow() {
    // 1,500 closed after 1, 2, ... 1,500 minutes.
    Dataset<Row> many =
        IntStream.rangeClosed(1, 1500)
            .mapToObj(minute -> "(" + minute + ")")
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining(","),
                    minutes -> spark.sql("select * from values " + minutes + " as t(minute)")))
            .crossJoin(
                request("tiny/many", "2020-03-31", OF_B)
                    .drop(ServiceRequestTable.REQUEST_ID.name(), "district_id", "closed"))
            .selectExpr(
                "*",
                "'M' as district_id",
                "cast(minute as string) as request_id",
                "opened + make_dt_interval(0, 0, minute) as closed");
    warehouse.replace(
        ServiceRequestTable.SPEC, Slice.ofSource("tiny/many"), many, "run second attempt 1");

    Inputs inputs = inputs(publication(Map.of(), "tiny/many"), "district", "M");

    assertThat(inputs.leftOut()).isZero();
    assertThat(inputs.rows()).hasSize(1000);
    assertThat(inputs.rows().get(0)).isEqualTo(row("street", true, 1 / 60.0, 1 / 60.0, 1L));
    assertThat(inputs.rows().get(998)).isEqualTo(row("street", true, 16.65, 16.65, 1L));
    assertThat(inputs.rows().get(999)).isEqualTo(row("street", true, 1000 / 60.0, 25.0, 501L));
  }

  @Test
  void aPublicationKeepsTheRequestsItWasMadeFrom() {
    long then = warehouse.version(ServiceRequestTable.SPEC);
    warehouse.replace(
        ServiceRequestTable.SPEC,
        Slice.ofSource("tiny/pinned"),
        request("tiny/pinned", "2020-03-31", OF_B),
        "run third attempt 1");

    assertThat(
            inputs(
                    publication(
                        Map.of(
                            "silver.service_request", warehouse.version(ServiceRequestTable.SPEC)),
                        "tiny/pinned"),
                    "district",
                    "B")
                .rows())
        .hasSize(1);
    assertThat(
            inputs(
                    publication(Map.of("silver.service_request", then), "tiny/pinned"),
                    "district",
                    "B")
                .rows())
        .isEmpty();
  }

  private static List<Object> row(
      String agencies, boolean closed, double hoursFrom, double hoursTo, long requests) {
    return List.of(agencies, "street", 1, closed, hoursFrom, hoursTo, requests);
  }

  private static Publication publication(Map<String, Long> versions, String source) {
    return new Publication(
        "tiny",
        LocalDate.of(2020, 3, 31),
        true,
        versions,
        Map.of(source, "v"),
        "config",
        "{}",
        "code");
  }

  private static Inputs inputs(String level, String id) {
    return inputs(publication(Map.of(), "tiny/hotline"), level, id);
  }

  /** Of March, as published on its last day. */
  private static Inputs inputs(Publication publication, String level, String id) {
    StoredRow value = new StoredRow(List.of("level", "district_id"), level, id);
    StoredRow period =
        new StoredRow(
            List.of("first_day", "last_day"), LocalDate.of(2020, 3, 1), LocalDate.of(2020, 3, 31));
    return RequestInputs.of(warehouse, publication, value, period);
  }
}
