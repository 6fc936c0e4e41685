package org.cityeval.table.silver;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;
import static org.cityeval.table.spec.TableColumn.count;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One observed value of one measure, district and day, as the source of that day published it. */
public final class ObservationTable {
  public static final TableColumn<String> SOURCE_VERSION =
      text(
          "source_version",
          "Hash of all records the source published on that day, in whatever order and files.");

  public static final TableColumn<Double> VALUE =
      number("value", "The value as published, before any conversion.");

  public static final TableColumn<String> UNIT =
      text("unit", "Unit of the measure once converted.");

  public static final TableColumn<String> FAMILY =
      text("family", "cases, mobility, enterprise or policy.");

  public static final TableColumn<String> KIND =
      text(
          "kind",
          "How to read the value: daily_count, cumulative_count, index, percent_change, level, grade.");

  public static final TableColumn<String> FLAGS =
      text(
          "flags",
          "Flags joined by a comma; null where there is none. region_x: said of the x the district lies in. parts_added, parts_averaged: made of columns or parts of the district.");

  public static final TableColumn<Long> RECORDS =
      count(
          "records",
          "Records of the lake behind the value; one of a region is behind that of each of its districts.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "silver",
              "observation",
              "One observed value of one measure, district and day, as the source of that day published it.")
          .key(CITY_ID.meaning("The city (or panel of cities) the district is judged within."))
          .key(DISTRICT_ID.meaning("The district; the city_id itself on rows of the city."))
          .key(DATE.meaning("Local calendar day of the observation."))
          .key(MEASURE)
          .key(AS_OF.meaning("The day on which the source published the value."))
          .key(SOURCE_ID)
          .key(SOURCE_VERSION)
          .columns(VALUE, UNIT, FAMILY, KIND, FLAGS, RECORDS)
          .build();

  private ObservationTable() {}
}
