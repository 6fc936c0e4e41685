package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.Xlsx;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every published cell is the same in all that is exported. Delta's own reader is asked, not the
 * one that the export reads by; each format is read by what did not write it. A cell is compared by
 * its bits.
 */
@ExtendWith(SparkExtension.class)
class ExportedCellsTest {
  private static Map<String, String> published;
  @TempDir private Path folder;

  @BeforeAll
  static void readDelta(SparkSession spark) {
    published = PublishedCells.hashes(spark);
  }

  private Path exported(String format) {
    Path place = folder.resolve(format);
    Commands.out("export", "--format", format, "--out", place, "--warehouse", Riverton.warehouse());
    return place;
  }

  @Test
  void inCsv() {
    Path place = exported("csv");
    assertThat(
            PublishedCells.hashes(
                table ->
                    cells(table, records(Files.readString(place.resolve(table.name() + ".csv"))))))
        .isEqualTo(published);
  }

  private static List<List<String>> cells(TableSpec table, List<List<String>> records) {
    assertThat(records.get(0)).isEqualTo(Arrays.asList(table.columnNames()));
    List<List<String>> rows = new ArrayList<>();
    for (List<String> record : records.subList(1, records.size())) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < record.size(); i++) {
        cells.add(PublishedCells.cell(table.columns().get(i), record.get(i)));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** RFC 4180; a field that has neither characters nor quotes is null. */
  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>(List.of(new ArrayList<>()));
    StringBuilder field = new StringBuilder();
    boolean isText = false;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        isText = true;
        for (i++; text.charAt(i) != '"' || text.startsWith("\"\"", i); i++) {
          i += text.charAt(i) == '"' ? 1 : 0;
          field.append(text.charAt(i));
        }
      } else if (text.charAt(i) == ',' || text.startsWith("\r\n", i)) {
        records.get(records.size() - 1).add(field.isEmpty() && !isText ? null : field.toString());
        field.setLength(0);
        isText = false;
        if (text.charAt(i) == '\r') {
          i++;
          records.add(new ArrayList<>());
        }
      } else {
        field.append(text.charAt(i));
      }
    }
    return records.subList(0, records.size() - 1);
  }

  @Test
  void inAWorkbook() {
    Map<String, List<List<Xlsx.Value>>> sheets = Xlsx.read(exported("xlsx"));
    assertThat(PublishedCells.hashes(table -> cellsOf(table, sheets.get(table.name()))))
        .isEqualTo(published);
  }

  private static List<List<String>> cellsOf(TableSpec table, List<List<Xlsx.Value>> sheet) {
    List<List<String>> records = new ArrayList<>();
    for (List<Xlsx.Value> row : sheet) {
      List<String> record = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        // A row of a workbook ends with its last cell.
        Xlsx.Value value = i < row.size() ? row.get(i) : null;
        boolean isDay =
            table.columns().get(i).type().typeName().equals("date")
                && value != null
                && value.type() == CellType.NUMBER;
        record.add(value == null ? null : isDay ? day(value.text()) : value.text());
      }
      records.add(record);
    }
    return cells(table, records);
  }

  /** Days since 1899-12-30, as spreadsheets count from March 1900 on. */
  private static String day(String serial) {
    return LocalDate.of(1899, 12, 30).plusDays((long) Double.parseDouble(serial)).toString();
  }

  @Test
  void inJsonLines() {
    Path place = exported("json");
    assertThat(
            PublishedCells.hashes(table -> objects(table, place.resolve(table.name() + ".jsonl"))))
        .isEqualTo(published);
  }

  private static List<List<String>> objects(TableSpec table, Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode object = new ObjectMapper().readTree(line);
      List<String> cells = new ArrayList<>();
      for (TableColumn<?> column : table.columns()) {
        JsonNode cell = object.get(column.name());
        cells.add(PublishedCells.cell(column, cell.isNull() ? null : cell.asText()));
      }
      rows.add(cells);
    }
    return rows;
  }

  @Test
  void inParquet(SparkSession spark) {
    Path place = exported("parquet");
    assertThat(
            PublishedCells.hashes(
                table ->
                    PublishedCells.rows(
                        table,
                        spark.read().parquet(place.resolve(table.name() + ".parquet").toString()))))
        .isEqualTo(published);
  }
}
