package org.cityeval.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** What is published: facts, then the dimensions are in {@link DimensionTables}. */
public final class GoldTables {
  private static final String CITY = "The city; key of dim_city.";
  private static final String DISTRICT =
      "The district; key of dim_district. On city rows the city_id.";
  private static final String LEVEL = "district or city: what the row is about.";
  private static final String PERIOD = "The period; key of dim_period.";
  private static final String INPUT_HASH =
      "Hash of what the row depends on; equal hash, equal row.";

  public static final TableSpec DISTRICT_DAY =
      SilverTables.districtDay(
          "gold", "One district, or city, on one day of the span; every day is present.");

  public static final TableSpec WAVE =
      TableSpec.of("gold", "wave", "One wave of reported cases of one district or city.")
          .evaluationKey()
          .key("city_id", StringType, CITY)
          .key("district_id", StringType, DISTRICT)
          .key("wave_no", IntegerType, "Number of the wave, from 1, by its start.")
          .key("level", StringType, LEVEL)
          .column("start_date", DateType, "First day of the wave.")
          .column("peak_date", DateType, "Day of the highest smoothed count.")
          .column("end_date", DateType, "Last day of the wave.")
          .column("size", DoubleType, "new_cases_adjusted from start to end [persons].")
          .column("peak_cases", DoubleType, "Smoothed cases on the peak day [persons per day].")
          .column(
              "cases_status",
              StringType,
              "ok; adjusted_input: counts of some days are not those reported, see cases_flag of"
                  + " district_day; insufficient: a backlog is left out, so that size lacks its"
                  + " cases; suppressed: size or peak_cases would tell a small count.")
          .build();

  public static final TableSpec COHERENCE =
      TableSpec.of(
              "gold",
              "coherence",
              "One day on which a quantity of a city does not agree with that of its districts."
                  + " Days that agree are not listed, nor those on which the city or all of its"
                  + " districts have no value: a city's is known where those of enough residents"
                  + " are (panel.minimum_covered_population_share).")
          .evaluationKey()
          .key("city_id", StringType, CITY)
          .key("date", DateType, "The day.")
          .key(
              "quantity",
              StringType,
              "new_cases, mobility_change, enterprise_change or rt_mean: the column of"
                  + " district_day.")
          .column(
              "finding",
              StringType,
              "differs: not the sum (cases) or the mean by residents (of each measure of a change)"
                  + " of the districts observed; below_districts or above_districts: outside the"
                  + " range of their intervals (rt_mean, where every district has one).")
          .column("city_value", DoubleType, "What district_day says of the city.")
          .column(
              "districts_value",
              DoubleType,
              "What its districts come to together; null for rt_mean, which does not add up.")
          .column("difference", DoubleType, "city_value less districts_value.")
          .column(
              "districts_low", DoubleType, "Lowest value of a district; of rt_mean, lowest rt_low.")
          .column(
              "districts_high",
              DoubleType,
              "Highest value of a district; of rt_mean, highest rt_high.")
          .column("districts_observed", IntegerType, "Districts that have a value.")
          .column("districts", IntegerType, "Districts of the city.")
          .build();

  public static final TableSpec INDICATOR_VALUE =
      TableSpec.of(
              "gold",
              "indicator_value",
              "One indicator of one district or city over one period: a value, or the status that"
                  + " says why there is none.")
          .evaluationKey()
          .key("city_id", StringType, CITY)
          .key("district_id", StringType, DISTRICT)
          .key("level", StringType, LEVEL)
          .key("period_id", StringType, PERIOD)
          .key(
              "indicator_id",
              StringType,
              "The indicator; key of dim_indicator, which gives the unit.")
          .column("value", DoubleType, "The value; null unless status is ok.")
          .column(
              "ci_low",
              DoubleType,
              "Lower end of the interval; on a censored row the follow-up, which the value"
                  + " exceeds.")
          .column("ci_high", DoubleType, "Upper end of the interval; null where it is open.")
          .column("ci_level", DoubleType, "Nominal coverage of the interval, 0 to 1.")
          .column("ci_method", StringType, "How the interval was found.")
          .column(
              "degrees_of_freedom",
              DoubleType,
              "Degrees of freedom of the Student t whose quantiles the ends are; null for an"
                  + " interval that is normal, exact or made of percentiles.")
          .column(
              "status",
              StringType,
              "ok, insufficient, censored, not_applicable, missing_input or suppressed.")
          .column("reason", StringType, "Why there is no value; null where there is one.")
          .column("n", LongType, "Days or cases behind the value; null where it is suppressed.")
          .column(
              "coverage",
              DoubleType,
              "Share of the period's days with every input observed, 0 to 1.")
          .column(
              "parts",
              StringType,
              "Numbers the value was made from, JSON. covered_population_share: of a city, the mean"
                  + " share of its residents that its days speak for, where it is below 1.")
          .column("parameters", StringType, "Parameters in force, JSON.")
          .column("method_version", IntegerType, "Raised when a change of method changes values.")
          .column("seed", LongType, "Seed of the random draws behind the interval.")
          .column(
              "data_hash",
              StringType,
              "Hash of the days or requests behind the row alone, without parameters and method.")
          .column("input_hash", StringType, INPUT_HASH)
          .build();

  public static final TableSpec PUBLICATION =
      TableSpec.of(
              "gold",
              "publication",
              "The manifest: for one evaluation and vintage, the Delta version of each table that"
                  + " belongs together.")
          .evaluationKey()
          .column("is_current", BooleanType, "Whether the schema current shows this vintage.")
          .column("table_versions", StringType, "Table name to Delta version, JSON.")
          .column("source_versions", StringType, "Source to content hash, JSON.")
          .column("config_hash", StringType, "Hash of the effective config.")
          .column("config", StringType, "The effective config without its paths, JSON.")
          .column("code_version", StringType, "Version of CityEval.")
          .build();

  private GoldTables() {}
}
