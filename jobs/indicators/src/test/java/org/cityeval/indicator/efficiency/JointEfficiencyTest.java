package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.indicator.frontier.TestPractice.IDS;
import static org.cityeval.indicator.frontier.TestPractice.PARAMETERS;
import static org.cityeval.indicator.frontier.TestPractice.WAVE_DAYS;
import static org.cityeval.indicator.frontier.TestPractice.district;
import static org.cityeval.indicator.frontier.TestPractice.districts;
import static org.cityeval.indicator.frontier.TestPractice.entries;
import static org.cityeval.indicator.frontier.TestPractice.judge;
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
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

/**
 * Expected efficiencies are 1 / (1 + beta) of the program of Kuosmanen (2005), written down anew in
 * Python over all ten districts and solved by HiGHS (SciPy 1.17.1): maximise beta, beta free,
 * lambda and mu of each district 0 or more, subject to sum (lambda + mu) x at most the own x, sum
 * lambda y at least (1 + beta) times the own y, sum lambda z equal to (1 - beta) times the own z,
 * and sum (lambda + mu) = 1.
 */
class JointEfficiencyTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  private static final double[] FIRST_WAVE = {
    0.967889908257, 1, 1, 0.898406374502, 0.993788819876, 1, 1, 0.816015252622, 1, 2 / 3.0
  };
  private static final double[] SECOND_WAVE = {
    1, 1, 0.871559633028, 0.891428571429, 1, 1, 0.904761904762, 1, 1, 0.724137931034
  };

  /** Of the means over both waves. */
  private static final double[] SPAN = {
    1, 1, 0.946752352536, 0.92, 1, 1, 1, 0.900887573964, 1, 0.732824427481
  };

  private final JointEfficiency indicator = new JointEfficiency();

  @Test
  void isWhatTheProgramsOverAllDistrictsSay() {
    Map<Subject, Result> results = judge(indicator, districts(2));

    assertThat(results).hasSize(3 * IDS.size());
    assertThat(values(results, "wave-1")).containsExactly(FIRST_WAVE, CLOSE);
    assertThat(values(results, "wave-2")).containsExactly(SECOND_WAVE, CLOSE);
    assertThat(values(results, "span")).containsExactly(SPAN, CLOSE);
  }

  @Test
  void saysWhatItWasMadeFromAndWhoItWasHeldAgainst() {
    Result result = judge(indicator, districts(2)).get(subject("j", "wave-1"));

    // By hand: with half as much again of .50 and half of 6, j is where g is.
    assertThat((double) result.parts().get("mobility_loss")).isCloseTo(0.55, CLOSE);
    assertThat((double) result.parts().get("activity_kept")).isCloseTo(0.50, CLOSE);
    assertThat((double) result.parts().get("cases_per_100k_day")).isCloseTo(6, CLOSE);
    assertThat(result.parts()).containsEntry("compared", 10).containsEntry("peers", "g 1.0000");
    assertThat(result.n()).isEqualTo(WAVE_DAYS);
    assertThat(result.coverage()).isEqualTo(1);
  }

  @Test
  void aDistrictOnTheFrontierIsItsOwnPeer() {
    Result result = judge(indicator, districts(2)).get(subject("f", "wave-1"));

    assertThat(result.parts()).containsEntry("peers", "f 1.0000");
  }

  @Test
  void whoAbatesIsAPeerToo() {
    // HiGHS, the slacks in units of their means maximised after beta: i comes with no activity.
    Result result = judge(indicator, districts(2)).get(subject("a", "wave-1"));

    assertThat(result.parts()).containsEntry("peers", "f 0.4550, g 0.4929, i 0.0521");
  }

  @Test
  void citiesAreHeldAgainstCities() {
    // The districts are in it too, and would be the better practice: half the fall of mobility.
    List<Entry> all = new ArrayList<>(entries(indicator, Level.CITY, districts(1)));
    List<DistrictSeries> better = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      double fall = -0.05 * (i + 1);
      better.add(district(IDS.get(i), i, 1, 1).with(Quantity.MOBILITY_SMOOTHED, fall / 2).build());
    }
    all.addAll(entries(indicator, Level.DISTRICT, better));

    Map<Subject, Result> results = judge(indicator, all, PARAMETERS);

    for (int i = 0; i < IDS.size(); i++) {
      Result city = results.get(new Subject(IDS.get(i), IDS.get(i), Level.CITY, "wave-1"));
      assertThat(city.value()).isCloseTo(FIRST_WAVE[i], CLOSE);
      assertThat(city.parts()).containsEntry("compared", 10);
    }
  }

  @Test
  void isInsufficientWithFewerThanNineToCompare() {
    Map<Subject, Result> nine = judge(indicator, districts(2).subList(0, 9));
    Map<Subject, Result> eight = judge(indicator, districts(2).subList(0, 8));

    assertThat(nine.values()).extracting(Result::status).containsOnly(Status.OK);
    assertThat(eight.values()).extracting(Result::status).containsOnly(Status.INSUFFICIENT);
    Result few = eight.get(subject("a", "span"));
    assertThat(few.reason()).isEqualTo("fewer than 9 to compare");
    assertThat(few.n()).isEqualTo(2 * WAVE_DAYS);
  }

  @Test
  void whoCannotBeMeasuredSaysWhyAndIsNoPeer() {
    // k would dominate all: no cases, full activity, no fall; but is not observed in full.
    List<DistrictSeries> districts = new ArrayList<>(districts(1));
    TestDistrict perfect =
        district("k", 0, 1, 1)
            .with(Quantity.MOBILITY_SMOOTHED, 0)
            .with(Quantity.ENTERPRISE_SMOOTHED, 0)
            .with(Quantity.NEW_CASES_ADJUSTED, 0);
    districts.add(perfect.with(Quantity.MOBILITY_SMOOTHED, 0, 4, Double.NaN).build());
    districts.add(
        perfect.id("l").with(Quantity.MOBILITY_SMOOTHED, 0, WAVE_DAYS - 1, Double.NaN).build());
    districts.add(
        perfect
            .id("m")
            .with(Quantity.MOBILITY_SMOOTHED, 0)
            .with(Quantity.ENTERPRISE_SMOOTHED, -1)
            .build());

    Map<Subject, Result> results = judge(indicator, districts);

    assertThat(values(results, "wave-1")).containsExactly(FIRST_WAVE, CLOSE);
    assertThat(results.get(subject("k", "wave-1")).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(results.get(subject("k", "wave-1")).coverage()).isEqualTo(0.75);
    assertThat(results.get(subject("l", "wave-1")).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(results.get(subject("m", "wave-1")).status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void doesNotDependOnTheOrderOfDistricts() {
    List<DistrictSeries> shuffled = new ArrayList<>(districts(2));
    Collections.shuffle(shuffled, new Random(1));

    assertThat(judge(indicator, shuffled)).isEqualTo(judge(indicator, districts(2)));
  }

  @Test
  void doesNotDependOnHowManyPeopleADistrictHas() {
    List<DistrictSeries> larger = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      larger.add(district(IDS.get(i), i, 1, 1 + i).build());
    }

    assertThat(values(judge(indicator, larger), "wave-1")).containsExactly(FIRST_WAVE, CLOSE);
  }

  @Test
  void doesNotDependOnTheUnitOfCases() {
    // All cases tenfold: each is a share of its own away from the frontier.
    List<DistrictSeries> tenfold = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      tenfold.add(district(IDS.get(i), i, 1, 10).population(100_000).build());
    }

    assertThat(values(judge(indicator, tenfold), "wave-1")).containsExactly(FIRST_WAVE, CLOSE);
  }

  @Test
  void twinsChangeNobody() {
    List<DistrictSeries> twins = new ArrayList<>(districts(1));
    for (int i = 0; i < IDS.size(); i++) {
      twins.add(district(IDS.get(i) + "2", i, 1, 3).build());
    }

    Map<Subject, Result> results = judge(indicator, twins);

    assertThat(values(results, "wave-1")).containsExactly(FIRST_WAVE, CLOSE);
    for (int i = 0; i < IDS.size(); i++) {
      assertThat(results.get(subject(IDS.get(i) + "2", "wave-1")).value())
          .isCloseTo(FIRST_WAVE[i], CLOSE);
    }
  }

  @Test
  void anIntervalLiesBelowTheValueAndSaysOnHowMuchItRests() {
    Map<Subject, Result> results = judge(indicator, districts(2));

    for (Result result : results.values()) {
      Interval interval = result.interval().orElse(null);
      assertThat(result.parts()).containsEntry("replicates", 200);
      if (interval == null) {
        assertThat(result.parts()).doesNotContainKey("bias_corrected");
        assertThat((int) result.parts().get("replicates_measured")).isLessThan(100);
      } else {
        assertThat(interval.high()).isCloseTo(result.value(), CLOSE);
        assertThat(interval.low()).isPositive();
        assertThat(interval.method()).isEqualTo("subsampling");
        assertThat((double) result.parts().get("bias_corrected"))
            .isBetween(interval.low(), interval.high());
        assertThat((int) result.parts().get("replicates_measured")).isBetween(100, 200);
      }
    }
  }

  @Test
  void aCornerThatOnlySubsamplesWithItReachHasAnIntervalOnlyWhereTheyAreMost() {
    // 11^0.65 is 4.75, so 5 of 11 are drawn: i and its twin alone had so small a fall, and one of
    // them is drawn in 1 - C(9, 5)/C(11, 5) = 8 of 11.
    List<DistrictSeries> twins = new ArrayList<>(districts(1));
    twins.add(district("twin", 8, 1, 1).build());
    Result eight = judge(indicator, twins).get(subject("i", "wave-1"));
    assertThat((int) eight.parts().get("replicates_measured")).isBetween(120, 171);
    assertThat(eight.interval()).isPresent();

    // Of 100, 20 are drawn: i is in 1 of 5.
    List<DistrictSeries> many = new ArrayList<>(districts(1));
    for (int k = 0; k < 90; k++) {
      int place = k % 8;
      many.add(district("x" + k, place, 1, 1).build());
    }
    Result two = judge(indicator, many).get(subject("i", "wave-1"));
    assertThat(two.status()).isEqualTo(Status.OK);
    assertThat((int) two.parts().get("replicates_measured")).isBetween(18, 62);
    assertThat(two.interval()).isEmpty();
    assertThat(two.parts()).doesNotContainKey("bias_corrected");
  }

  @Test
  void replicatesAreCappedByTheProgramsTheyCost() {
    Parameters often = PARAMETERS.with(new Parameters.Uncertainty(0.95, 100_000, 0));

    // 200,000 programs over 10 districts.
    List<Entry> entries = entries(indicator, Level.DISTRICT, districts(1));
    Map<Subject, Result> results = judge(indicator, entries, often);

    assertThat(results.get(subject("a", "wave-1")).parts()).containsEntry("replicates", 20_000);
  }

  @Test
  void isTheSameForTheSameSeed() {
    Parameters other = PARAMETERS.with(new Parameters.Uncertainty(0.95, 200, 1));
    List<Entry> entries = entries(indicator, Level.DISTRICT, districts(1));

    assertThat(judge(indicator, entries, PARAMETERS))
        .isEqualTo(judge(indicator, entries, PARAMETERS))
        .isNotEqualTo(judge(indicator, entries, other));
  }
}
