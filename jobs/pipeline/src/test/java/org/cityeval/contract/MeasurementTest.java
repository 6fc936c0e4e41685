package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void goesThroughARowAndBack() {
    Measurement pair =
        new Measurement(
            "same",
            new Measurement.Subject("new_cases", "A", "B"),
            LocalDate.of(2020, 3, 1),
            LocalDate.of(2020, 3, 28),
            28,
            false);
    Measurement whole = new Measurement("rows", Measurement.Subject.SOURCE, null, null, 0, true);

    assertThat(Measurement.of(pair.row())).isEqualTo(pair);
    assertThat(Measurement.of(whole.row())).isEqualTo(whole);
    assertThat(pair.row().size()).isEqualTo(Measurement.SCHEMA.size());
  }

  @Test
  void aNumberThatIsNullIsNone() {
    assertThat(
            Measurement.of(RowFactory.create("q", null, null, null, null, null, null, false))
                .number())
        .isNaN();
  }
}
