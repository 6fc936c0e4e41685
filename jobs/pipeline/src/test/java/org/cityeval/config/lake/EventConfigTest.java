package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cityeval.assembly.CaseEvent;
import org.junit.jupiter.api.Test;

class EventConfigTest {
  private static final LocalDate DAY = LocalDate.of(2020, 3, 14);

  private static CaseEvent event(Integer days, Double cases) {
    return new EventConfig(
            List.of("330100"), DAY, "told late", CaseEvent.Handling.SPREAD_BACK, days, cases)
        .event();
  }

  @Test
  void allCasesOfTheDayAreMeantUnlessANumberIsSaid() {
    assertThat(event(7, null).cases()).isNaN();
    assertThat(event(7, 12.0).cases()).isEqualTo(12);
    assertThat(event(7, 12.0).days()).isEqualTo(7);
  }

  @Test
  void withoutDaysTheEventIsOfItsOwnDay() {
    assertThat(event(null, null).days()).isEqualTo(1);
    assertThat(event(null, null).day()).isEqualTo(DAY);
  }
}
