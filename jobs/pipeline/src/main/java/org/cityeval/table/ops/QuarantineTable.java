package org.cityeval.table.ops;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.RUN_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;
import static org.cityeval.table.spec.TableColumn.text;

import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One record that was refused, with the reason and its position. */
public final class QuarantineTable {
  public static final TableColumn<String> FILE =
      text("file", "The file it stands in, below what the config names.");

  public static final TableColumn<String> POSITION =
      text(
          "position",
          "File, line and (wide shapes) column it stands at; last its measure, if it is of one.");

  public static final TableColumn<String> RECORD =
      text(
          "record", "The record as it was read, JSON: the columns that are kept (`kept_columns`).");

  public static final TableColumn<String> REASON_CODE =
      text("reason_code", "Short code of the reason.");

  public static final TableColumn<String> REASON =
      text("reason", "The reason in a sentence, with the value found.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "ops", "quarantine", "One record that was refused, with the reason and its position.")
          .key(SOURCE_ID)
          .key(FILE)
          .key(POSITION)
          .columns(
              DISTRICT_ID.meaning(
                  "The district it is of; null where it names none of the list, or a whole region."),
              RECORD,
              REASON_CODE,
              REASON,
              RUN_ID.meaning("The run that read it last."))
          .build();

  private QuarantineTable() {}
}
