package org.cityeval.report.data;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.cityeval.assembly.CountFlag;
import org.cityeval.series.Quantity;
import org.cityeval.warehouse.Publication;

/** What one publication holds, as far as the report prints it; null where a table holds null. */
public record ReportData(
    String title,
    Publication publication,
    Scope scope,
    Results results,
    Daily daily,
    Quality quality) {

  /**
   * Ids of the cities and districts that the page has room for in full: those with most residents.
   */
  public Set<String> embedded() {
    Set<String> embedded = new TreeSet<>(scope.largestCities(daily.cityLimit()));
    embedded.addAll(scope.largestDistricts(daily.seriesLimit()));
    return embedded;
  }

  /** The same data under the title the evaluation gives itself; null keeps the present one. */
  public ReportData titled(String as) {
    return new ReportData(as == null ? title : as, publication, scope, results, daily, quality);
  }

  /** What was evaluated, and by which indicators. */
  public record Scope(
      List<City> cities,
      List<District> districts,
      List<Period> periods,
      List<Indicator> indicators) {

    public List<String> largestCities(int limit) {
      return largest(cities, limit);
    }

    public List<String> largestDistricts(int limit) {
      return largest(districts, limit);
    }

    /** Ids of those with the most residents; unknown populations come last. */
    private static List<String> largest(List<? extends Unit> units, int limit) {
      Comparator<Double> mostFirst = Comparator.nullsLast(Comparator.reverseOrder());
      return units.stream()
          .sorted(Comparator.comparing(Unit::population, mostFirst).thenComparing(Unit::id))
          .limit(limit)
          .map(Unit::id)
          .toList();
    }
  }

  private interface Unit {
    String id();

    Double population();
  }

  /** A row of dim_city. */
  public record City(String id, String name, String nameZh, Double population) implements Unit {}

  /** A row of dim_district. */
  public record District(
      String id, String cityId, String name, String nameZh, Double population, String geometryWkt)
      implements Unit {}

  /** A row of dim_period. */
  public record Period(
      String cityId, String id, String title, String kind, LocalDate first, LocalDate last) {}

  /**
   * A row of dim_indicator.
   *
   * @param better by level, of those it is computed for: higher, lower or context
   * @param perResident whether values are divided by the residents before they are compared
   */
  public record Indicator(
      String id,
      String name,
      String title,
      String titleZh,
      String dimension,
      String unit,
      Map<String, String> better,
      boolean perResident,
      String reads,
      String definition,
      String formula,
      String uncertainty,
      String citations,
      int methodVersion) {

    /** Which way is better for rows of a level; context where it is not computed for it. */
    public String better(String level) {
      return better.getOrDefault(level, "context");
    }

    /** The unit in which values are compared. */
    public String comparedUnit() {
      return perResident ? unit + " per resident" : unit;
    }
  }

  /** Numbers of the comparison. */
  public record Results(
      List<Value> values,
      List<Standing> standings,
      List<Score> scores,
      List<Rank> ranks,
      BesideData beside) {}

  /** A row of indicator_value; a city's unit is the city itself. */
  public record Value(
      String cityId,
      String unitId,
      String level,
      String periodId,
      String indicatorId,
      Estimate estimate,
      Support support) {}

  /** A number with its interval, or the status that says why there is none. */
  public record Estimate(
      Double value,
      Double low,
      Double high,
      Double level,
      String method,
      String status,
      String reason) {

    public boolean isMeasured() {
      return status.equals("ok") && value != null;
    }

    /**
     * Whether it is only known to exceed its follow-up, the lower end. One of no length tells
     * nothing: any duration exceeds 0.
     */
    public boolean isCensored() {
      return status.equals("censored") && low != null && low > 0;
    }
  }

  /**
   * A row of indicator_standing.
   *
   * @param median of the group; null where it lies among the censored
   * @param medianExceeds what the median exceeds then
   * @param standing null where the error of the value is not known
   */
  public record Standing(
      String unitId,
      String level,
      String periodId,
      String indicatorId,
      Scored scored,
      Double median,
      Double medianExceeds,
      String standing) {}

  /** A value as it is compared, with its interval; of a censored one {@code low} alone. */
  public record Scored(Double value, Double low, Double high) {}

  /** What a value rests on. */
  public record Support(Long n, Double coverage, String parameters) {}

  /** A row of scorecard. */
  public record Score(
      String cityId,
      String unitId,
      String level,
      String group,
      String periodId,
      String weighting,
      Composite composite,
      ScoreParts parts) {}

  /**
   * A composite score, 1 to 100.
   *
   * @param difference under public_value less under efficiency
   */
  public record Composite(
      Double score,
      Double low,
      Double high,
      Double difference,
      Double differenceLow,
      Double differenceHigh,
      Weight weight,
      String status) {}

  /**
   * What the weight of a composite rests on, in shares that add up to 1.
   *
   * @param censored on durations that are only known to exceed their follow-up
   * @param missing on nothing
   */
  public record Weight(double measured, double censored, double missing) {}

  /** A row of rank_interval. */
  public record Rank(
      String group,
      String unitId,
      String level,
      String periodId,
      String weighting,
      String name,
      Place place,
      Double ciLevel) {}

  /**
   * A rank, 1 is best, with what the data cannot tell apart.
   *
   * @param simultaneousLow best rank when all intervals shall hold at once
   * @param standing clearly_better, not_distinguishable or clearly_worse
   * @param choices the ranks over other choices of method; null where they were not tried
   */
  public record Place(
      Integer rank,
      Integer low,
      Integer high,
      Integer simultaneousLow,
      Integer simultaneousHigh,
      String standing,
      Integer compared,
      Choices choices) {}

  /** Best and worst rank over other choices of method. */
  public record Choices(int low, int high) {}

  /**
   * Daily rows.
   *
   * @param seriesLimit districts beyond it, by population, have no series here
   * @param cityLimit cities beyond it, by population, have none either
   */
  public record Daily(List<Series> series, List<Wave> waves, int seriesLimit, int cityLimit) {}

  /**
   * The days of one district or city, without gaps.
   *
   * @param values by quantity one value per day from {@code first}; NaN where not observed
   * @param flags by day, what is to be known of its cases; days without a flag are absent
   */
  public record Series(
      String cityId,
      String unitId,
      LocalDate first,
      Map<Quantity, double[]> values,
      SortedMap<LocalDate, CountFlag> flags) {}

  /** A row of wave. */
  public record Wave(
      String unitId, int number, LocalDate start, LocalDate peak, LocalDate end, Double size) {}

  /**
   * What the run that made the publication found in its sources.
   *
   * @param readBy the run that read the sources; null where no log of it was kept
   * @param publishedBy the run that published; null where the tables no longer tell
   */
  public record Quality(
      String readBy,
      String publishedBy,
      List<Check> checks,
      List<Refused> refused,
      List<Observed> observed) {}

  /**
   * A row of quality_check.
   *
   * @param detail who accepted it or left it out, and why; null for most
   */
  public record Check(
      String name,
      String severity,
      String outcome,
      String observed,
      String expected,
      String detail) {}

  /** How many records of a source were refused for one reason, with one of them as an example. */
  public record Refused(String sourceId, String reasonCode, String example, long records) {}

  /** On how many days of the span a district was observed. */
  public record Observed(
      String districtId, long days, long cases, long mobility, long enterprise) {}
}
