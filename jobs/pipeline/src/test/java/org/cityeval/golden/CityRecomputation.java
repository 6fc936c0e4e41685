package org.cityeval.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;

/** The indicators that put the districts of a city side by side, once more. */
final class CityRecomputation {
  private CityRecomputation() {}

  /** A day on which a district's fall of mobility and the risk known were observed. */
  private record Day(int date, double fall, double risk) {}

  private record District(String id, double residents, List<Day> days) {
    double fall() {
      return days.stream().mapToDouble(Day::fall).average().orElseThrow();
    }

    double risk() {
      return days.stream().mapToDouble(Day::risk).average().orElseThrow();
    }

    double burden() {
      return residents * fall();
    }
  }

  static double ofRestriction(String indicatorId, Explained explained) {
    Map<String, double[]> mobility = explained.daily("mobility_smoothed");
    List<District> city = new ArrayList<>();
    for (String id : explained.districts()) {
      double[] known = known(explained, id);
      List<Day> days = new ArrayList<>();
      for (int date = 0; date < known.length; date++) {
        if (!Double.isNaN(known[date]) && !Double.isNaN(mobility.get(id)[date])) {
          days.add(new Day(date, Math.max(0, -mobility.get(id)[date]), known[date]));
        }
      }
      city.add(new District(id, explained.residents(id), days));
    }
    return switch (indicatorId) {
      case "P4" -> targeting(city);
      case "P5" -> concentration(city);
      case "D1" -> betweenDistricts(city);
      case "D2" -> explainedByRisk(city);
      case "S4" -> moran(city, explained);
      default -> throw new IllegalArgumentException(indicatorId);
    };
  }

  /** The higher of own and neighbours' risk, as old as a decision knows it. */
  private static double[] known(Explained explained, String id) {
    var rule = explained.parameters("restriction");
    Assertions.assertThat(rule.get("scope").asText()).isEqualToIgnoringCase("neighbours");
    int lag = rule.get("lagDays").intValue();
    double[] own = explained.daily("risk_level").get(id);
    double[] neighbours = explained.daily("risk_neighbours").get(id);
    double[] known = new double[own.length];
    for (int date = 0; date < known.length; date++) {
      known[date] = date < lag ? Double.NaN : Math.max(own[date - lag], neighbours[date - lag]);
    }
    return known;
  }

  /** Districts of equal risk share what is left of the riskiest residents. */
  private static double targeting(List<District> city) {
    double left = 0.4 * city.stream().mapToDouble(District::residents).sum();
    double borne = 0;
    Map<Double, List<District>> byRisk = new TreeMap<>(Comparator.reverseOrder());
    city.forEach(d -> byRisk.computeIfAbsent(d.risk(), risk -> new ArrayList<>()).add(d));
    for (List<District> alike : byRisk.values()) {
      double residents = alike.stream().mapToDouble(District::residents).sum();
      double part = Math.min(1, left / residents);
      borne += part * alike.stream().mapToDouble(District::burden).sum();
      left -= part * residents;
    }
    return borne / city.stream().mapToDouble(District::burden).sum() / 0.4;
  }

  private static double concentration(List<District> city) {
    double residents = city.stream().mapToDouble(District::residents).sum();
    double sum = 0;
    for (District one : city) {
      double rank = 0;
      for (District other : city) {
        double below = other.risk() < one.risk() ? 1 : other.risk() == one.risk() ? 0.5 : 0;
        rank += below * other.residents() / residents;
      }
      sum += one.burden() * (2 * rank - 1);
    }
    return sum / city.stream().mapToDouble(District::burden).sum();
  }

  private static double betweenDistricts(List<District> city) {
    List<Day> all = city.stream().flatMap(district -> district.days().stream()).toList();
    double mean = all.stream().mapToDouble(Day::fall).average().orElseThrow();
    double between =
        city.stream().mapToDouble(d -> d.days().size() * Math.pow(d.fall() - mean, 2)).sum();
    return between / all.stream().mapToDouble(day -> Math.pow(day.fall() - mean, 2)).sum();
  }

  private static double explainedByRisk(List<District> city) {
    double risks = 0;
    double falls = 0;
    double products = 0;
    int last =
        city.stream().flatMap(d -> d.days().stream()).mapToInt(Day::date).max().orElseThrow();
    for (int date = 0; date <= last; date++) {
      int today = date;
      List<Day> days =
          city.stream().flatMap(d -> d.days().stream()).filter(d -> d.date() == today).toList();
      double risk = days.stream().mapToDouble(Day::risk).average().orElse(0);
      double fall = days.stream().mapToDouble(Day::fall).average().orElse(0);
      for (Day day : days) {
        risks += Math.pow(day.risk() - risk, 2);
        falls += Math.pow(day.fall() - fall, 2);
        products += (day.risk() - risk) * (day.fall() - fall);
      }
    }
    return products < 0 ? 0 : products * products / (risks * falls);
  }

  private static double moran(List<District> city, Explained explained) {
    double risk = city.stream().mapToDouble(District::risk).average().orElseThrow();
    double fall = city.stream().mapToDouble(District::fall).average().orElseThrow();
    double slope =
        city.stream().mapToDouble(d -> (d.risk() - risk) * (d.fall() - fall)).sum()
            / city.stream().mapToDouble(d -> Math.pow(d.risk() - risk, 2)).sum();
    Map<String, Double> left = new TreeMap<>();
    city.forEach(d -> left.put(d.id(), d.fall() - fall - slope * (d.risk() - risk)));
    double products = 0;
    double squares = 0;
    for (District district : city) {
      double own = left.get(district.id());
      products +=
          own
              * explained.neighbours(district.id()).stream()
                  .mapToDouble(left::get)
                  .average()
                  .orElseThrow();
      squares += own * own;
    }
    return products / squares;
  }

  /** Cohen's kappa, disagreements weighing with their square. */
  static double agreement(Explained explained) {
    double[][] table = new double[5][5];
    double days = 0;
    for (String id : explained.districts()) {
      double[] grade = explained.daily("policy_grade").get(id);
      double[] known = known(explained, id);
      for (int date = 0; date < grade.length; date++) {
        if (!Double.isNaN(grade[date]) && !Double.isNaN(known[date])) {
          table[(int) grade[date]][(int) known[date] - 1]++;
          days++;
        }
      }
    }
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        double row = 0;
        double column = 0;
        for (int k = 0; k < 5; k++) {
          row += table[i][k];
          column += table[k][j];
        }
        observed += (i - j) * (i - j) * table[i][j];
        expected += (i - j) * (i - j) * row * column / days;
      }
    }
    return 1 - observed / expected;
  }

  static double synchrony(Explained explained) {
    Map<String, double[]> change = explained.daily("enterprise_smoothed");
    double deviations = 0;
    double[] sum = new double[change.get(explained.districts().get(0)).length];
    for (String id : explained.districts()) {
      deviations += Math.sqrt(variance(change.get(id)));
      for (int day = 0; day < sum.length; day++) {
        sum[day] += change.get(id)[day];
      }
    }
    return variance(sum) / (deviations * deviations);
  }

  private static double variance(double[] daily) {
    double mean = Arrays.stream(daily).average().orElseThrow();
    return Arrays.stream(daily).map(value -> Math.pow(value - mean, 2)).sum() / daily.length;
  }
}
