package org.cityeval.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.cityeval.assembly.CountFlag;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;

/**
 * Every day of every city, over the districts observed. Counts are the sum of theirs, changes and
 * grades their mean weighted by residents. Then the same is derived from them as for a district.
 * The share of the residents who live there is kept beside it. A sum is of what was reported, and
 * is not scaled up: what comes late, in one count for several days, would be counted twice.
 */
final class CityDays implements Serializable {
  private static final List<Quantity> SHARES =
      List.of(
          Quantity.CASES_COVERED_SHARE,
          Quantity.MOBILITY_COVERED_SHARE,
          Quantity.ENTERPRISE_COVERED_SHARE,
          Quantity.POLICY_COVERED_SHARE);

  private static final long serialVersionUID = 1;

  private final PanelScope scope;
  private final List<Quantity> measures;

  private final List<Quantity> given;

  CityDays(PanelScope scope) {
    this.scope = scope;
    this.measures = List.copyOf(scope.measures().keySet());
    this.given = given(scope);
  }

  /** What of a district's day is put together: its measures, and its cases as rates take them. */
  static List<Quantity> given(PanelScope scope) {
    List<Quantity> given = new ArrayList<>(scope.measures().keySet());
    if (given.contains(Quantity.NEW_CASES)) {
      given.add(Quantity.NEW_CASES_ADJUSTED);
    }
    return List.copyOf(given);
  }

  /** What the days of a city hold: what its districts give, and the shares covered. */
  private List<Quantity> quantities() {
    List<Quantity> quantities = new ArrayList<>(given);
    quantities.addAll(SHARES);
    return quantities;
  }

  /** The measures that a share tells of: those that make the family's daily level. */
  private List<Quantity> behind(Quantity share) {
    List<Quantity> behind =
        switch (share) {
          case CASES_COVERED_SHARE -> List.of(Quantity.NEW_CASES);
          case MOBILITY_COVERED_SHARE -> scope.rule().mobility();
          case POLICY_COVERED_SHARE -> List.of(Quantity.POLICY_GRADE);
          default -> {
            List<Quantity> enterprise = new ArrayList<>(scope.rule().enterprise());
            enterprise.add(scope.rule().resumptionRate());
            enterprise.add(scope.rule().production());
            yield enterprise;
          }
        };
    return measures.stream().filter(behind::contains).toList();
  }

  /**
   * What a district gives to its city, day by day from the look-back before the span to its end.
   *
   * @param residents not above 0 where unknown
   * @param values finite, or {@code NaN} where there is none
   * @param inputHash of what the days rest on
   */
  record Member(
      double residents, Map<Quantity, double[]> values, CountFlag[] flags, String inputHash) {
    /**
     * From days that begin so many days before the look-back.
     *
     * @param given which of the values are kept, until all districts of the city came
     */
    static Member of(
        double residents,
        List<Quantity> given,
        Map<Quantity, double[]> values,
        CountFlag[] flags,
        String inputHash,
        int before) {
      Map<Quantity, double[]> kept = new EnumMap<>(Quantity.class);
      given.forEach(quantity -> kept.put(quantity, finite(values.get(quantity), before)));
      return new Member(
          residents, kept, Arrays.copyOfRange(flags, before, flags.length), inputHash);
    }

    private static double[] finite(double[] daily, int from) {
      double[] finite = new double[daily.length - from];
      Arrays.setAll(
          finite, day -> Double.isFinite(daily[from + day]) ? daily[from + day] : Double.NaN);
      return finite;
    }
  }

  /**
   * Rows of district_day of one city.
   *
   * @param residents of the city, {@code NaN} where unknown
   * @param members in the order of their ids, so that sums do not depend on partitions
   */
  List<Row> days(String cityId, double residents, List<Member> members) {
    int length = members.get(0).flags().length;
    double[] weights = weights(members);
    Map<Quantity, double[]> observed = new EnumMap<>(Quantity.class);
    quantities().forEach(quantity -> observed.put(quantity, new double[length]));
    List<int[]> needed = given.stream().map(this::neededFor).toList();
    double[][][] values =
        given.stream().map(measure -> byMember(members, measure)).toArray(double[][][]::new);
    CountFlag[] flags = new CountFlag[length];
    for (int day = 0; day < length; day++) {
      Map<Quantity, Double> shares = new EnumMap<>(Quantity.class);
      for (int m = 0; m < given.size(); m++) {
        double[] known = observed(values, m, needed.get(m), day);
        shares.put(given.get(m), share(known, weights));
        observed.get(given.get(m))[day] = together(given.get(m), known, weights);
      }
      for (Quantity share : SHARES) {
        observed.get(share)[day] =
            behind(share).stream().map(shares::get).min(Double::compare).orElse(Double.NaN);
      }
      flags[day] = flag(members, day, observed.get(Quantity.NEW_CASES));
    }
    return PanelRows.of(
        scope,
        new PanelRows.Subject(cityId, cityId, Level.CITY, hash(members, length)),
        DailyDerivation.derive(observed, length, residents, scope.rule()),
        new PanelRows.Notes(flags, Map.of()),
        scope.lookBackFrom());
  }

  /** A measure of each member, day by day. */
  private static double[][] byMember(List<Member> members, Quantity measure) {
    return members.stream().map(member -> member.values().get(measure)).toArray(double[][]::new);
  }

  /** All days rest on the same, member by member. */
  private static String hash(List<Member> members, int days) {
    Fingerprint ofDay = new Fingerprint();
    members.forEach(member -> ofDay.add(member.inputHash()));
    String hash = ofDay.hex();
    Fingerprint ofAll = new Fingerprint();
    for (int day = 0; day < days; day++) {
      ofAll.add(hash);
    }
    return ofAll.hex();
  }

  /** Where a district's count was adjusted, so is the city's. */
  private static CountFlag flag(List<Member> members, int day, double[] cases) {
    CountFlag ofDistricts =
        members.stream()
            .map(member -> member.flags()[day])
            .filter(CountFlag::isAdjusted)
            .max(Comparator.naturalOrder())
            .orElse(CountFlag.NONE);
    boolean falls = cases != null && cases[day] < 0;
    return falls && ofDistricts == CountFlag.NONE ? CountFlag.FALL : ofDistricts;
  }

  /** Residents; where those of any member are unknown, every one counts the same. */
  private static double[] weights(List<Member> members) {
    boolean known = members.stream().allMatch(member -> member.residents() > 0);
    return members.stream().mapToDouble(member -> known ? member.residents() : 1).toArray();
  }

  /**
   * Counts of one unit are divided by one another, so they are of the same districts. But cases as
   * reported do not depend on what is made of them.
   */
  private int[] neededFor(Quantity measure) {
    return IntStream.range(0, given.size())
        .filter(
            other ->
                given.get(other) == measure
                    || (given.get(other) != Quantity.NEW_CASES_ADJUSTED
                        && DailyDerivation.isAdditive(measure)
                        && given.get(other).unit() == measure.unit()))
        .toArray();
  }

  /** The members' values, {@code NaN} where one that is needed beside it is not observed. */
  private static double[] observed(double[][][] values, int measure, int[] needed, int day) {
    double[] observed = new double[values[measure].length];
    for (int member = 0; member < observed.length; member++) {
      observed[member] = values[measure][member][day];
      for (int other : needed) {
        if (Double.isNaN(values[other][member][day])) {
          observed[member] = Double.NaN;
        }
      }
    }
    return observed;
  }

  private static double share(double[] values, double[] weights) {
    double observed = 0;
    double all = 0;
    for (int m = 0; m < weights.length; m++) {
      all += weights[m];
      observed += Double.isNaN(values[m]) ? 0 : weights[m];
    }
    return observed / all;
  }

  private double together(Quantity measure, double[] values, double[] weights) {
    boolean additive = DailyDerivation.isAdditive(measure);
    double least = additive ? scope.minimumShare().counts() : scope.minimumShare().means();
    double share = share(values, weights);
    if (!(share > 0 && Decimals.atLeast(share, least))) {
      return Double.NaN;
    }
    double together = additive ? Decimals.sum(values) : Decimals.weightedMean(values, weights);
    return Double.isFinite(together) ? together : Double.NaN;
  }
}
