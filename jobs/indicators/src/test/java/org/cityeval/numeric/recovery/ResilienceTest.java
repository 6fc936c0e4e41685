package org.cityeval.numeric.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResilienceTest {
  private static final JsonNode WORKED =
      ReferenceData.json("resilience_sync_worked.json").get("resilience");

  @Test
  void givesTheNumbersOfTheWorkedExample() {
    Resilience resilience = Resilience.of(ReferenceData.array(WORKED.get("Q")));
    assertThat(resilience.lossAreaSum()).isEqualTo(WORKED.get("loss_area_sum").asDouble());
    assertThat(resilience.lossAreaTrapezoid())
        .isEqualTo(WORKED.get("loss_area_trapezoid").asDouble());
    assertThat(resilience.depth()).isEqualTo(WORKED.get("drawdown_depth").asDouble());
    assertThat(resilience.troughDay()).hasValue(WORKED.get("trough_index").asInt());
    assertThat(resilience.firstBelow()).hasValue(WORKED.get("first_below_95").asInt());
    assertThat(resilience.recoveredDay()).hasValue(WORKED.get("recovery95_index").asInt());
    assertThat(resilience.recoveryDays())
        .hasValue(WORKED.get("time_to_recovery95_from_trough").asInt());
    assertThat(resilience.halfRecoveryDays())
        .hasValue(WORKED.get("half_recovery_days_from_trough").asInt());
    assertThat(resilience.index())
        .isCloseTo(WORKED.get("resilience_index_zobel").asDouble(), within(1e-15));
    // The only day above 100 is at 101.
    assertThat(resilience.overshootArea()).isEqualTo(1);
    assertThat(resilience.coverage()).isEqualTo(1);
  }

  @Test
  void lostNothingWhereTheLevelNeverFell() {
    Resilience resilience = Resilience.of(new double[] {100, 130, 104});
    assertThat(resilience.lossAreaSum()).isZero();
    assertThat(resilience.overshootArea()).isEqualTo(34);
    assertThat(resilience.recoveryDays()).hasValue(0);
    assertThat(resilience.halfRecoveryDays()).hasValue(0);
    assertThat(resilience.troughDay()).isEmpty();
    assertThat(resilience.index()).isEqualTo(1);
  }

  @Test
  void isCensoredWhereTheLevelDoesNotComeBack() {
    Resilience resilience = Resilience.of(new double[] {100, 60, 20, 30, 40});
    assertThat(resilience.recoveredDay()).isEmpty();
    assertThat(resilience.recoveryDays()).isEmpty();
    assertThat(resilience.halfRecoveryDays()).isEmpty();
    // 0 + 40 + 80 + 70 + 60; the trapezoid counts half of the last day.
    assertThat(resilience.lossAreaSum()).isEqualTo(250);
    assertThat(resilience.lossAreaTrapezoid()).isEqualTo(220);
  }

  @Test
  void bridgesThreeMissingDaysAndNotFour() {
    double nan = Double.NaN;
    Resilience bridged = Resilience.of(new double[] {100, 80, nan, nan, nan, 40, 100});
    // 20 + 30 + 40 + 50 + 60
    assertThat(bridged.lossAreaSum()).isEqualTo(200);
    assertThat(bridged.coverage()).isCloseTo(4 / 7.0, within(1e-15));
    Resilience torn = Resilience.of(new double[] {100, 80, nan, nan, nan, nan, 40, 100});
    assertThat(torn.lossAreaSum()).isNaN();
    assertThat(torn.index()).isNaN();
    assertThat(torn.depth()).isEqualTo(60);
    assertThat(torn.meanLoss()).isEqualTo(20);
  }

  @Test
  void isUndefinedWithoutAnObservedDay() {
    for (double[] empty : new double[][] {{}, {Double.NaN, Double.NaN}}) {
      Resilience resilience = Resilience.of(empty);
      assertThat(resilience.lossAreaSum()).isNaN();
      assertThat(resilience.depth()).isNaN();
      assertThat(resilience.recoveryDays()).isEmpty();
      assertThat(resilience.coverage()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void staysWithinItsBoundsAndKnowsNoOvershoot(long seed) {
    double[] level = new SplittableRandom(seed).doubles(90, 0, 140).toArray();
    Resilience resilience = Resilience.of(level);
    Resilience capped = Resilience.of(Arrays.stream(level).map(q -> Math.min(q, 100)).toArray());
    assertThat(resilience.index()).isBetween(0.0, 1.0).isEqualTo(capped.index());
    assertThat(resilience.lossAreaTrapezoid()).isLessThanOrEqualTo(resilience.lossAreaSum());
    assertThat(resilience.lossAreaSum()).isLessThanOrEqualTo(resilience.depth() * 90);
    assertThat(capped.overshootArea()).isZero();
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
