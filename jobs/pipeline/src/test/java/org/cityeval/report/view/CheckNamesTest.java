package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckNamesTest {
  private static final Subjects SUBJECTS = new Subjects(SampleReport.data());

  /** Harbour is the first district of the sample; nobody is called 99999. */
  @ParameterizedTest
  @CsvSource({
    "falls of new_cases in district riverton-1, falls of new cases in district Harbour 港口区",
    "mobility_change observed in every district, change of mobility observed in every district",
    "falls of policy_grade in district 99999, falls of policy grade in district 99999",
    "rt_mean of the city, reproduction number of the city",
    "us_metros/new_cases: no gap, us_metros/new_cases: no gap",
    "record equation, record equation"
  })
  void districtsHaveTheirNamesAndMeasuresTheirWords(String name, String readable) {
    assertThat(CheckNames.readable(name, SUBJECTS)).isEqualTo(readable);
  }
}
