package org.cityeval.table.spec;

import static org.cityeval.table.spec.TableColumn.day;
import static org.cityeval.table.spec.TableColumn.text;

import java.time.LocalDate;

/** Columns that several tables share: by these they are joined. A table may say its own meaning. */
public final class Keys {
  public static final TableColumn<String> EVALUATION_ID =
      text("evaluation_id", "Which evaluation: the id in its config.");

  public static final TableColumn<LocalDate> AS_OF =
      day(
          "as_of",
          "The day whose knowledge the evaluation rests on; one evaluation may be published for"
              + " several.");

  public static final TableColumn<String> CITY_ID = text("city_id", "The city; key of dim_city.");

  public static final TableColumn<String> DISTRICT_ID =
      text("district_id", "The district; key of dim_district. On city rows the city_id.");

  public static final TableColumn<String> LEVEL =
      text("level", "district or city: what the row is about.");

  public static final TableColumn<String> PERIOD_ID =
      text("period_id", "The period; key of dim_period.");

  public static final TableColumn<String> INDICATOR_ID =
      text("indicator_id", "The indicator; key of dim_indicator.");

  public static final TableColumn<String> COMPARISON_GROUP =
      text(
          "comparison_group",
          "Among whom: the city_id (districts of one city), all (all districts), or cities. Or"
              + " peers (the member and its nearest neighbours), similar (its peer_group), or a"
              + " group that the config names.");

  public static final TableColumn<String> WEIGHTING =
      text("weighting", "Which judgement weighs the indicators: efficiency or public_value.");

  public static final TableColumn<LocalDate> DATE = day("date", "Local calendar day.");

  public static final TableColumn<String> MEASURE =
      text("measure", "The measure, from the vocabulary of measures.");

  public static final TableColumn<String> SOURCE_ID =
      text("source_id", "The source, as evaluation/source.");

  public static final TableColumn<String> RUN_ID = text("run_id", "The run.");

  public static final TableColumn<String> INPUT_HASH =
      text("input_hash", "Hash of what the row depends on; equal hash, equal row.");

  private Keys() {}
}
