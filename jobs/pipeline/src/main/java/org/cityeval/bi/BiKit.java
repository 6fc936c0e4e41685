package org.cityeval.bi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.PublicationTable;
import org.cityeval.table.spec.TableSpec;

/** The whole kit: statements for query engines, a Power BI project, a dbt project. */
public final class BiKit {
  /** The tables of a warehouse that other tools open: what is published, and the manifest. */
  static final List<TableSpec> TABLES =
      Stream.concat(Tables.PUBLISHED.stream(), Stream.of(PublicationTable.SPEC)).toList();

  private BiKit() {}

  /**
   * Every file.
   *
   * @param location of the warehouse or release, as the tools reach it
   */
  public static List<KitFile> files(String location) {
    List<KitFile> files = new ArrayList<>(RegisterSql.files(location));
    files.addAll(PowerBiProject.files());
    files.addAll(DbtProject.files());
    return files;
  }
}
