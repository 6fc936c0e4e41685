package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.numeric.frontier.DeaData.columns;
import static org.cityeval.numeric.frontier.DeaData.units;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProductivityChangeTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final List<double[]> TOY = ReferenceData.rows("dea_malmquist_toy_crs.csv");
  private static final Activities BEFORE = Activities.of(columns(TOY, 0, 1), columns(TOY, 1, 2));
  private static final Activities AFTER = Activities.of(columns(TOY, 2, 3), columns(TOY, 3, 4));
  private static final EfficiencyMeasure CONSTANT =
      EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.CONSTANT);

  @Test
  void equalsTheMalmquistIndexOfBenchmarking() {
    ProductivityChange[] changes = ProductivityChange.between(CONSTANT, BEFORE, AFTER);
    for (int i = 0; i < changes.length; i++) {
      assertThat(changes[i].index()).isCloseTo(TOY.get(i)[4], CLOSE);
      assertThat(changes[i].technicalChange()).isCloseTo(TOY.get(i)[5], CLOSE);
      assertThat(changes[i].efficiencyChange()).isCloseTo(TOY.get(i)[6], CLOSE);
    }
  }

  @Test
  void globalIsTheSameWhereOneRatioTellsAll() {
    // One input and one output with constant returns: any frontier sees the change of their ratio.
    List<ProductivityChange[]> steps = ProductivityChange.global(CONSTANT, List.of(BEFORE, AFTER));
    assertThat(steps).hasSize(1);
    for (int i = 0; i < BEFORE.size(); i++) {
      ProductivityChange change = steps.get(0)[i];
      assertThat(change.index()).isCloseTo(TOY.get(i)[4], CLOSE);
      assertThat(change.efficiencyChange()).isCloseTo(TOY.get(i)[6], CLOSE);
      assertThat(change.technicalChange()).isCloseTo(TOY.get(i)[5], CLOSE);
    }
  }

  @ParameterizedTest
  @EnumSource(Disposability.class)
  void isMalmquistLuenbergerWithTheDirectionalDistance(Disposability disposability) {
    Activities before = new Activities(units(1, 1), units(1, 0.5), units(1, 1));
    Activities after = new Activities(units(1, 1), units(2, 1), units(1, 1));
    EfficiencyMeasure measure =
        EfficiencyMeasure.directional(ReturnsToScale.CONSTANT, disposability);
    ProductivityChange[] changes = ProductivityChange.between(measure, before, after);
    // Betas by hand. First: 0 and 0 in its own periods, before against after 1/3. After against
    // before -1/2, unless the undesirable output has to grow with it, which the input forbids.
    double expected = disposability == Disposability.STRONG ? Math.sqrt(8 / 3.0) : Double.NaN;
    assertThat(changes[0].index()).isCloseTo(expected, CLOSE);
    assertThat(changes[0].efficiencyChange()).isCloseTo(1, CLOSE);
    // Second: 1/3 and 1/3 in its own, after against before 0, before against after 3/5.
    assertThat(changes[1].index()).isCloseTo(Math.sqrt(1.6), CLOSE);
    assertThat(changes[1].efficiencyChange()).isCloseTo(1, CLOSE);
    assertThat(changes[1].technicalChange()).isCloseTo(Math.sqrt(1.6), CLOSE);
    // Against both periods at once: 1/3 then 0, and 3/5 then 1/3.
    ProductivityChange[] global = ProductivityChange.global(measure, List.of(before, after)).get(0);
    assertThat(global[0].index()).isCloseTo(4 / 3.0, CLOSE);
    assertThat(global[1].index()).isCloseTo(1.2, CLOSE);
  }

  @Test
  void isUndefinedWhereTheOtherFrontierIsNotMetButGloballyDefined() {
    EfficiencyMeasure variable =
        EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.VARIABLE);
    Activities before = Activities.of(units(2, 4), units(2, 3));
    Activities after = Activities.of(units(2, 4), units(2, 6));
    ProductivityChange[] changes = ProductivityChange.between(variable, before, after);
    assertThat(changes[0].index()).isCloseTo(1, CLOSE);
    // Nobody yielded 6 before.
    assertThat(changes[1].index()).isNaN();
    assertThat(changes[1].technicalChange()).isNaN();
    assertThat(changes[1].efficiencyChange()).isEqualTo(1);
    // 3 would do with 2.5, in the mixture of (2, 2) and (4, 6).
    ProductivityChange global =
        ProductivityChange.global(variable, List.of(before, after)).get(0)[1];
    assertThat(global.index()).isCloseTo(4 / 2.5, CLOSE);
    assertThat(global.technicalChange()).isCloseTo(4 / 2.5, CLOSE);
  }

  @Test
  void isUndefinedForAUnitMissingInOnePeriod() {
    Activities after = Activities.of(units(12, Double.NaN, 16, 60), columns(TOY, 3, 4));
    assertThat(ProductivityChange.between(CONSTANT, BEFORE, after)[1].index()).isNaN();
    assertThat(ProductivityChange.between(CONSTANT, BEFORE, after)[2].index()).isPositive();
    assertThat(ProductivityChange.global(CONSTANT, List.of(BEFORE, after)).get(0)[1].index())
        .isNaN();
  }

  @Test
  void needsTheSameUnitsInEachPeriod() {
    Activities fewer = Activities.of(units(1), units(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProductivityChange.between(CONSTANT, BEFORE, fewer));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProductivityChange.global(CONSTANT, List.of(BEFORE, fewer)));
    assertThat(ProductivityChange.global(CONSTANT, List.of())).isEmpty();
    assertThat(ProductivityChange.global(CONSTANT, List.of(BEFORE))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void standsStillWhereNothingChanges(long seed) {
    Activities activities = DeaData.random(12, 1, new SplittableRandom(seed));
    for (Disposability disposability : Disposability.values()) {
      EfficiencyMeasure measure =
          EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, disposability);
      for (ProductivityChange change :
          ProductivityChange.between(measure, activities, activities)) {
        assertThat(change.index()).isCloseTo(1, CLOSE);
        assertThat(change.technicalChange()).isCloseTo(1, CLOSE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void globalChangesMultiplyOverThePeriods(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Activities> periods =
        List.of(
            DeaData.random(12, 1, random),
            DeaData.random(12, 1, random),
            DeaData.random(12, 1, random));
    List<Activities> around =
        List.of(periods.get(0), periods.get(1), periods.get(2), periods.get(0));
    EfficiencyMeasure measure =
        EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.WEAK);
    List<ProductivityChange[]> steps = ProductivityChange.global(measure, around);
    for (int i = 0; i < 12; i++) {
      double product = 1;
      for (ProductivityChange[] step : steps) {
        product *= step[i].index();
        assertThat(step[i].efficiencyChange() * step[i].technicalChange())
            .isCloseTo(step[i].index(), CLOSE);
      }
      assertThat(product).isCloseTo(1, CLOSE);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 5);
  }
}
