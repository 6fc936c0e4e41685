package org.cityeval.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
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
          .key("file", StringType, "The file it stands in, below what the config names.")
          .key(
              "position",
              StringType,
              "File, line and (wide shapes) column it stands at; last its measure, if it is of one.")
          .column(
              "district_id",
              StringType,
              "The district it is of; null where it names none of the list, or a whole region.")
          .column(
              "record",
              StringType,
              "The record as it was read, JSON: the columns that are kept (`kept_columns`).")
          .column("reason_code", StringType, "Short code of the reason.")
          .column("reason", StringType, "The reason in a sentence, with the value found.")
          .column("run_id", StringType, "The run that read it last.")
          .build();

  public static final TableSpec MEND =
      TableSpec.of(
              "ops",
              "mend",
              "One refused record and what stands for it from now on, as 'cityeval requeue' was"
                  + " told; every ingest applies it while the record in the lake is the same.")
          .key("source_id", StringType, "The source, as evaluation/source.")
          .key("file", StringType, "The file the record stands in.")
          .key("position", StringType, "Where it stands, as in ops.quarantine.")
          .column("record", StringType, "The record as it was refused, JSON.")
          .column("mended", StringType, "What is read in its place, JSON; null: it is withdrawn.")
          .column("note", StringType, "Who mended it, and why.")
          .column("run_id", StringType, "The run that took it.")
          .build();

  public static final TableSpec SOURCE_FILE =
      TableSpec.of(
              "ops",
              "source_file",
              "What one file of a source held of one day of publication when it was last read; an"
                  + " ingest leaves a file unread that has not changed since.")
          .key("source_id", StringType, "The source, as evaluation/source.")
          .key("file", StringType, "The file, below what the config names.")
          .key("as_of", DateType, "The day on which the source published these records.")
          .column("bytes", LongType, "Size of the file [bytes].")
          .column("modified", TimestampType, "When the file was last written, UTC.")
          .column("mapping_hash", StringType, "Hash of how the config mapped it, and of its mends.")
          .column("content", StringType, "Number, sum and xor of the hashes of its records.")
          .column("records", LongType, "Records it held.")
          .column("outcomes", StringType, "Records by reason (none: good), JSON.")
          .column("first_day", DateType, "First day of a good record; null if there is none.")
          .column("last_day", DateType, "Last day of a good record; null if there is none.")
          .column("run_id", StringType, "The run that read it last.")
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
              "The district, pair of districts (a+b), region or city it is about; null for all.")
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
          .key(
              "step",
              StringType,
              "ingest, panel, evaluate, compare or report; run where nothing had changed.")
          .column("evaluation_id", StringType, "The evaluation.")
          .column("job", StringType, "The command that was given.")
          .column("config_hash", StringType, "Hash of the effective config.")
          .column("code_version", StringType, "Version of CityEval.")
          .column("input_versions", StringType, "What the step read, JSON of name to version.")
          .column("started", TimestampType, "When the step began, UTC.")
          .column("ended", TimestampType, "When it ended, UTC.")
          .column("status", StringType, "succeeded, failed, or unchanged: nothing had to be done.")
          .column("rows_in", LongType, "Rows or records read.")
          .column("rows_out", LongType, "Rows written.")
          .column(
              "message",
              StringType,
              "Why it failed, or since which run nothing has changed; else null.")
          .build();

  private OpsTables() {}
}
