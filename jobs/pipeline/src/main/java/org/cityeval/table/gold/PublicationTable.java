package org.cityeval.table.gold;

import static org.cityeval.table.spec.TableColumn.text;
import static org.cityeval.table.spec.TableColumn.truth;

import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** The manifest. */
public final class PublicationTable {
  public static final TableColumn<Boolean> IS_CURRENT =
      truth("is_current", "Whether the schema current shows this vintage.");

  public static final TableColumn<String> TABLE_VERSIONS =
      text("table_versions", "Table name to Delta version, JSON.");

  public static final TableColumn<String> SOURCE_VERSIONS =
      text("source_versions", "Source to content hash, JSON.");

  public static final TableColumn<String> CONFIG_HASH =
      text("config_hash", "Hash of the effective config.");

  public static final TableColumn<String> CONFIG =
      text("config", "The effective config without its paths, JSON.");

  public static final TableColumn<String> CODE_VERSION =
      text("code_version", "Version of CityEval.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "publication",
              "The manifest: for one evaluation and vintage, the Delta version of each table that belongs together.")
          .evaluationKey()
          .columns(IS_CURRENT, TABLE_VERSIONS, SOURCE_VERSIONS, CONFIG_HASH, CONFIG, CODE_VERSION)
          .build();

  private PublicationTable() {}
}
