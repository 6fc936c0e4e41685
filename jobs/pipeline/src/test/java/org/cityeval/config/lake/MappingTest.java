package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cityeval.config.lake.Mapping.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
  private static Mapping asOf(String asOf) {
    return new Mapping(Shape.LONG, "id", "day", null, null, null, List.of(), asOf);
  }

  @Test
  void anAsOfThatIsADayIsDeclaredForAllRows() {
    assertThat(asOf("2020-05-08").declaredAsOf()).contains(LocalDate.of(2020, 5, 8));
    assertThat(asOf("2020-05-08").asOfExpression()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"published", "to_date(p, 'M/d/yy')", "2020-02-30", "2020"})
  void anyOtherIsAnExpression(String text) {
    assertThat(asOf(text).declaredAsOf()).isEmpty();
    assertThat(asOf(text).asOfExpression()).contains(text);
  }

  @Test
  void withoutOneNothingIsSaid() {
    assertThat(asOf(null).declaredAsOf()).isEmpty();
    assertThat(asOf(null).asOfExpression()).isEmpty();
  }

  @Test
  void aRowOfManyCellsIsWide() {
    assertThat(List.of(Shape.values()).stream().filter(Shape::isWide))
        .containsExactly(Shape.WIDE_DATES, Shape.WIDE_DISTRICTS);
  }
}
