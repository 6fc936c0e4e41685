package org.cityeval.indicator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.indicator.frontier.TestPractice.IDS;
import static org.cityeval.indicator.frontier.TestPractice.PARAMETERS;
import static org.cityeval.indicator.frontier.TestPractice.WAVE_DAYS;
import static org.cityeval.indicator.frontier.TestPractice.district;
import static org.cityeval.indicator.frontier.TestPractice.districts;
import static org.cityeval.indicator.frontier.TestPractice.entries;
import static org.cityeval.indicator.frontier.TestPractice.judge;
import static org.cityeval.indicator.frontier.TestPractice.parts;
import static org.cityeval.indicator.frontier.TestPractice.subject;
import static org.cityeval.indicator.frontier.TestPractice.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.cityeval.indicator.FrontierIndicator.Entry;
import org.cityeval.indicator.FrontierIndicator.Subject;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

/**
 * Expected factors are ratios of 1 + beta, beta of the program that {@code JointEfficiencyTest}
 * writes out, its sums over the twenty districts of both waves (HiGHS, SciPy 1.17.1); of the
 * catching up, over the ten of each wave.
 */
class EfficiencyProgressTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  private static final double[] TWO_WAVES = {
    1.049707602339,
    1.092715231788,
    0.891458254786,
    1.030956521739,
    1.079545454545,
    1,
    0.881355932203,
    1.251681350616,
    1,
    1.08
  };
  private static final double[] CAUGHT_UP = {
    1.03317535545,
    1,
    0.871559633028,
    0.992233132721,
    1.00625,
    1,
    0.904761904762,
    1.22546728972,
    1,
    1.086206896552
  };

  /** Square roots of the product of both steps, each against its own two waves. */
  private static final double[] THREE_WAVES = {
    1.102474901289,
    1.072486158315,
    1.013791632121,
    0.928839272732,
    1.054956614413,
    1.09544511501,
    1.028409995403,
    1.164820665382,
    1,
    1.119171291045
  };

  private static final double[] CAUGHT_UP_TWICE = {
    1.016452338012,
    1,
    0.985329278164,
    0.88503104692,
    1.003120132387,
    1,
    1,
    1.053468271713,
    1,
    1.100699078558
  };

  private final EfficiencyProgress indicator = new EfficiencyProgress();

  @Test
  void isTheFactorSeenFromTheFrontierOfBothWaves() {
    Map<Subject, Result> results = judge(indicator, districts(2));

    assertThat(values(results, "span")).containsExactly(TWO_WAVES, CLOSE);
    assertThat(parts(results, "span", "efficiency_change")).containsExactly(CAUGHT_UP, CLOSE);
    for (String id : IDS) {
      Result result = results.get(subject(id, "span"));
      assertThat((double) result.parts().get("frontier_change"))
          .isCloseTo(
              result.value() / (double) result.parts().get("efficiency_change"), within(1e-12));
      assertThat(result.parts()).containsEntry("compared_to_wave_2", 10);
      assertThat(result.parts()).containsEntry("factor_to_wave_2", result.value());
      assertThat(result.n()).isEqualTo(1);
      assertThat(result.coverage()).isEqualTo(1);
    }
  }

  @Test
  void isTheGeometricMeanOfTheStepsOfThreeWaves() {
    Map<Subject, Result> results = judge(indicator, districts(3));

    assertThat(values(results, "span")).containsExactly(THREE_WAVES, CLOSE);
    assertThat(parts(results, "span", "efficiency_change")).containsExactly(CAUGHT_UP_TWICE, CLOSE);
    assertThat(parts(results, "span", "factor_to_wave_2")).containsExactly(TWO_WAVES, CLOSE);
    assertThat(results.get(subject("a", "span")).n()).isEqualTo(2);
  }

  @Test
  void whoMissesAWaveIsJudgedByTheStepsItHas() {
    // j is not observed in the third wave, which nine others have.
    List<DistrictSeries> districts = new ArrayList<>(districts(3).subList(0, 9));
    districts.add(
        district("j", 9, 3, 1)
            .with(Quantity.NEW_CASES_ADJUSTED, 2 * WAVE_DAYS, 3 * WAVE_DAYS - 1, Double.NaN)
            .build());

    Map<Subject, Result> results = judge(indicator, districts);

    assertThat(results.get(subject("j", "span")).value()).isCloseTo(TWO_WAVES[9], CLOSE);
    assertThat(results.get(subject("j", "span")).n()).isEqualTo(1);
    assertThat(results.get(subject("j", "span")).coverage()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(results.get(subject("a", "span")).parts())
        .containsEntry("compared_to_wave_2", 10)
        .containsEntry("compared_to_wave_3", 9);
  }

  @Test
  void citiesAreHeldAgainstCities() {
    List<Entry> all = new ArrayList<>(entries(indicator, Level.CITY, districts(2)));
    all.addAll(entries(indicator, Level.DISTRICT, districts(3)));

    Map<Subject, Result> results = judge(indicator, all, PARAMETERS);

    for (int i = 0; i < IDS.size(); i++) {
      assertThat(results.get(new Subject(IDS.get(i), IDS.get(i), Level.CITY, "span")).value())
          .isCloseTo(TWO_WAVES[i], CLOSE);
    }
    assertThat(values(results, "span")).containsExactly(THREE_WAVES, CLOSE);
  }

  @Test
  void isNotApplicableToAWaveOrWithOne() {
    Map<Subject, Result> two = judge(indicator, districts(2));
    Map<Subject, Result> one = judge(indicator, districts(1));

    assertThat(two.get(subject("a", "wave-1")).status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(two.get(subject("a", "wave-1")).reason())
        .isEqualTo("compares waves: see the whole span");
    assertThat(one.get(subject("a", "span")).status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(one.get(subject("a", "span")).reason()).isEqualTo("fewer than two waves");
    assertThat(one.get(subject("a", "span")).n()).isZero();
  }

  @Test
  void isInsufficientWithFewerThanNineToCompare() {
    Map<Subject, Result> eight = judge(indicator, districts(2).subList(0, 8));

    assertThat(eight.get(subject("a", "span")).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(eight.get(subject("a", "span")).reason()).isEqualTo("fewer than 9 to compare");
    assertThat(judge(indicator, districts(2).subList(0, 9)).get(subject("a", "span")).status())
        .isEqualTo(Status.OK);
  }

  @Test
  void whoCannotBeMeasuredInAWaveSaysWhy() {
    List<DistrictSeries> districts = new ArrayList<>(districts(2));
    int last = 2 * WAVE_DAYS - 1;
    districts.add(
        district("k", 0, 2, 1)
            .with(Quantity.NEW_CASES_ADJUSTED, last - 4, last, Double.NaN)
            .build());
    districts.add(
        district("l", 0, 2, 1).with(Quantity.NEW_CASES_ADJUSTED, 0, last, Double.NaN).build());
    districts.add(
        district("m", 0, 2, 1).with(Quantity.ENTERPRISE_SMOOTHED, WAVE_DAYS, last, -1).build());

    Map<Subject, Result> results = judge(indicator, districts);

    assertThat(values(results, "span")).containsExactly(TWO_WAVES, CLOSE);
    assertThat(results.get(subject("k", "span")).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(results.get(subject("k", "span")).reason()).isEqualTo("too few days observed");
    assertThat(results.get(subject("l", "span")).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(results.get(subject("m", "span")).status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(results.get(subject("m", "span")).reason()).isEqualTo("no enterprise activity left");
  }

  @Test
  void standingStillIsAFactorOfOne() {
    List<DistrictSeries> still = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      DistrictSeries first = district(IDS.get(i), i, 1, 1).build();
      still.add(
          district(IDS.get(i), i, 2, 1)
              .with(Quantity.MOBILITY_SMOOTHED, first.daily(Quantity.MOBILITY_SMOOTHED)[0])
              .with(Quantity.ENTERPRISE_SMOOTHED, first.daily(Quantity.ENTERPRISE_SMOOTHED)[0])
              .with(Quantity.NEW_CASES_ADJUSTED, first.daily(Quantity.NEW_CASES_ADJUSTED)[0])
              .build());
    }

    Map<Subject, Result> results = judge(indicator, still);

    for (String id : IDS) {
      Result result = results.get(subject(id, "span"));
      assertThat(result.value()).isCloseTo(1, CLOSE);
      // Whoever is drawn sees both waves alike.
      result
          .interval()
          .ifPresent(
              interval -> {
                assertThat(interval.low()).isCloseTo(1, CLOSE);
                assertThat(interval.high()).isCloseTo(1, CLOSE);
              });
    }
  }

  @Test
  void doesNotDependOnTheOrderOfDistricts() {
    List<DistrictSeries> shuffled = new ArrayList<>(districts(3));
    Collections.shuffle(shuffled, new Random(1));

    assertThat(judge(indicator, shuffled)).isEqualTo(judge(indicator, districts(3)));
  }

  @Test
  void doesNotDependOnPeopleOrOnTheUnitOfCases() {
    List<DistrictSeries> larger = new ArrayList<>();
    List<DistrictSeries> tenfold = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      larger.add(district(IDS.get(i), i, 2, 1 + i).build());
      tenfold.add(district(IDS.get(i), i, 2, 10).population(100_000).build());
    }

    assertThat(values(judge(indicator, larger), "span")).containsExactly(TWO_WAVES, CLOSE);
    assertThat(values(judge(indicator, tenfold), "span")).containsExactly(TWO_WAVES, CLOSE);
  }

  @Test
  void twinsChangeNobody() {
    List<DistrictSeries> twins = new ArrayList<>(districts(2));
    for (int i = 0; i < IDS.size(); i++) {
      twins.add(district(IDS.get(i) + "2", i, 2, 3).build());
    }

    Map<Subject, Result> results = judge(indicator, twins);

    assertThat(values(results, "span")).containsExactly(TWO_WAVES, CLOSE);
    assertThat(results.get(subject("h2", "span")).value()).isCloseTo(TWO_WAVES[7], CLOSE);
  }

  @Test
  void anIntervalHoldsTheValueAndSaysOnHowMuchItRests() {
    Map<Subject, Result> results = judge(indicator, districts(3));

    assertThat(IDS).anyMatch(id -> results.get(subject(id, "span")).interval().isPresent());
    for (String id : IDS) {
      Result result = results.get(subject(id, "span"));
      assertThat(result.parts()).containsEntry("replicates", 200);
      int measured = (int) result.parts().get("replicates_measured");
      assertThat(result.interval().isPresent()).isEqualTo(measured >= 100);
      result
          .interval()
          .ifPresent(
              interval -> {
                assertThat(result.value()).isBetween(interval.low(), interval.high());
                assertThat(interval.low()).isPositive();
                assertThat(interval.method()).isEqualTo("subsampling");
              });
    }
  }

  @Test
  void replicatesAreCappedByTheProgramsTheyCost() {
    // 200,000 programs over two steps of ten districts with two waves each.
    Parameters often = PARAMETERS.with(new Parameters.Uncertainty(0.95, 100_000, 0));
    List<Entry> entries = entries(indicator, Level.DISTRICT, districts(3));

    assertThat(judge(indicator, entries, often).get(subject("a", "span")).parts())
        .containsEntry("replicates", 5_000);
  }
}
