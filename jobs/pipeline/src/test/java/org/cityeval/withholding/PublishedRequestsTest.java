package org.cityeval.withholding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.series.Period;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two districts of one city: X had 47 requests in May and 3 in June, Y had 60 in each. */
@ExtendWith(SparkExtension.class)
class PublishedRequestsTest {
  private static final List<String> COLUMNS = List.of(IndicatorValueTable.SPEC.columnNames());

  private static final Period SPAN = period("span", 5, 1, 30);
  private static final Period MAY = period("may", 5, 1, 31);
  private static final Period JUNE = period("june", 6, 1, 30);
  private static final Period WAVE = period("wave_1", 5, 1, 20);
  private static final Period ENDING = period("ending", 6, 5, 30);

  /** Of the year 2020; the span ends with June. */
  private static Period period(String id, int month, int first, int last) {
    LocalDate end = LocalDate.of(2020, id.equals("span") ? 6 : month, last);
    return new Period(id, id, Period.Kind.NAMED, LocalDate.of(2020, month, first), end);
  }

  @Test
  void fewRequestsOfAPeriodAreToldByNoOtherRow(SparkSession spark) {
    Map<String, String> told =
        told(
            spark,
            value("X", "district", "span", 50, 25),
            value("X", "district", "may", 47, 23),
            value("X", "district", "june", 3, 2),
            value("Y", "district", "span", 120, 60),
            value("Y", "district", "may", 60, 30),
            value("Y", "district", "june", 60, 30),
            value("c", "city", "span", 170, 85),
            value("c", "city", "may", 107, 53),
            value("c", "city", "june", 63, 32));

    assertThat(told)
        .containsEntry("X span", "ok 50 {\"counted\":25}")
        .containsEntry("X may", "suppressed null {}")
        .containsEntry("X june", "suppressed null {}")
        .containsEntry("Y june", "ok 60 {\"counted\":30}")
        .containsEntry("c span", "ok 170 {\"counted\":85}")
        .containsEntry("c may", "suppressed null {}")
        .containsEntry("c june", "suppressed null {}");
  }

  @Test
  void fewThatAreCountedOrLeftOverAreWithheldLikeFewRequests(SparkSession spark) {
    Map<String, String> told =
        told(
            spark,
            value("X", "district", "span", 50, 48),
            value("Y", "district", "span", 120, 60),
            value("c", "city", "span", 170, 108));

    assertThat(told)
        .containsEntry("X span", "suppressed null {}")
        .containsEntry("Y span", "ok 120 {\"counted\":60}")
        .containsEntry("c span", "suppressed null {}");
  }

  /** Three of June's requests name no agency, and so are behind one indicator alone. */
  @Test
  void fewThatTwoIndicatorsDifferByAreWithheld(SparkSession spark) {
    Map<String, String> told =
        told(
            spark,
            value("X", "district", "june", 100, 50),
            indicator("F2", value("X", "district", "june", 97, 48)),
            value("Y", "district", "june", 60, 30));

    assertThat(told)
        .containsEntry("X june", "suppressed null {}")
        .containsEntry("Y june", "ok 60 {\"counted\":30}");
  }

  /** Three requests of the span lie outside its wave. */
  @Test
  void fewThatAPeriodLeavesOfTheSpanAreWithheld(SparkSession spark) {
    Map<String, String> told =
        told(
            spark,
            value("X", "district", "span", 100, 50),
            value("X", "district", "wave_1", 97, 48),
            value("Y", "district", "span", 100, 50),
            value("Y", "district", "wave_1", 60, 30));

    assertThat(told)
        .containsEntry("X span", "ok 100 {\"counted\":50}")
        .containsEntry("X wave_1", "suppressed null {}")
        .containsEntry("Y wave_1", "ok 60 {\"counted\":30}");
  }

  /** Of 100 requests 50 came in May and 47 from 5 June on: three came on the days between. */
  @Test
  void fewBetweenPeriodsThatDoNotMeetAreWithheld(SparkSession spark) {
    Map<String, String> told =
        told(
            spark,
            value("X", "district", "span", 100, 50),
            value("X", "district", "may", 50, 25),
            value("X", "district", "ending", 47, 23));

    assertThat(told)
        .containsEntry("X span", "ok 100 {\"counted\":50}")
        .containsEntry("X may", "suppressed null {}")
        .containsEntry("X ending", "suppressed null {}");
  }

  /** 300 requests lie outside May; of these only three were counted. */
  @Test
  void fewThatAreCountedOutsideAPeriodAreWithheld(SparkSession spark) {
    Map<String, String> told =
        told(
            spark, value("X", "district", "span", 500, 43), value("X", "district", "may", 200, 40));

    assertThat(told)
        .containsEntry("X span", "ok 500 {\"counted\":43}")
        .containsEntry("X may", "suppressed null {}");
  }

  /** Periods that overlap tell nothing by subtraction. */
  @Test
  void periodsThatMeetAreNotSubtracted(SparkSession spark) {
    assertThat(
            told(
                spark,
                value("X", "district", "june", 60, 30),
                value("X", "district", "may", 57, 28)))
        .containsEntry("X may", "ok 57 {\"counted\":28}");
  }

  private static Row indicator(String id, Row value) {
    Object[] cells = new Object[value.size()];
    Arrays.setAll(cells, value::get);
    cells[COLUMNS.indexOf("indicator_id")] = id;
    return RowFactory.create(cells);
  }

  private static Map<String, String> told(SparkSession spark, Row... values) {
    Map<String, String> told = new TreeMap<>();
    PublishedRequests.withhold(
            spark.createDataFrame(Arrays.asList(values), IndicatorValueTable.SPEC.structType()),
            Map.of("c", List.of(SPAN, MAY, JUNE, WAVE, ENDING)),
            new SmallCount(5))
        .collectAsList()
        .forEach(
            row ->
                told.put(
                    DISTRICT_ID.of(row) + " " + PERIOD_ID.of(row),
                    IndicatorValueTable.STATUS.of(row)
                        + " "
                        + IndicatorValueTable.N.of(row)
                        + " "
                        + IndicatorValueTable.PARTS.of(row)));
    return told;
  }

  private static Row value(String district, String level, String period, long n, long counted) {
    Map<String, Object> cells =
        Map.of(
            "as_of",
            LocalDate.of(2020, 7, 1),
            "city_id",
            "c",
            "district_id",
            district,
            "level",
            level,
            "period_id",
            period,
            "indicator_id",
            "D3",
            "value",
            (double) counted / n,
            "status",
            "ok",
            "n",
            n,
            "parts",
            "{\"counted\":" + counted + ",\"open\":2,\"requests\":" + (n + 2) + "}");
    return RowFactory.create(COLUMNS.stream().map(cells::get).toArray());
  }
}
