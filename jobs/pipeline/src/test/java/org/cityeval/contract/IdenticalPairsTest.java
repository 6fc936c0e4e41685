package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cityeval.config.lake.MustBe;
import org.junit.jupiter.api.Test;

class IdenticalPairsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

  /** A pair may share fewer than 40 days. */
  private static final MustBe BELOW_40 = new MustBe(null, null, null, null, 40.0, null, null, null);

  private final IdenticalPairs pairs = new IdenticalPairs();

  private static List<Measurement> stretch(String rule, int from, int days, String... districts) {
    return Arrays.stream(districts)
        .map(
            district ->
                new Measurement(
                    rule,
                    new Measurement.Subject("new_cases", district, null),
                    FIRST.plusDays(from),
                    FIRST.plusDays(from + days - 1L),
                    days,
                    true))
        .toList();
  }

  @Test
  void addsUpTheStretchesOfEachPair() {
    // By hand: a and b share 28 + 20 days, each of them and c 28 only.
    pairs.add(stretch("copies", 0, 28, "c", "a", "b"));
    pairs.add(stretch("copies", 28, 20, "b", "a"));

    assertThat(pairs.breaking("copies", BELOW_40))
        .containsExactly(
            new Measurement(
                "copies",
                new Measurement.Subject("new_cases", "a", "b"),
                FIRST,
                FIRST.plusDays(47),
                48,
                false));
  }

  @Test
  void keepsChecksApart() {
    pairs.add(stretch("copies", 0, 28, "a", "b"));
    pairs.add(stretch("other", 28, 28, "a", "b"));

    assertThat(pairs.breaking("copies", BELOW_40)).isEmpty();
    assertThat(pairs.breaking("absent", BELOW_40)).isEmpty();
  }
}
