package org.cityeval.bi;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.series.Period;
import org.cityeval.table.Star;
import org.cityeval.table.gold.DateTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One table of a Power BI model in TMDL, read from a Parquet file of an export. */
final class TmdlTable {
  /** The parameter that names the folder of the export. */
  static final String FOLDER = "ExportFolder";

  /** Power BI relates tables by one column, and a period's key has three. */
  static final String PERIOD_KEY = "period_key";

  private final TableSpec table;
  private final StringBuilder text = new StringBuilder();

  private TmdlTable(TableSpec table) {
    this.table = table;
  }

  static String of(TableSpec table) {
    return new TmdlTable(table).text();
  }

  private String text() {
    line(0, "/// " + table.grain());
    line(0, "table " + table.name());
    if (table.equals(DateTable.SPEC)) {
      line(1, "dataCategory: Time");
    }
    Measure.ALL.stream().filter(measure -> measure.table().equals(table)).forEach(this::measure);
    table.columns().forEach(this::column);
    if (hasPeriodKey(table)) {
      column(
          TableColumn.text(
              PERIOD_KEY,
              "City, district and period in one: the key of " + PeriodTable.SPEC.name()),
          true);
    }
    partition();
    return text.toString();
  }

  /** Whether a column is added by which the table and its periods are related. */
  private static boolean hasPeriodKey(TableSpec table) {
    return table.equals(PeriodTable.SPEC)
        || Star.relations(table).stream().anyMatch(Star.Relation::isOfPeriod);
  }

  /** The column of a table that a relation is made by. */
  static String column(Star.Relation relation) {
    return relation.isOfPeriod() ? PERIOD_KEY : relation.columns().get(0);
  }

  private void measure(Measure measure) {
    String one =
        measure.narrowed().stream()
            .map(column -> "HASONEVALUE(" + table.name() + "[" + column + "])")
            .collect(Collectors.joining(" && "));
    gap();
    line(1, "/// " + measure.description() + " Blank unless each of these is narrowed to one.");
    line(1, "measure '" + measure.title() + "' = IF(" + one + ", " + measure.dax() + ")");
    line(2, "formatString: " + measure.format());
  }

  private void column(TableColumn<?> column) {
    column(column, false);
  }

  private void column(TableColumn<?> column, boolean isHidden) {
    gap();
    line(1, "/// " + column.comment());
    line(1, "column " + column.name());
    line(2, "dataType: " + type(column.type()));
    if (isHidden) {
      line(2, "isHidden");
    }
    if (table.equals(DateTable.SPEC) && column.name().equals(Keys.DATE.name())) {
      line(2, "isKey");
    }
    if (column.type().equals(DataTypes.DateType)) {
      line(2, "formatString: yyyy-mm-dd");
    }
    line(2, "summarizeBy: none");
    line(2, "sourceColumn: " + column.name());
  }

  private static String type(DataType type) {
    return switch (type.typeName()) {
      case "string" -> "string";
      case "integer", "long" -> "int64";
      case "double" -> "double";
      case "boolean" -> "boolean";
      case "date", "timestamp" -> "dateTime";
      default -> throw new IllegalArgumentException("No table has a column of type " + type);
    };
  }

  private void partition() {
    gap();
    line(1, "partition " + table.name() + " = m");
    line(2, "mode: import");
    line(2, "source =");
    line(4, "let");
    line(
        5,
        "Rows = Parquet.Document(File.Contents("
            + FOLDER
            + " & \"/"
            + table.name()
            + ".parquet\"))");
    if (hasPeriodKey(table)) {
      text.setLength(text.length() - 1);
      text.append(",\n");
      line(
          5,
          "Keyed = Table.AddColumn(Rows, \""
              + PERIOD_KEY
              + "\", each "
              + periodKey()
              + ", type text)");
    }
    line(4, "in");
    line(5, hasPeriodKey(table) ? "Keyed" : "Rows");
  }

  private String periodKey() {
    String city = "[" + Keys.CITY_ID.name() + "]";
    String district = "[" + Keys.DISTRICT_ID.name() + "]";
    String period = "[" + Keys.PERIOD_ID.name() + "]";
    String whose =
        table.equals(PeriodTable.SPEC)
            ? district
            : String.format(
                Locale.ROOT,
                "(if Text.StartsWith(%s, \"%s\") then %s else %s)",
                period,
                Period.OWN_WAVE_PREFIX,
                district,
                city);
    return String.join(" & \"|\" & ", List.of(city, whose, period));
  }

  private void gap() {
    text.append('\n');
  }

  private void line(int depth, String what) {
    text.append("\t".repeat(depth)).append(what).append('\n');
  }
}
