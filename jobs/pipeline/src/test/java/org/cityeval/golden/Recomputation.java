package org.cityeval.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;

/**
 * The indicators once more, from their published definitions and an explanation alone: shares no
 * code with the indicators. Series without gaps, as Riverton's are.
 */
final class Recomputation {
  private Recomputation() {}

  static double of(String indicatorId, Explained explained) {
    return switch (indicatorId) {
      case "E1" -> OutbreakRecomputation.lag(explained);
      case "E2" -> OutbreakRecomputation.control(explained);
      case "P4", "P5", "D1", "D2", "S4" -> CityRecomputation.ofRestriction(indicatorId, explained);
      case "P6" -> CityRecomputation.agreement(explained);
      case "S3" -> CityRecomputation.synchrony(explained);
      case "D3", "F1", "F2", "F3", "S1", "S2" -> RequestRecomputation.of(indicatorId, explained);
      case "E3" -> halvingTime(explained);
      case "E4" -> lossArea(whole(explained.daily("enterprise_smoothed").get(own(explained))));
      case "E5" -> recoveryTime(explained);
      case "E6" -> mean(whole(explained.daily("work_resumption_index").get(own(explained))));
      case "P1" -> share(explained, Day::restricted, Day::atRisk);
      case "P2" -> share(explained, Day::atRisk, Day::restricted);
      case "P3" -> discrimination(explained);
      case "P7" -> unneeded(explained);
      case "V1" -> theil(explained);
      case "V2" -> worstOff(explained);
      default -> throw new IllegalArgumentException(indicatorId);
    };
  }

  private static String own(Explained explained) {
    return explained.districtId();
  }

  /**
   * ln 2 over the rate at which the likelihood of a log-linear Poisson mean is highest. With the
   * level profiled out, the score of the rate falls with the rate, so bisection finds its zero.
   */
  private static double halvingTime(Explained explained) {
    double[] smoothed = explained.daily("new_cases_smoothed").get(own(explained));
    double[] cases = explained.daily("new_cases_adjusted").get(own(explained));
    int peak = 0;
    for (int day = 1; day < smoothed.length; day++) {
      peak = smoothed[day] > smoothed[peak] ? day : peak;
    }
    int end = peak + 1;
    while (end < smoothed.length - 1 && smoothed[end] > 0.1 * smoothed[peak]) {
      end++;
    }
    double[] fitted = whole(Arrays.copyOfRange(cases, peak, Math.max(end, peak + 13) + 1));
    double low = -3;
    double high = 3;
    for (int halving = 0; halving < 200; halving++) {
      double rate = (low + high) / 2;
      if (score(fitted, rate) > 0) {
        low = rate;
      } else {
        high = rate;
      }
    }
    return -Math.log(2) / ((low + high) / 2);
  }

  private static double score(double[] cases, double rate) {
    double count = 0;
    double countTime = 0;
    double growth = 0;
    double growthTime = 0;
    for (int t = 0; t < cases.length; t++) {
      count += cases[t];
      countTime += t * cases[t];
      growth += Math.exp(rate * t);
      growthTime += t * Math.exp(rate * t);
    }
    return countTime - count * growthTime / growth;
  }

  private static double lossArea(double[] change) {
    double area = 0;
    for (int day = 1; day < change.length; day++) {
      area += 50 * (Math.max(0, -change[day - 1]) + Math.max(0, -change[day]));
    }
    return area;
  }

  private record Time(double days, boolean recovered) {}

  private static double recoveryTime(Explained explained) {
    Map<String, double[]> daily = explained.daily("enterprise_smoothed");
    double level = explained.parameters("recovery").get("level").doubleValue();
    int held = explained.parameters("recovery").get("sustainedDays").intValue();
    if (!explained.ofCity()) {
      Time own = time(whole(daily.get(own(explained))), level, held);
      Assertions.assertThat(own.recovered()).isTrue();
      return own.days();
    }
    List<Time> times = new ArrayList<>();
    daily.values().forEach(change -> times.add(time(whole(change), level, held)));
    times.sort(Comparator.comparingDouble(Time::days).thenComparing(t -> !t.recovered()));
    double surviving = 1;
    for (int i = 0; i < times.size(); i++) {
      if (times.get(i).recovered()) {
        surviving *= 1 - 1.0 / (times.size() - i);
      }
      if (surviving < 0.5 - 1e-9) {
        return times.get(i).days();
      }
    }
    throw new AssertionError("Half of the districts never recovered");
  }

  private static Time time(double[] change, double level, int held) {
    int trough = 0;
    for (int day = 1; day < change.length; day++) {
      trough = change[day] < change[trough] ? day : trough;
    }
    for (int day = trough; day + held <= change.length; day++) {
      boolean holds = true;
      for (int next = day; next < day + held; next++) {
        holds &= 1 + change[next] >= level;
      }
      if (holds) {
        return new Time(day - trough, true);
      }
    }
    return new Time(change.length - 1 - trough, false);
  }

  private record Day(double residents, double mobility, boolean restricted, boolean atRisk) {}

  private static List<Day> days(Explained explained) {
    var rule = explained.parameters("restriction");
    int lag = rule.get("lagDays").intValue();
    Assertions.assertThat(rule.get("scope").asText()).isEqualToIgnoringCase("neighbours");
    List<Day> days = new ArrayList<>();
    for (String district : explained.districts()) {
      double[] mobility = explained.daily("mobility_smoothed").get(district);
      double[] own = explained.daily("risk_level").get(district);
      double[] neighbours = explained.daily("risk_neighbours").get(district);
      for (int day = lag; day < mobility.length; day++) {
        if (!Double.isNaN(mobility[day]) && !Double.isNaN(own[day - lag])) {
          int least = rule.get("riskLevelAtLeast").intValue();
          days.add(
              new Day(
                  explained.residents(district),
                  mobility[day],
                  mobility[day] <= rule.get("mobilityAtMost").doubleValue(),
                  own[day - lag] >= least || neighbours[day - lag] >= least));
        }
      }
    }
    return days;
  }

  private interface Condition {
    boolean of(Day day);
  }

  /** Share of the days that pass the first test which also pass the second. */
  private static double share(Explained explained, Condition of, Condition which) {
    int all = 0;
    int both = 0;
    for (Day day : days(explained)) {
      all += of.of(day) ? 1 : 0;
      both += of.of(day) && which.of(day) ? 1 : 0;
    }
    return (double) both / all;
  }

  /** Every pair of a day at risk and another. */
  private static double discrimination(Explained explained) {
    List<Day> days = days(explained);
    double won = 0;
    double pairs = 0;
    for (Day risky : days) {
      for (Day other : days) {
        if (risky.atRisk() && !other.atRisk()) {
          pairs++;
          won +=
              risky.mobility() < other.mobility()
                  ? 1
                  : risky.mobility() == other.mobility() ? 0.5 : 0;
        }
      }
    }
    return won / pairs;
  }

  private static double unneeded(Explained explained) {
    double sum = 0;
    for (Day day : days(explained)) {
      sum += day.restricted() && !day.atRisk() ? day.residents() * -day.mobility() : 0;
    }
    return sum;
  }

  private static Map<String, Double> levels(Explained explained) {
    Map<String, Double> levels = new TreeMap<>();
    explained
        .daily("enterprise_smoothed")
        .forEach((id, change) -> levels.put(id, 1 + mean(whole(change))));
    return levels;
  }

  private static double cityMean(Explained explained, Iterable<String> districts) {
    Map<String, Double> levels = levels(explained);
    double sum = 0;
    double residents = 0;
    for (String id : districts) {
      sum += explained.residents(id) * levels.get(id);
      residents += explained.residents(id);
    }
    return sum / residents;
  }

  private static double theil(Explained explained) {
    Map<String, Double> levels = levels(explained);
    double mean = cityMean(explained, levels.keySet());
    double residents = levels.keySet().stream().mapToDouble(explained::residents).sum();
    double sum = 0;
    for (String id : explained.districts()) {
      double relative = levels.get(id) / mean;
      sum += explained.residents(id) / residents * relative * Math.log(relative);
    }
    return sum;
  }

  private static double worstOff(Explained explained) {
    Map<String, Double> levels = levels(explained);
    double mean = cityMean(explained, levels.keySet());
    if (!explained.ofCity()) {
      return 100 * (mean - levels.get(own(explained)));
    }
    List<String> lowest = new ArrayList<>(levels.keySet());
    Collections.sort(lowest, Comparator.comparing(levels::get));
    int fifth = (int) Math.ceil(lowest.size() / 5.0);
    return 100 * (mean - cityMean(explained, lowest.subList(0, fifth)));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double[] whole(double[] daily) {
    Assertions.assertThat(daily).doesNotContain(Double.NaN);
    return daily;
  }
}
