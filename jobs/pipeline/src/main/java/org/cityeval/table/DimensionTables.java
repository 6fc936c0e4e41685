package org.cityeval.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** What the keys of the facts stand for. */
public final class DimensionTables {

  public static final TableSpec DISTRICT =
      TableSpec.of("gold", "dim_district", "One district of one evaluation.")
          .evaluationKey()
          .key("district_id", StringType, "The district's code.")
          .column("city_id", StringType, "The city it belongs to.")
          .column("name", StringType, "Name.")
          .column("name_zh", StringType, "Chinese name; null where none is given.")
          .column("code_system", StringType, "The code system, with its year, of district_id.")
          .column("valid_from", DateType, "First day of the span the code was used for.")
          .column("valid_to", DateType, "Last day of that span.")
          .column("population", DoubleType, "Residents [persons]; null where unknown.")
          .column("neighbours", StringType, "Contiguous districts of the evaluation, by ';'.")
          .column(
              "geometry_wkt",
              StringType,
              "Polygon, WGS 84, well-known text; null where none is given.")
          .build();

  public static final TableSpec CITY =
      TableSpec.of("gold", "dim_city", "One city, or panel of cities, of one evaluation.")
          .evaluationKey()
          .key("city_id", StringType, "The city's code.")
          .column("name", StringType, "Name.")
          .column("name_zh", StringType, "Chinese name; null where none is given.")
          .column("districts", IntegerType, "Number of districts.")
          .column(
              "population", DoubleType, "Residents of its districts [persons]; null where unknown.")
          .build();

  public static final TableSpec DATE =
      TableSpec.of("gold", "dim_date", "One day of an evaluation's span.")
          .evaluationKey()
          .key("date", DateType, "The day.")
          .column("date_key", IntegerType, "The day as yyyymmdd.")
          .column("iso_year", IntegerType, "ISO 8601 week-based year.")
          .column("iso_week", IntegerType, "ISO 8601 week, 1 to 53.")
          .column("iso_weekday", IntegerType, "ISO 8601 weekday, 1 is Monday.")
          .column("month_start", DateType, "First day of its month.")
          .column("is_weekend", BooleanType, "Saturday or Sunday.")
          .build();

  public static final TableSpec PERIOD =
      TableSpec.of(
              "gold",
              "dim_period",
              "One period: the whole span, a wave of a city or of a district, or one the config"
                  + " names.")
          .evaluationKey()
          .key("city_id", StringType, "The city; waves differ from city to city.")
          .key(
              "district_id",
              StringType,
              "The district whose own wave it is; the city_id on periods that all its districts"
                  + " share.")
          .key(
              "period_id",
              StringType,
              "span, wave-1, ... of the city, own-wave-1, ... of the district, or the config's"
                  + " name.")
          .column("title", StringType, "What a reader calls it.")
          .column("kind", StringType, "span, wave, own_wave or named.")
          .column("first_day", DateType, "First day, included.")
          .column("last_day", DateType, "Last day, included.")
          .build();

  public static final TableSpec INDICATOR =
      TableSpec.of("gold", "dim_indicator", "One indicator of the catalogue, as it is defined.")
          .evaluationKey()
          .key("indicator_id", StringType, "Short id, such as E4.")
          .column("name", StringType, "Name in snake_case.")
          .column("title", StringType, "Title.")
          .column("title_zh", StringType, "Chinese title.")
          .column("dimension", StringType, "Dimension of governance it belongs to.")
          .column("unit", StringType, "Unit of the value.")
          .column(
              "better_district",
              StringType,
              "Which way is better for rows of districts: higher, lower, or context where neither"
                  + " is, and they are never scored; null where there are none.")
          .column("better_city", StringType, "The same for rows of cities.")
          .column(
              "per_resident",
              BooleanType,
              "Whether values are divided by the residents before they are compared, as totals"
                  + " are.")
          .column("levels", StringType, "district, city or both, by a comma.")
          .column(
              "reads",
              StringType,
              "Columns of district_day it is made from, by a comma; or silver.service_request.")
          .column("definition", StringType, "Definition, with the parameters' defaults.")
          .column("formula", StringType, "Formula.")
          .column(
              "uncertainty",
              StringType,
              "How the interval is found, and why there is none where values are exact.")
          .column(
              "exact_levels",
              StringType,
              "Levels whose values are exact, by a comma; empty for none.")
          .column("citations", StringType, "Sources, by a semicolon.")
          .column("method_version", IntegerType, "Raised when a change of method changes values.")
          .build();

  private DimensionTables() {}
}
