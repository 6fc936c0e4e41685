package org.cityeval.table.ops;

import static org.cityeval.table.spec.Keys.RUN_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;
import static org.cityeval.table.spec.TableColumn.text;

import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One refused record and what stands for it from now on, as 'cityeval requeue' was told. */
public final class MendTable {
  public static final TableColumn<String> FILE = text("file", "The file the record stands in.");

  public static final TableColumn<String> POSITION =
      text("position", "Where it stands, as in ops.quarantine.");

  public static final TableColumn<String> RECORD =
      text("record", "The record as it was refused, JSON.");

  public static final TableColumn<String> MENDED =
      text("mended", "What replaces it, JSON; null: it is withdrawn.");

  public static final TableColumn<String> NOTE = text("note", "Who mended it, and why.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "ops",
              "mend",
              "One refused record and what replaces it from now on, as given to 'cityeval requeue'."
                  + " Every ingest applies it while the record in the lake is the same.")
          .key(SOURCE_ID)
          .key(FILE)
          .key(POSITION)
          .columns(RECORD, MENDED, NOTE, RUN_ID.meaning("The run that took it."))
          .build();

  private MendTable() {}
}
