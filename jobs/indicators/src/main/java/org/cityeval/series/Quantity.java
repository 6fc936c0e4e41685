package org.cityeval.series;

import static org.cityeval.series.Family.CASES;
import static org.cityeval.series.Family.DERIVED;
import static org.cityeval.series.Family.ENTERPRISE;
import static org.cityeval.series.Family.MOBILITY;
import static org.cityeval.series.Family.POLICY;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A daily quantity of the district-day table: the vocabulary that sources map their columns to, and
 * what the panel derives from it. A change is a fraction of the baseline: -0.715 is 71.5 % below.
 */
public enum Quantity {
  NEW_CASES(CASES, Unit.PERSONS, "Newly reported cases; negative where a cumulative count fell"),

  MOBILITY_RETAIL_CHANGE(MOBILITY, Unit.CHANGE, "Visits to retail and recreation"),
  MOBILITY_GROCERY_CHANGE(MOBILITY, Unit.CHANGE, "Visits to grocery shops and pharmacies"),
  MOBILITY_PARKS_CHANGE(MOBILITY, Unit.CHANGE, "Visits to parks"),
  MOBILITY_TRANSIT_CHANGE(MOBILITY, Unit.CHANGE, "Visits to transit stations"),
  MOBILITY_WORKPLACES_CHANGE(MOBILITY, Unit.CHANGE, "Visits to workplaces"),
  MOBILITY_RESIDENTIAL_CHANGE(MOBILITY, Unit.CHANGE, "Time spent at home (rises when others fall)"),
  MOBILITY_DISTANCE_CHANGE(MOBILITY, Unit.CHANGE, "Distance a typical person moves in a day"),
  MOBILITY_ACTIVITY_CHANGE(MOBILITY, Unit.CHANGE, "Intensity of travel within the city"),

  ENTERPRISE_OPEN_CHANGE(ENTERPRISE, Unit.CHANGE, "Enterprises open"),
  ENTERPRISE_REVENUE_CHANGE(ENTERPRISE, Unit.CHANGE, "Revenue of enterprises"),
  ENTERPRISE_SPENDING_CHANGE(ENTERPRISE, Unit.CHANGE, "Card spending of consumers"),
  ENTERPRISE_EMPLOYMENT_CHANGE(ENTERPRISE, Unit.CHANGE, "Employment"),
  ENTERPRISE_OUTPUT_CHANGE(
      ENTERPRISE, Unit.CHANGE, "Output, or a physical proxy of it such as load"),
  ENTERPRISES_RESUMED(ENTERPRISE, Unit.ENTERPRISES, "Enterprises that resumed work"),
  ENTERPRISES_TOTAL(ENTERPRISE, Unit.ENTERPRISES, "Enterprises under observation"),

  POLICY_GRADE(
      POLICY,
      Unit.GRADE,
      "Grade of the restrictions ordered, 0 none to 4 stay at home, in force on the day"),

  NEW_CASES_ADJUSTED(
      DERIVED,
      Unit.PERSONS,
      "new_cases as rates, waves and classes take them, by cases_flag. Opposite steps share their"
          + " sum. A backlog is left out, or spread as declared"),
  NEW_CASES_SMOOTHED(
      DERIVED,
      Unit.PERSONS,
      "Trailing 7-day mean of new_cases_adjusted without falls, where 4 of the 7 days are observed."
          + " It is new_cases_adjusted itself if smoothed at the source"),
  NEW_CASES_BRIDGED(
      DERIVED,
      Unit.PERSONS,
      "new_cases_smoothed, its gaps of up to panel.gap_days bridged by a straight line"),
  INCIDENCE(DERIVED, Unit.PERSONS_PER_100K_DAY, "new_cases_smoothed per 100,000 residents"),
  RT_MEAN(DERIVED, Unit.PER_CASE, "Instantaneous reproduction number, posterior mean (Cori 2013)"),
  RT_LOW(DERIVED, Unit.PER_CASE, "2.5 % quantile of the reproduction number"),
  RT_HIGH(DERIVED, Unit.PER_CASE, "97.5 % quantile of the reproduction number"),
  RISK_LEVEL(
      DERIVED, Unit.LEVEL, "Own risk: 1 green, 2 blue, 3 yellow, 4 orange, 5 red, by panel.risk"),
  RISK_NEIGHBOURS(DERIVED, Unit.LEVEL, "Highest risk level among contiguous districts"),
  RISK_CITY(DERIVED, Unit.LEVEL, "Risk level of the whole city"),
  MOBILITY_CHANGE(
      DERIVED,
      Unit.CHANGE,
      "Mean of the mobility measures the evaluation names, where all of them are observed"),
  MOBILITY_SMOOTHED(
      DERIVED,
      Unit.CHANGE,
      "Trailing 7-day mean of mobility_change, where 4 of the 7 days are observed. It is"
          + " mobility_change itself if smoothed at the source"),
  ENTERPRISE_CHANGE(
      DERIVED,
      Unit.CHANGE,
      "Mean of the enterprise measures the evaluation names, where all of them are observed"),
  ENTERPRISE_SMOOTHED(
      DERIVED,
      Unit.CHANGE,
      "Trailing 7-day mean of enterprise_change, where 4 of the 7 days are observed. It is"
          + " enterprise_change itself if smoothed at the source"),
  ENTERPRISE_BRIDGED(
      DERIVED,
      Unit.CHANGE,
      "enterprise_smoothed, its gaps of up to panel.gap_days bridged by a straight line"),
  WORK_RESUMPTION_INDEX(
      DERIVED, Unit.INDEX, "Half the share of enterprises at work, half their output (E6 by day)"),
  CONTROL_INDEX(
      DERIVED,
      Unit.INDEX,
      "Control side of the precise-control index: 100 at the lowest risk level and R of 1 or less"),
  FLOW_INDEX(
      DERIVED,
      Unit.INDEX,
      "Flow side of the precise-control index: 100 with mobility and enterprises at their"
          + " baselines"),
  PRECISE_CONTROL_INDEX(
      DERIVED,
      Unit.INDEX,
      "Weighted mean of control_index and flow_index; modelled on Zhejiang's, whose weights are not"
          + " public"),

  CASES_COVERED_SHARE(
      DERIVED,
      Unit.RATIO,
      "Share of the city's residents whose districts' cases are known; null for a district"),
  MOBILITY_COVERED_SHARE(
      DERIVED,
      Unit.RATIO,
      "The same of mobility_change; of the measure it is least for, where several make it"),
  ENTERPRISE_COVERED_SHARE(
      DERIVED, Unit.RATIO, "The same of enterprise_change and of the work-resumption index"),
  POLICY_COVERED_SHARE(DERIVED, Unit.RATIO, "The same of policy_grade");

  private final Family family;
  private final Unit unit;
  private final String meaning;
  private final String column = name().toLowerCase(Locale.ROOT);

  Quantity(Family family, Unit unit, String meaning) {
    this.family = family;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** The column of the district-day table, and the name of the measure in a config. */
  public String column() {
    return column;
  }

  public Family family() {
    return family;
  }

  public Unit unit() {
    return unit;
  }

  public String meaning() {
    return meaning;
  }

  /** The shares that tell, of a day of a city, for how many of its residents this speaks. */
  public Set<Quantity> coveredShares() {
    return switch (this) {
      case NEW_CASES,
          NEW_CASES_ADJUSTED,
          NEW_CASES_SMOOTHED,
          INCIDENCE,
          RT_MEAN,
          RT_LOW,
          RT_HIGH,
          RISK_LEVEL,
          CONTROL_INDEX ->
          EnumSet.of(CASES_COVERED_SHARE);
      case MOBILITY_CHANGE, MOBILITY_SMOOTHED -> EnumSet.of(MOBILITY_COVERED_SHARE);
      case ENTERPRISE_CHANGE, ENTERPRISE_SMOOTHED, WORK_RESUMPTION_INDEX ->
          EnumSet.of(ENTERPRISE_COVERED_SHARE);
      case POLICY_GRADE -> EnumSet.of(POLICY_COVERED_SHARE);
      case FLOW_INDEX -> EnumSet.of(MOBILITY_COVERED_SHARE, ENTERPRISE_COVERED_SHARE);
      case PRECISE_CONTROL_INDEX ->
          EnumSet.of(CASES_COVERED_SHARE, MOBILITY_COVERED_SHARE, ENTERPRISE_COVERED_SHARE);
      default -> EnumSet.noneOf(Quantity.class);
    };
  }

  /** What a source may provide. */
  public static List<Quantity> measures() {
    return Arrays.stream(values()).filter(quantity -> quantity.family != DERIVED).toList();
  }

  /** The quantity of a column name, if there is one. */
  public static Optional<Quantity> find(String column) {
    return Arrays.stream(values()).filter(quantity -> quantity.column().equals(column)).findFirst();
  }
}
