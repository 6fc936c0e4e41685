package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stretches of 28 days from 1 March on: 1 to 28 March, 29 March to 25 April. */
class IdenticalSeriesTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final Measurement.Subject SUBJECT =
      new Measurement.Subject("new_cases", "A", null);

  private static List<IdenticalSeries.Stretch> of(int firstDay, double... values) {
    LocalDate[] days =
        IntStream.range(0, values.length)
            .mapToObj(i -> FIRST.plusDays((long) firstDay + i))
            .toArray(LocalDate[]::new);
    return new IdenticalSeries("same", FIRST).find(SUBJECT, new Series(days, values));
  }

  @Test
  void aSeriesIsCutWhereStretchesBegin() {
    double[] values = IntStream.rangeClosed(1, 30).mapToDouble(i -> i).toArray();
    List<IdenticalSeries.Stretch> stretches = of(20, values);

    assertThat(stretches).hasSize(2);
    assertThat(stretches.get(0).length())
        .isEqualTo(
            new Measurement("same", SUBJECT, FIRST.plusDays(20), FIRST.plusDays(27), 8, true));
    assertThat(stretches.get(1).length().first()).isEqualTo(FIRST.plusDays(28));
    assertThat(stretches.get(1).length().number()).isEqualTo(22);
  }

  @Test
  void daysBeforeTheFirstAreAStretchOfTheirOwn() {
    assertThat(of(-3, 1, 2, 3, 4, 5, 6))
        .extracting(s -> s.length().number())
        .containsExactly(3.0, 3.0);
  }

  /** A few cases agree by chance: three different numbers other than 0 must be there. */
  @Test
  void aStretchOfFewDifferentNumbersTellsNothing() {
    assertThat(of(0, 0, 0, 1, 2, 1, 2, 0)).isEmpty();
    assertThat(of(0, 0, 0, 1, 2, 3)).hasSize(1);
    assertThat(of(0)).isEmpty();
  }

  @Test
  void stretchesAreAlikeWhereDaysAndNumbersAre() {
    assertThat(of(0, 1, 2, 3).get(0).numbers()).isEqualTo(of(0, 1, 2, 3).get(0).numbers());
    assertThat(of(0, 1, 2, 3).get(0).numbers()).isNotEqualTo(of(1, 1, 2, 3).get(0).numbers());
    assertThat(of(0, 1, 2, 3).get(0).numbers())
        .isNotEqualTo(of(0, 1, 2, 3.0000001).get(0).numbers());
  }
}
