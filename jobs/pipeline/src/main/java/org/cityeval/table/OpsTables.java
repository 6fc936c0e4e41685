package org.cityeval.table;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** What the jobs did, what they refused and what they checked. */
public final class OpsTables {

  public static final TableSpec QUARANTINE =
      TableSpec.of(
              "ops", "quarantine", "One record that was refused, with the reason and its position.")
          .key("source_id", StringType, "The source, as evaluation/source.")
          .key("source_version", StringType, "The content of the source it was read with.")
          .key(
              "position",
              StringType,
              "File, line and (wide shapes) column it stands at; measure last.")
          .column("record", StringType, "The record as it was read, JSON.")
          .column("reason_code", StringType, "Short code of the reason.")
          .column("reason", StringType, "The reason in a sentence, with the value found.")
          .build();

  public static final TableSpec QUALITY_CHECK =
      TableSpec.of("ops", "quality_check", "One check of one run, with what it found.")
          .key("run_id", StringType, "The run.")
          .key("attempt", IntegerType, "Attempt of the run, from 1.")
          .key("check", StringType, "What was checked, with the source or district it concerns.")
          .column("evaluation_id", StringType, "The evaluation the run belongs to.")
          .column("source_id", StringType, "The source it is about, as evaluation/source; or null.")
          .column("measure", StringType, "The measure or family of data it is about; or null.")
          .column(
              "district_id",
              StringType,
              "The district, pair of districts (a+b) or city it is about; null for all.")
          .column("rule", StringType, "Id of the check in the source's contract; or null.")
          .column("dimension", StringType, "Which quality it is about, in words of ODCS; or null.")
          .column(
              "severity",
              StringType,
              "warn, quarantine (the records concerned are refused) or fail (the run stops).")
          .column(
              "outcome",
              StringType,
              "passed; failed; acknowledged: failed and accepted; excluded: records left out.")
          .column("observed", StringType, "What was found.")
          .column("expected", StringType, "What was expected.")
          .column("detail", StringType, "Who accepted it or left it out, and why; or null.")
          .build();

  public static final TableSpec RUN =
      TableSpec.of("ops", "run", "One step of one run, whether it succeeded or not.")
          .key("run_id", StringType, "The run.")
          .key("attempt", IntegerType, "Attempt of the run, from 1.")
          .key("step", StringType, "ingest, panel, evaluate, compare or report.")
          .column("evaluation_id", StringType, "The evaluation.")
          .column("job", StringType, "The command that was given.")
          .column("config_hash", StringType, "Hash of the effective config.")
          .column("code_version", StringType, "Version of CityEval.")
          .column("input_versions", StringType, "What the step read, JSON of name to version.")
          .column("started", TimestampType, "When the step began, UTC.")
          .column("ended", TimestampType, "When it ended, UTC.")
          .column("status", StringType, "succeeded or failed.")
          .column("rows_in", LongType, "Rows or records read.")
          .column("rows_out", LongType, "Rows written.")
          .column("message", StringType, "Why it failed; null where it succeeded.")
          .build();

  private OpsTables() {}
}
