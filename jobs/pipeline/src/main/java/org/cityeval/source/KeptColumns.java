package org.cityeval.source;

import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.RequestConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.lake.LakeSource;

/**
 * The columns that a refused record is kept with: those that the config declares, or those that it
 * uses. Others may hold what is known of persons, and nobody needs them to mend a record.
 */
public final class KeptColumns {
  private static final Pattern WORD = Pattern.compile("\\W+");

  private final List<String> names;
  private final boolean declared;

  private KeptColumns(Dataset<Row> rows, List<String> declared, Object config) {
    this.declared = declared != null;
    Set<String> kept = lowerCase(this.declared ? declared : used(rows, config));
    this.names =
        LakeSource.ownColumns(rows).stream()
            // Those that unpivoting makes are the heading and the cell.
            .filter(
                name ->
                    name.startsWith("_")
                        || name.equals(WideCells.VALUE)
                        || kept.contains(name.toLowerCase(Locale.ROOT)))
            .toList();
  }

  /** Of the rows of a source. */
  public static KeptColumns of(Dataset<Row> rows, SourceConfig source) {
    return new KeptColumns(rows, source.keptColumns(), source);
  }

  /** Of the rows of a register of requests. */
  public static KeptColumns of(Dataset<Row> rows, RequestConfig requests) {
    return new KeptColumns(rows, requests.keptColumns(), requests);
  }

  /** Which of the declared names no column has. */
  public static List<String> unknown(Dataset<Row> rows, List<String> declared) {
    Set<String> own = lowerCase(LakeSource.ownColumns(rows));
    return declared.stream().filter(name -> !own.contains(name.toLowerCase(Locale.ROOT))).toList();
  }

  /** The columns, never none. */
  public Column[] columns() {
    return names.isEmpty()
        ? new Column[] {lit(null).cast(DataTypes.StringType).as("_")}
        : names.stream().map(LakeSource::quoted).toArray(Column[]::new);
  }

  /**
   * Whether a row that could not be taken apart is kept as it stands. Where columns are declared it
   * is not, because nobody can tell what it holds.
   */
  public boolean keepsUnreadable() {
    return !declared;
  }

  /** Every column that a text of the config names: as it is, in an expression or in a query. */
  private static Set<String> used(Dataset<Row> rows, Object config) {
    Set<String> used = new LinkedHashSet<>();
    // Expressions write a backtick of a name twice.
    List<String> own =
        LakeSource.ownColumns(rows).stream()
            .map(name -> name.toUpperCase(Locale.ROOT).replace("`", "``"))
            .toList();
    for (String text : ConfigLoader.texts(config)) {
      used.add(text);
      if (own.stream().noneMatch(text.toUpperCase(Locale.ROOT)::contains)) {
        // Most texts name no column; to take each for an expression would take long.
        continue;
      }
      if (text.contains("{object}")) {
        used.addAll(List.of(WORD.split(text, -1)));
      }
      try {
        Expressions.columns(rows.sparkSession(), text)
            .forEach(
                name -> {
                  used.add(name);
                  used.add(name.split("\\.", 2)[0]);
                });
      } catch (IllegalArgumentException noExpression) {
        // Texts of other kinds name no columns.
      }
    }
    return used;
  }

  private static Set<String> lowerCase(Iterable<String> names) {
    Set<String> lower = new LinkedHashSet<>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    return lower;
  }
}
