package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cityeval.config.lake.ContractConfig.Exclusion;
import org.cityeval.config.lake.ContractConfig.LogicalType;
import org.cityeval.config.lake.ContractConfig.Property;
import org.cityeval.config.lake.ContractConfig.Sla;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractConfigTest {
  private static Exclusion excluding(List<Quantity> measures, String from, String to) {
    return new Exclusion(
        List.of("A"),
        measures,
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        "counted anew",
        "B. Li");
  }

  @ParameterizedTest
  @CsvSource({
    "A, 2020-03-01, true",
    "A, 2020-03-31, true",
    "A, 2020-02-29, false",
    "A, 2020-04-01, false",
    "B, 2020-03-15, false"
  })
  void anExclusionHoldsInItsDistrictsFromTheFirstDayToTheLast(
      String district, LocalDate day, boolean expected) {
    assertThat(
            excluding(null, "2020-03-01", "2020-03-31").covers(Quantity.NEW_CASES, district, day))
        .isEqualTo(expected);
  }

  @Test
  void withoutDaysOrMeasuresItHoldsForAll() {
    LocalDate day = LocalDate.of(2020, 3, 1);

    assertThat(excluding(null, null, null).covers(Quantity.NEW_CASES, "A", day)).isTrue();
    assertThat(excluding(null, null, "2020-02-01").covers(Quantity.NEW_CASES, "A", day)).isFalse();
    assertThat(
            excluding(List.of(Quantity.POLICY_GRADE), null, null)
                .covers(Quantity.NEW_CASES, "A", day))
        .isFalse();
    assertThat(
            excluding(List.of(Quantity.NEW_CASES), null, null).covers(Quantity.NEW_CASES, "A", day))
        .isTrue();
  }

  @Test
  void checksAndExclusionsAreAboutTheWholeAndPropertiesAreNot() {
    List<Property> schema = List.of(new Property("n", LogicalType.NUMBER, true, false, null, null));

    assertThat(new ContractConfig(schema, null, null, null, null).isAboutTheWhole()).isFalse();
    assertThat(
            new ContractConfig(schema, null, null, null, List.of(excluding(null, null, null)))
                .isAboutTheWhole())
        .isTrue();
  }

  @Test
  void rulesAreNamedAsExceptionsNameThem() {
    assertThat(new Property("new cases", LogicalType.NUMBER, true, false, null, null).rule())
        .isEqualTo("schema.new cases");
    assertThat(Sla.LATENCY.rule()).isEqualTo("latency");
  }
}
