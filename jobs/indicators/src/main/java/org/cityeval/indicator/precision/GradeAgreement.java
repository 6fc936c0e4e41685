package org.cityeval.indicator.precision;

import static org.cityeval.series.Quantity.POLICY_GRADE;
import static org.cityeval.series.Quantity.RISK_CITY;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.LeadIn;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.restriction.RestrictionDays;
import org.cityeval.numeric.classification.WeightedKappa;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Whether the grade of what was ordered agreed with the grade of the risk. The only indicator of
 * precision that reads orders, and so the only one that fear cannot move.
 */
public final class GradeAgreement implements PooledIndicator {
  private static final int GRADES = 5;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("P6", "grade_agreement")
          .title("Grade agreement", "分级一致性")
          .plainly(
              "How well the strictness of orders followed the level of risk: 1 is full agreement, 0 is chance.",
              "管控分级与风险等级是否一致：1为完全一致，0相当于随机。")
          .dimension(Dimension.PRECISION)
          .unit(Unit.COEFFICIENT)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(POLICY_GRADE, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Agreement beyond chance, day by day, of the grade of restriction ordered"
                  + " with the level of risk known when it was decided: Cohen's kappa, a"
                  + " disagreement weighing with the square of its size. Grades go from 0 (none)"
                  + " to %d (stay at home), to the nearest whole. Levels go from 1 (green) to %d"
                  + " (red). The level is that of %d day earlier (the default), also where that day lies"
                  + " before the period, and of %s (the default scope). 1 is full agreement, 0 what"
                  + " chance would give. Days without"
                  + " both are left out; insufficient below %d days; not applicable where it was"
                  + " one grade and one level throughout. The city pools the district-days of its"
                  + " districts. n is the district-days observed.",
              GRADES - 1,
              GRADES,
              Parameters.DEFAULTS.restriction().lagDays(),
              Parameters.DEFAULTS.restriction().scope().id(),
              Minimum.DAYS)
          .formula("κ = 1 − Σ w·O / Σ w·E, w = (i − j)² / (k − 1)²")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites("Cohen (1968), Psychol. Bull. 70:213", DayStatistic.SOURCE)
          .methodVersion(3)
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  /** Values: first day (epoch), then by day 5 times the grade's place plus the risk's, or NaN. */
  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    RestrictionDays days = RestrictionDays.of(series, parameters.restriction().lagDays());
    if (!series.observes(POLICY_GRADE) || !days.isRiskKnown()) {
      return Trace.none(Status.MISSING_INPUT, "orders or risk level not observed", 0, 0);
    }
    double[] risk = days.risk(parameters.restriction().scope());
    double[] grade = series.daily(POLICY_GRADE);
    double[] trace = new double[1 + grade.length];
    trace[0] = series.firstDay().toEpochDay();
    int observed = 0;
    for (int day = 0; day < grade.length; day++) {
      double place = Math.min(GRADES - 1, Math.max(0, Math.rint(grade[day])));
      trace[1 + day] = GRADES * place + risk[day] - 1;
      observed += Double.isNaN(trace[1 + day]) ? 0 : 1;
    }
    return new Trace(Status.OK, "", observed, (double) observed / series.days(), trace);
  }

  @Override
  public Pooled pool(City city, Parameters parameters, Seeds seeds) {
    Map<String, Result> districts = new LinkedHashMap<>();
    List<Trace> judged = new ArrayList<>();
    for (Member member : city.members()) {
      Trace trace = member.trace();
      if (trace.status() != Status.OK) {
        districts.put(member.districtId(), trace.refusal());
      } else if (trace.n() < Minimum.DAYS) {
        Result few =
            Result.none(Status.INSUFFICIENT, "fewer than " + Minimum.DAYS + " days observed");
        districts.put(member.districtId(), trace.observed(few));
      } else {
        judged.add(trace);
        districts.put(member.districtId(), trace.observed(judge(List.of(trace), parameters)));
      }
    }
    double coverage = judged.stream().mapToDouble(Trace::coverage).sum();
    Result whole =
        judged.isEmpty() ? none(city) : judge(judged, parameters).with("districts", judged.size());
    return new Pooled(
        whole
            .withN(judged.stream().mapToInt(Trace::n).sum())
            .withCoverage(city.members().isEmpty() ? 0 : coverage / city.members().size()),
        districts);
  }

  private static Result none(City city) {
    boolean missing =
        city.members().stream().allMatch(member -> member.trace().status() == Status.MISSING_INPUT);
    return missing
        ? Result.none(Status.MISSING_INPUT, "orders or risk level not observed")
        : Result.none(Status.INSUFFICIENT, "no district can be judged");
  }

  private static Result judge(List<Trace> traces, Parameters parameters) {
    int[][] cells = cells(traces);
    int days = cells[0].length;
    double kappa = kappa(cells, LongRunError.once(days), WeightedKappa.Weighting.QUADRATIC);
    if (Double.isNaN(kappa)) {
      return Result.none(
          Status.NOT_APPLICABLE, "one grade of orders and one level of risk throughout");
    }
    Result result =
        new DayStatistic(days, observedDays(cells), ErrorScale.CORRELATION, quadratic(cells))
            .bound(Result.ok(kappa), parameters.uncertainty().level());
    return result
        .with("linear_kappa", kappa(cells, LongRunError.once(days), WeightedKappa.Weighting.LINEAR))
        .with("days_stricter_than_risk", count(cells, 1))
        .with("days_laxer_than_risk", count(cells, -1))
        .with("days_as_risk", count(cells, 0))
        .with("risk_scope", parameters.restriction().scope().id())
        .with("lag_days", parameters.restriction().lagDays());
  }

  /** The kappa of cells by district and day, -1 where unobserved, by how much each day counts. */
  static DayWeighted quadratic(int[][] cells) {
    return DayWeighted.of(
        weights -> kappa(cells, weights, WeightedKappa.Weighting.QUADRATIC),
        weight -> kappas(cells, weight));
  }

  /** By district and day over the days that any has: the cell of the table, -1 where unobserved. */
  private static int[][] cells(List<Trace> traces) {
    long first = traces.stream().mapToLong(trace -> (long) trace.values()[0]).min().orElseThrow();
    long end =
        traces.stream()
            .mapToLong(trace -> (long) trace.values()[0] + trace.values().length - 1)
            .max()
            .orElseThrow();
    int[][] cells = new int[traces.size()][Math.toIntExact(end - first)];
    for (int i = 0; i < cells.length; i++) {
      double[] values = traces.get(i).values();
      int offset = Math.toIntExact((long) values[0] - first);
      Arrays.fill(cells[i], -1);
      for (int day = 1; day < values.length; day++) {
        cells[i][offset + day - 1] = Double.isNaN(values[day]) ? -1 : (int) values[day];
      }
    }
    return cells;
  }

  private static double kappa(int[][] cells, double[] weights, WeightedKappa.Weighting weighting) {
    double[][] table = new double[GRADES][GRADES];
    for (int[] district : cells) {
      for (int day = 0; day < district.length; day++) {
        if (district[day] >= 0) {
          table[district[day] / GRADES][district[day] % GRADES] += weights[day];
        }
      }
    }
    return kappa(table, weighting);
  }

  private static double kappa(double[][] table, WeightedKappa.Weighting weighting) {
    int pairs = 0;
    for (double[] row : table) {
      for (double count : row) {
        pairs += count > 0 ? 1 : 0;
      }
    }
    // One and the same pair of grades on all days says nothing of chance, even if they differ.
    return pairs < 2 ? Double.NaN : WeightedKappa.kappa(table, weighting);
  }

  /**
   * The quadratic kappa by the one day that counts {@code weight}, where each other counts once.
   * Days are added to the cells in the same order, those that count once many at a time.
   */
  private static double[] kappas(int[][] cells, double weight) {
    int[] count = new int[GRADES * GRADES];
    int[][] before = new int[cells.length][cells[0].length];
    for (int i = 0; i < cells.length; i++) {
      for (int day = 0; day < cells[i].length; day++) {
        before[i][day] = cells[i][day] < 0 ? 0 : count[cells[i][day]]++;
      }
    }
    double[] kappas = new double[cells[0].length];
    for (int day = 0; day < kappas.length; day++) {
      double[] sum = new double[count.length];
      int[] added = new int[count.length];
      for (int i = 0; i < cells.length; i++) {
        int cell = cells[i][day];
        if (cell >= 0) {
          sum[cell] = plusOnes(sum[cell], before[i][day] - added[cell]) + weight;
          added[cell] = before[i][day] + 1;
        }
      }
      double[][] table = new double[GRADES][GRADES];
      for (int cell = 0; cell < sum.length; cell++) {
        int left = count[cell] - added[cell];
        table[cell / GRADES][cell % GRADES] = plusOnes(sum[cell], left);
      }
      kappas[day] = kappa(table, WeightedKappa.Weighting.QUADRATIC);
    }
    return kappas;
  }

  /**
   * A sum to which 1 is added so many times, rounded each time. Up to the next power of two nothing
   * is rounded: from 1 on, both are multiples of the smallest step there.
   *
   * @param sum 0 or more, far below 2^53
   */
  private static double plusOnes(double sum, int times) {
    double grown = sum;
    int left = times;
    while (left > 0) {
      double all = grown + left;
      double next = 2 * Math.scalb(1.0, Math.getExponent(grown));
      if (sum == 0 || (grown >= 1 && all < next)) {
        return all;
      }
      int exact = grown < 1 ? 0 : (int) Math.ceil(next - grown) - 1;
      grown += Math.max(1, exact);
      left -= Math.max(1, exact);
    }
    return grown;
  }

  private static int observedDays(int[][] cells) {
    return (int)
        IntStream.range(0, cells[0].length)
            .filter(day -> Arrays.stream(cells).anyMatch(district -> district[day] >= 0))
            .count();
  }

  /** District-days on which the order was stricter than the risk (1), laxer (-1) or alike (0). */
  private static long count(int[][] cells, int sign) {
    return Arrays.stream(cells)
        .flatMapToInt(Arrays::stream)
        .filter(cell -> cell >= 0)
        .filter(cell -> Integer.signum(cell / GRADES - cell % GRADES) == sign)
        .count();
  }
}
