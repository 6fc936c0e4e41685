package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;
import org.cityeval.request.TestRequests;
import org.cityeval.series.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the indicators of requests; {@link IndicatorLawsTest} has those of daily series. */
class RequestLawsTest {
  private static final Parameters PARAMETERS = Parameters.DEFAULTS;

  static Stream<RequestIndicator> indicators() {
    return Indicators.ALL.stream()
        .filter(RequestIndicator.class::isInstance)
        .map(RequestIndicator.class::cast);
  }

  /** Every indicator over random registers: none to many requests, told in full or in part. */
  static Stream<Arguments> registers() {
    return indicators()
        .flatMap(
            indicator ->
                LongStream.range(0, 40)
                    .mapToObj(
                        seed ->
                            Arguments.of(
                                indicator,
                                RandomRequests.of(
                                    seed, (int) (seed * seed / 8), 0.2 * (seed % 4)))));
  }

  @Test
  void thereAreIndicatorsOfRequests() {
    assertThat(indicators()).hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("registers")
  void isPure(RequestIndicator indicator, RequestTally requests) {
    assertThat(evaluate(indicator, requests)).isEqualTo(evaluate(indicator, requests));
  }

  @ParameterizedTest
  @MethodSource("registers")
  void isFiniteOrSaysWhyNot(RequestIndicator indicator, RequestTally requests) {
    Result result = evaluate(indicator, requests);

    assertThat(Double.isFinite(result.value())).isEqualTo(result.status() == Status.OK);
    assertThat(result.reason().isBlank()).isEqualTo(result.status() == Status.OK);
    assertThat(result.coverage()).isBetween(0.0, 1.0);
    assertThat(result.n()).isBetween(0, (int) requests.count());
  }

  @ParameterizedTest
  @MethodSource("registers")
  void staysWithinTheRangeOfItsUnit(RequestIndicator indicator, RequestTally requests) {
    Result result = evaluate(indicator, requests);

    if (result.status() == Status.OK) {
      assertThat(result.value()).isBetween(lowest(indicator), highest(indicator));
    }
  }

  @ParameterizedTest
  @MethodSource("registers")
  void anIntervalHoldsItsValue(RequestIndicator indicator, RequestTally requests) {
    Result result = evaluate(indicator, requests);

    if (result.status() == Status.OK && result.interval().isPresent()) {
      Interval interval = result.interval().get();
      assertThat(result.value() < interval.low()).isFalse();
      assertThat(result.value() > interval.high()).isFalse();
      assertThat(interval.low() < lowest(indicator)).isFalse();
      assertThat(interval.high() > highest(indicator)).isFalse();
      assertThat(interval.level()).isEqualTo(0.95);
      assertThat(interval.method()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("registers")
  void aCensoredValueIsBoundedBelow(RequestIndicator indicator, RequestTally requests) {
    Result result = evaluate(indicator, requests);

    if (result.status() == Status.CENSORED) {
      assertThat(result.interval().orElseThrow().low()).isNotNegative();
      assertThat(result.interval().orElseThrow().high()).isNaN();
    }
  }

  @ParameterizedTest
  @MethodSource("registers")
  void theOrderOfGroupsDoesNotMatter(RequestIndicator indicator, RequestTally requests) {
    List<RequestGroup> shuffled = new ArrayList<>(requests.groups());
    Collections.shuffle(shuffled, new Random(1));

    assertThat(evaluate(indicator, new RequestTally(requests.days(), shuffled)))
        .isEqualTo(evaluate(indicator, requests));
  }

  @ParameterizedTest
  @MethodSource("registers")
  void mergingEqualGroupsDoesNotMatter(RequestIndicator indicator, RequestTally requests) {
    List<RequestGroup> ones = new ArrayList<>();
    for (RequestGroup group : requests.groups()) {
      ones.addAll(Collections.nCopies((int) group.count(), counted(group, 1)));
    }

    assertThat(evaluate(indicator, new RequestTally(requests.days(), ones)))
        .isEqualTo(evaluate(indicator, requests));
  }

  @ParameterizedTest
  @MethodSource("registers")
  void manyMoreOfTheSameMakeItSurerAndNotOther(RequestIndicator indicator, RequestTally requests) {
    List<RequestGroup> hundredfold =
        requests.groups().stream().map(group -> counted(group, 100 * group.count())).toList();
    Result few = evaluate(indicator, requests);
    Result many = evaluate(indicator, new RequestTally(requests.days(), hundredfold));

    if (few.status() == Status.OK) {
      assertThat(many.value()).isCloseTo(few.value(), within(1e-9));
      assertThat(width(many)).isLessThanOrEqualTo(width(few));
    }
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void isMissingInputWithoutARequest(RequestIndicator indicator) {
    assertThat(evaluate(indicator, TestRequests.ofDays(30).build()).status())
        .isEqualTo(Status.MISSING_INPUT);
    assertThat(evaluate(indicator, TestRequests.ofDays(0).build()).status())
        .isEqualTo(Status.MISSING_INPUT);
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void isOkWhereThereIsEnoughToSee(RequestIndicator indicator) {
    assertThat(evaluate(indicator, RandomRequests.of(5, 200, 0.05)).status()).isEqualTo(Status.OK);
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void isExactWhereItSaysSoAndBoundElsewhere(RequestIndicator indicator) {
    assertThat(evaluate(indicator, RandomRequests.of(5, 200, 0.05)).interval().isPresent())
        .isEqualTo(indicator.spec().exact().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void isDeclaredInFull(RequestIndicator indicator) {
    IndicatorSpec spec = indicator.spec();

    assertThat(spec.title().english()).isNotBlank().isASCII();
    assertThat(spec.title().chinese()).matches(".*\\p{IsHan}.*");
    assertThat(spec.definition()).endsWith(".").doesNotContain("%d", "%.", "%s", "  ");
    assertThat(spec.uncertainty()).endsWith(".").doesNotContain("  ");
    assertThat(spec.citations()).isNotEmpty().noneMatch(String::isBlank);
    assertThat(spec.readsRequests()).isTrue();
    assertThat(spec.leadIn()).isEqualTo(LeadIn.NONE);
    assertThat(spec.methodVersion()).isPositive();
  }

  private static RequestGroup counted(RequestGroup group, long count) {
    return new RequestGroup(
        group.openedDay(),
        group.path(),
        group.level(),
        group.handOffs(),
        group.closed(),
        group.hours(),
        count);
  }

  /** Infinite where an end is open; 0 where there is no interval. */
  private static double width(Result result) {
    return result
        .interval()
        .map(i -> Double.isNaN(i.high()) ? Double.POSITIVE_INFINITY : i.high() - i.low())
        .orElse(0.0);
  }

  private static double lowest(RequestIndicator indicator) {
    return indicator.spec().unit() == Unit.EFFECTIVE_NUMBER ? 1 : 0;
  }

  private static double highest(RequestIndicator indicator) {
    return indicator.spec().unit() == Unit.RATIO ? 1 : Double.MAX_VALUE;
  }

  private static Result evaluate(RequestIndicator indicator, RequestTally requests) {
    return indicator.evaluate(requests, PARAMETERS, 1);
  }
}
