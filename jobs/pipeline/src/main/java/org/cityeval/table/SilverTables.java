package org.cityeval.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/** What was read from the lake, and the panel made of it. */
public final class SilverTables {
  private static final String CITY = "The city (or panel of cities) the district is judged within.";
  private static final String DISTRICT = "The district; the city_id itself on rows of the city.";

  public static final TableSpec OBSERVATION =
      TableSpec.of(
              "silver",
              "observation",
              "One observed value of one measure, district and day, as the source of that day"
                  + " published it.")
          .key("city_id", StringType, CITY)
          .key("district_id", StringType, DISTRICT)
          .key("date", DateType, "Local calendar day of the observation.")
          .key("measure", StringType, "The measure, from the vocabulary of measures.")
          .key("as_of", DateType, "The day on which the source published the value.")
          .key("source_id", StringType, "The source, as evaluation/source.")
          .key(
              "source_version",
              StringType,
              "Hash of all records the source published on that day, in whatever order and files.")
          .column("value", DoubleType, "The value as published, before any conversion.")
          .column("unit", StringType, "Unit of the measure once converted.")
          .column("family", StringType, "cases, mobility, enterprise or policy.")
          .column(
              "kind",
              StringType,
              "How to read the value: daily_count, cumulative_count, index, percent_change, level,"
                  + " grade.")
          .column(
              "flags",
              StringType,
              "Flags joined by a comma; null where there is none. region_x: said of the x the"
                  + " district lies in. parts_added, parts_averaged: made of columns or parts of"
                  + " the district.")
          .column(
              "records",
              LongType,
              "Records of the lake behind the value; one of a region is behind that of each of its"
                  + " districts.")
          .build();

  public static final TableSpec SERVICE_REQUEST =
      TableSpec.of(
              "silver",
              "service_request",
              "One request of a citizen (311, 12345), as its register published it last.")
          .key("source_id", StringType, "The register of requests, as evaluation/name.")
          .key("request_id", StringType, "The request, as its register calls it.")
          .column(
              "city_id",
              StringType,
              "The city (or panel of cities) of the district; null where the record names none.")
          .column(
              "district_id",
              StringType,
              "The district it is from; null where the record names none.")
          .column("date", DateType, "Local calendar day on which it was opened.")
          .column("opened", TimestampType, "When it was opened, UTC.")
          .column(
              "assigned",
              TimestampType,
              "When it was assigned to who answers it, UTC, as the register says; null: not known.")
          .column("closed", TimestampType, "When it was closed, UTC; null: still open at as_of.")
          .column(
              "known_until",
              TimestampType,
              "The last opening or closing the register had told of by as_of, at latest the end of"
                  + " that day where it is, UTC: an open request was seen open until then.")
          .column("agency", StringType, "Who answers it; null: not known.")
          .column(
              "level",
              StringType,
              "Level of government it is answered at, in the register's words; null: not known.")
          .column(
              "channel", StringType, "How it came in, in the register's words; null: not known.")
          .column(
              "agencies",
              StringType,
              "The agencies it passed through, in order, by '>'; null: not known.")
          .column(
              "hand_offs",
              IntegerType,
              "How often it was handed from one agency to another [count], as the register counts"
                  + " or by the steps of agencies; null: not known.")
          .column("as_of", DateType, "The day on which the register published the record.")
          .column(
              "source_version",
              StringType,
              "Hash of all records the register published on that day, in whatever order and"
                  + " files.")
          .build();

  public static final TableSpec DISTRICT_DAY =
      districtDay(
          "silver",
          "One district, or city, on one day of the span, or of the days before it that lags look"
              + " back upon (the risk known the day before, the level that mobility fell from);"
              + " every day is present.");

  private SilverTables() {}

  /** Silver and its published projection share a shape; the small counts are withheld in gold. */
  static TableSpec districtDay(String schema, String grain) {
    TableSpec.Builder table =
        TableSpec.of(schema, "district_day", grain + " Null: not observed; 0: observed none.")
            .evaluationKey()
            .key("city_id", StringType, CITY)
            .key("district_id", StringType, DISTRICT)
            .key("level", StringType, "district or city.")
            .key("date", DateType, "Local calendar day.");
    for (Quantity quantity : Quantity.values()) {
      table.column(quantity.column(), DoubleType, comment(quantity));
    }
    return table
        .column(
            "rt_status",
            StringType,
            "ok; insufficient: too few cases in the window, or a backlog in it; missing_input: no"
                + " cases observed; smoothed_input: computed from a series smoothed at the source,"
                + " so approximate; periodic_input: from weekly counts spread over their days, so"
                + " more so; adjusted_input: cases of the window are not those reported, see"
                + " cases_flag; coarse_input: cases are known as a mean over more than 14 days, so"
                + " none is given; suppressed (in gold): withheld, since small counts are.")
        .column(
            "cases_flag",
            StringType,
            "fall: the cumulative count fell, new_cases is negative and left out of rates;"
                + " after_gap: holds the cases of the unobserved days before it; faulty_cell: one"
                + " of two opposite steps, which share what they come to; backlog: holds cases of"
                + " other days, left out of rates, waves and classes; declared under events: spread"
                + " (of a backlog, this day has a part), left_out, kept. Of a city, that of a"
                + " district whose count was adjusted; suppressed (in gold): withheld, too small to"
                + " publish, or it would tell a count that is. Null otherwise.")
        .column(
            "measure_flags",
            StringType,
            "measure:flag by a comma; null where there is none. weekly, monthly: the value of that"
                + " period, held on each of its days, or a count spread over them; no_normal: a"
                + " level was published, but its baseline has no normal for the day; suppressed (in"
                + " gold, of any quantity): withheld, since small counts are.")
        .column("baseline_id", StringType, "Baseline of enterprise_change; null: the source's own.")
        .column("input_hash", StringType, "Hash of what the rows of this district were made from.")
        .build();
  }

  private static String comment(Quantity quantity) {
    String unit =
        quantity.unit() == Unit.CHANGE
            ? "fraction of the baseline: -0.2 is 20 % below"
            : quantity.unit().symbol();
    return quantity.meaning() + " [" + unit + "].";
  }
}
