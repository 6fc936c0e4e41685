package org.cityeval.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** Every published cell of Riverton by its bits, for comparison with where else it is shown. */
final class PublishedCells {
  private PublishedCells() {}

  private static Map<String, String> published;

  /** By Delta's own reader, which no command of ours uses. Read once a process. */
  static synchronized Map<String, String> hashes(SparkSession spark) {
    if (published == null) {
      published = Map.copyOf(hashes(table -> rows(table, read(spark, table))));
    }
    assertThat(published).hasSize(19);
    assertThat(published.values().stream().distinct().count()).isGreaterThan(17);
    return published;
  }

  /** The rows of a table by Delta's own reader. */
  static Dataset<Row> read(SparkSession spark, TableSpec table) {
    return spark
        .read()
        .format("delta")
        .load(
            Riverton.warehouse()
                .resolve(table.schema())
                .resolve(table.name())
                .toAbsolutePath()
                .toString());
  }

  /** Gives the rows of a table, each cell as {@link #cell} and {@link #number} write it. */
  interface Reader {
    List<List<String>> rows(TableSpec table) throws IOException, SQLException;
  }

  /** One hash a table, of its sorted rows. */
  static Map<String, String> hashes(Reader reader) {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (TableSpec table : Tables.PUBLISHED) {
      try {
        List<String> rows = new ArrayList<>();
        for (List<String> row : reader.rows(table)) {
          assertThat(row).as(table.name()).hasSize(table.columns().size());
          rows.add(row.toString());
        }
        Collections.sort(rows);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        rows.forEach(row -> digest.update((row + "\n").getBytes(UTF_8)));
        hashes.put(
            table.name(), rows.size() + " rows " + HexFormat.of().formatHex(digest.digest()));
      } catch (IOException | SQLException | NoSuchAlgorithmException e) {
        throw new AssertionError(table.name(), e);
      }
    }
    return hashes;
  }

  static String number(double number) {
    return Long.toHexString(Double.doubleToRawLongBits(number));
  }

  /** A text of a cell, told apart from an empty one, as the bits of what it says. */
  static String cell(TableColumn<?> column, String text) {
    return text == null
        ? "null"
        : switch (column.type().typeName()) {
          case "double" -> number(Double.parseDouble(text));
          case "integer", "long" -> Long.toString(Long.parseLong(text));
          case "date" -> LocalDate.parse(text).toString();
          case "boolean" -> Boolean.toString(text.equals("true") || text.equals("1"));
          default -> "\"" + text + "\"";
        };
  }

  static List<List<String>> rows(TableSpec table, Dataset<Row> read) {
    List<List<String>> rows = new ArrayList<>();
    String[] columns = table.columnNames();
    for (Row row : read.selectExpr(columns).collectAsList()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < columns.length; i++) {
        cells.add(cell(row.get(i)));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** A cell of a row of Spark or of JDBC. */
  static String cell(Object cell) {
    return cell == null
        ? "null"
        : cell instanceof Double number
            ? number(number)
            : cell instanceof String text ? "\"" + text + "\"" : cell.toString();
  }
}
