package org.cityeval.job.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.table.gold.DateTable;
import org.cityeval.table.spec.Keys;
import org.junit.jupiter.api.Test;

class DimensionsTest {
  private static Map<LocalDate, Row> days(String config) {
    EvaluationConfig loaded =
        ConfigLoader.load(Path.of("../../conf/" + config), Map.of(), List.of());
    List<Row> rows = Dimensions.dates(loaded, LocalDate.of(2021, 1, 1));
    return rows.stream()
        .map(row -> (Row) new GenericRowWithSchema(cells(row), DateTable.SPEC.structType()))
        .collect(Collectors.toMap(Keys.DATE::of, Function.identity()));
  }

  private static Object[] cells(Row row) {
    return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
  }

  /** Of a printed calendar: 1 March 2020 was the Sunday of the ninth ISO week. */
  @Test
  void everyDayOfTheSpanHasItsPlaceInTheCalendar() {
    Map<LocalDate, Row> days = days("us-metros.yaml");
    Row first = days.get(LocalDate.of(2020, 3, 1));
    Row second = days.get(LocalDate.of(2020, 3, 2));

    assertThat(days).hasSize(269);
    assertThat(DateTable.DATE_KEY.of(first)).isEqualTo(20200301);
    assertThat(DateTable.ISO_WEEK.of(first)).isEqualTo(9);
    assertThat(DateTable.ISO_WEEKDAY.of(first)).isEqualTo(7);
    assertThat(DateTable.IS_WEEKEND.of(first)).isTrue();
    assertThat(DateTable.QUARTER_START.of(first)).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(DateTable.ISO_WEEK.of(second)).isEqualTo(10);
    assertThat(DateTable.IS_WEEKEND.of(second)).isFalse();
  }

  /** Independence Day fell on a Saturday in 2020, and was kept on the Friday before. */
  @Test
  void holidaysAreThoseOfTheConfig() {
    Map<LocalDate, Row> days = days("us-metros.yaml");

    assertThat(DateTable.HOLIDAY.of(days.get(LocalDate.of(2020, 7, 3))))
        .isEqualTo("Independence Day");
    assertThat(DateTable.IS_HOLIDAY.of(days.get(LocalDate.of(2020, 7, 3)))).isTrue();
    assertThat(DateTable.HOLIDAY.of(days.get(LocalDate.of(2020, 7, 4)))).isNull();
    assertThat(DateTable.IS_HOLIDAY.of(days.get(LocalDate.of(2020, 7, 4)))).isFalse();
  }

  @Test
  void withoutAnyNamedNoDayIsSaidToBeNone() {
    assertThat(days("riverton.yaml").values())
        .allSatisfy(day -> assertThat(DateTable.IS_HOLIDAY.of(day)).isNull());
  }
}
