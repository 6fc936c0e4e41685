package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.comparison.Panels.about;
import static org.cityeval.comparison.Panels.beyond;
import static org.cityeval.comparison.Panels.certain;
import static org.cityeval.comparison.Panels.none;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.ranking.Standing;
import org.junit.jupiter.api.Test;

class IndicatorStandingsTest {
  private static final Composites.Draws DRAWS = new Composites.Draws(2000, 0.95, 7);

  @Test
  void tellsApartWhoLiesFarFromTheMedianWhicheverWayIsBetter() {
    // By hand: the median is 20, the ends lie 10 off, 25 standard errors.
    Judged.Value[] days = {
      about(10, 0.8), about(19.9, 0.8), about(20, 0.8), about(20.1, 0.8), about(30, 0.8)
    };

    assertThat(standings(Direction.LOWER, days))
        .containsExactly(
            Optional.of(Standing.CLEARLY_BETTER),
            Optional.of(Standing.NOT_DISTINGUISHABLE),
            Optional.of(Standing.NOT_DISTINGUISHABLE),
            Optional.of(Standing.NOT_DISTINGUISHABLE),
            Optional.of(Standing.CLEARLY_WORSE));
    assertThat(standings(Direction.HIGHER, days).get(0))
        .isEqualTo(Optional.of(Standing.CLEARLY_WORSE));
    assertThat(group(Direction.LOWER, days).median().value()).isEqualTo(20);
  }

  @Test
  void theOnlyOneWhoRecoveredIsClearlyBetterThanTheMedian() {
    Judged.Value[] days = {
      about(69, 5), beyond(224), beyond(221), beyond(218), beyond(224), beyond(219), beyond(223)
    };
    IndicatorStandings.Group group = group(Direction.LOWER, days);

    assertThat(group.members().get(0).standing()).contains(Standing.CLEARLY_BETTER);
    // Those who did not recover are the median: none is told apart from it.
    assertThat(group.members().subList(1, 7))
        .extracting(IndicatorStandings.Member::standing)
        .containsOnly(Optional.of(Standing.NOT_DISTINGUISHABLE));
    // By hand: of 69, 218, 219, 221, 223, 224 and 224 the fourth.
    assertThat(group.median().value()).isNaN();
    assertThat(group.median().exceeds()).isEqualTo(221);
  }

  @Test
  void theCensoredLieBeyondTheOthersInTheMedian() {
    // Two followed for 5 days are worse than 30, not better: 10, 20, 30, then they.
    assertThat(median(certain(30), beyond(5), certain(10), beyond(5), certain(20))).isEqualTo(30);
    // Of four the two in the middle are 20 and 30.
    assertThat(median(certain(30), beyond(5), certain(10), certain(20))).isEqualTo(25);
  }

  @Test
  void whoseErrorIsNotKnownHasNoClassAndWhoHasNoValueIsNotThere() {
    IndicatorStandings.Group group =
        group(Direction.LOWER, certain(1), about(50, 2), none(Status.INSUFFICIENT), about(60, 2));

    assertThat(group.members())
        .extracting(IndicatorStandings.Member::unit)
        .containsExactly(0, 1, 3);
    assertThat(group.members().get(0).standing()).isEmpty();
    assertThat(group.median().value()).isCloseTo(50, within(1e-12));
    assertThat(group(Direction.LOWER, none(Status.INSUFFICIENT), certain(1)).members()).hasSize(1);
  }

  private static double median(Judged.Value... values) {
    return group(Direction.LOWER, values).median().value();
  }

  private static List<Optional<Standing>> standings(Direction better, Judged.Value... values) {
    return group(better, values).members().stream()
        .map(IndicatorStandings.Member::standing)
        .toList();
  }

  private static IndicatorStandings.Group group(Direction better, Judged.Value... values) {
    List<Judged> units = new ArrayList<>();
    Arrays.stream(values)
        .forEach(v -> units.add(new Judged("unit" + units.size(), "x", Map.of("E5", v))));
    Panel panel = new Panel(units, List.of(new Panel.Scored("E5", Dimension.EFFICIENCY, better)));
    return new IndicatorStandings(panel, panel.yardsticks(Panels.MIN_MAX), DRAWS)
        .of(0, IntStream.range(0, values.length).toArray());
  }
}
