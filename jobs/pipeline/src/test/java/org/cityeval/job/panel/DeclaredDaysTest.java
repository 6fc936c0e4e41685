package org.cityeval.job.panel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.cityeval.assembly.CaseEvent;
import org.cityeval.config.lake.EventConfig;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;

class DeclaredDaysTest {
  @Test
  void aDistrictThatIsOnNoListIsRefused() {
    EventConfig event =
        new EventConfig(
            List.of("48201"),
            LocalDate.of(2020, 9, 21),
            "Older cases came in at once",
            CaseEvent.Handling.SPREAD_BACK,
            30,
            null);

    assertThatThrownBy(() -> DeclaredDays.of(List.of(event), List.of()))
        .isInstanceOf(UserProblem.class)
        .hasMessage("events[0].districts: there is no district 48201.");
  }
}
