package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.MEASURE;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.table.silver.ObservationTable;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

  private static final StructType RECORD =
      new StructType()
          .add(MEASURE.field())
          .add(DATE.field())
          .add(AS_OF.field())
          .add(ObservationTable.VALUE.field());

  /** Records of a day of March, a day of publication in April (0 for none) and a value. */
  private static Series of(double[]... records) {
    Series.Collector collector = new Series.Collector();
    for (double[] record : records) {
      collector.add(
          new GenericRowWithSchema(
              new Object[] {
                "new_cases",
                LocalDate.of(2020, 3, (int) record[0]),
                record[1] == 0 ? null : LocalDate.of(2020, 4, (int) record[1]),
                record[2]
              },
              RECORD));
    }
    return collector.series();
  }

  @Test
  void daysComeInOrderWhateverTheOrderOfTheRecords() {
    Series series = of(new double[] {3, 0, 30}, new double[] {1, 0, 10}, new double[] {2, 0, 20});

    assertThat(series.days()).containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
    assertThat(series.values()).containsExactly(10, 20, 30);
  }

  @Test
  void ofADayTheValuePublishedLastStands() {
    assertThat(of(new double[] {1, 5, 1}, new double[] {1, 9, 2}, new double[] {1, 7, 3}).values())
        .containsExactly(2);
    assertThat(of(new double[] {1, 0, 1}, new double[] {1, 5, 2}).values()).containsExactly(2);
    assertThat(of(new double[] {1, 5, 2}, new double[] {1, 0, 1}).values()).containsExactly(2);
  }

  @Test
  void incrementsAreSinceTheValueBeforeAndTheFirstHasNone() {
    assertThat(
            of(new double[] {1, 0, 4}, new double[] {2, 0, 9}, new double[] {5, 0, 7}).increments())
        .containsExactly(Double.NaN, 5, -2);
    assertThat(new Series(new LocalDate[0], new double[0]).increments()).isEmpty();
  }

  @Test
  void eventsOfASumAreItsIncrementsAndOfOthersTheirValues() {
    Series series = of(new double[] {1, 0, 4}, new double[] {2, 0, 9});

    assertThat(series.events(MeasureKind.CUMULATIVE_COUNT)).containsExactly(Double.NaN, 5);
    assertThat(series.events(MeasureKind.DAILY_COUNT)).containsExactly(4, 9);
    assertThat(series.events(MeasureKind.INDEX)).containsExactly(4, 9);
  }

  @Test
  void countsTheDaysThatAreAskedFor() {
    Series series = of(new double[] {1, 0, 4}, new double[] {2, 0, 9}, new double[] {9, 0, 9});

    assertThat(series.observed(day -> day.isBefore(FIRST.plusDays(2)))).isEqualTo(2);
  }

  @Test
  void aMeasureThatIsNotToldOfHasNoDays() {
    Series.Collector cases = new Series.Collector();
    cases.add(new GenericRowWithSchema(new Object[] {"new_cases", FIRST, null, 1.0}, RECORD));

    assertThat(Series.of(Map.of("new_cases", cases), "new_cases").days()).hasSize(1);
    assertThat(Series.of(Map.of("new_cases", cases), "policy_grade").days()).isEmpty();
  }
}
