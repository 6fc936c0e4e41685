package org.cityeval.table.ops;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.RUN_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;
import static org.cityeval.table.spec.TableColumn.count;
import static org.cityeval.table.spec.TableColumn.day;
import static org.cityeval.table.spec.TableColumn.instant;
import static org.cityeval.table.spec.TableColumn.text;

import java.time.Instant;
import java.time.LocalDate;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** What one file of a source held of one day of publication when it was last read. */
public final class SourceFileTable {
  public static final TableColumn<String> FILE =
      text("file", "The file, below what the config names.");

  public static final TableColumn<Long> BYTES = count("bytes", "Size of the file [bytes].");

  public static final TableColumn<Instant> MODIFIED =
      instant("modified", "When the file was last written, UTC.");

  public static final TableColumn<String> MAPPING_HASH =
      text("mapping_hash", "Hash of how the config mapped it, and of its mends.");

  public static final TableColumn<String> CONTENT =
      text("content", "Number, sum and xor of the hashes of its records.");

  public static final TableColumn<Long> RECORDS = count("records", "Records it held.");

  public static final TableColumn<String> OUTCOMES =
      text("outcomes", "Records by reason (none: good), JSON.");

  public static final TableColumn<LocalDate> FIRST_DAY =
      day("first_day", "First day of a good record; null if there is none.");

  public static final TableColumn<LocalDate> LAST_DAY =
      day("last_day", "Last day of a good record; null if there is none.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "ops",
              "source_file",
              "What one file of a source held of one day of publication when it was last read. An"
                  + " ingest skips a file that has not changed since.")
          .key(SOURCE_ID)
          .key(FILE)
          .key(AS_OF.meaning("The day on which the source published these records."))
          .columns(
              BYTES,
              MODIFIED,
              MAPPING_HASH,
              CONTENT,
              RECORDS,
              OUTCOMES,
              FIRST_DAY,
              LAST_DAY,
              RUN_ID.meaning("The run that read it last."))
          .build();

  private SourceFileTable() {}
}
