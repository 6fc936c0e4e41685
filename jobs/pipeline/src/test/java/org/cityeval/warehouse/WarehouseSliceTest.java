package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a commit puts in and takes out, read by Delta's own reader as well. */
@ExtendWith(SparkExtension.class)
class WarehouseSliceTest {
  private static final LocalDate MAY = LocalDate.parse("2020-05-04");
  private static final LocalDate JUNE = LocalDate.parse("2020-06-01");

  private static final TableSpec VALUES =
      TableSpec.of("gold", "values", "One row per evaluation, vintage and district.")
          .evaluationKey()
          .key(TableColumn.text("district_id", "The district."))
          .columns(TableColumn.number("value", "A number."))
          .build();

  private static final TableSpec FILES =
      TableSpec.of("ops", "files", "One row per source and file.")
          .key(TableColumn.text("source_id", "The source."))
          .key(TableColumn.text("file", "The file."))
          .columns(TableColumn.integer("rows", "How many."))
          .build();

  @TempDir private Path folder;

  @Test
  void theFirstRowsMakeTheTable(SparkSession spark) throws IOException {
    Warehouse warehouse = warehouse(spark, "warehouse");

    Warehouse.Commit commit = replace(warehouse, "a", MAY, row("a", MAY, "1", 2.5));

    assertThat(commit).isEqualTo(new Warehouse.Commit(0, 1));
    assertThat(versions("warehouse/gold/values")).isEqualTo(1);
    assertThat(all(warehouse, VALUES)).containsExactly("[a,2020-05-04,1,2.5]");
  }

  @Test
  void aSliceIsReplacedAndNothingBeside(SparkSession spark) {
    Warehouse warehouse = warehouse(spark, "warehouse");
    replace(warehouse, "a", MAY, row("a", MAY, "1", 1.0), row("a", MAY, "2", null));
    replace(warehouse, "a", JUNE, row("a", JUNE, "1", 3.0));
    replace(warehouse, "b", MAY, row("b", MAY, "1", 4.0));

    Warehouse.Commit commit = replace(warehouse, "a", MAY, row("a", MAY, "3", 5.0));

    assertThat(commit.rows()).isEqualTo(1);
    assertThat(all(warehouse, VALUES))
        .containsExactly("[a,2020-05-04,3,5.0]", "[a,2020-06-01,1,3.0]", "[b,2020-05-04,1,4.0]");
    assertThat(texts(warehouse.read(VALUES, 0)))
        .containsExactly("[a,2020-05-04,1,1.0]", "[a,2020-05-04,2,null]");
  }

  @Test
  void anEmptySliceLeavesItsCommit(SparkSession spark) {
    Warehouse warehouse = warehouse(spark, "warehouse");
    replace(warehouse, "a", MAY, row("a", MAY, "1", 1.0));

    Warehouse.Commit commit = replace(warehouse, "a", MAY);

    assertThat(commit).isEqualTo(new Warehouse.Commit(1, 0));
    assertThat(all(warehouse, VALUES)).isEmpty();
  }

  @Test
  void otherRowsOfAFileAreCarriedOverAndNotCounted(SparkSession spark) {
    Warehouse warehouse = warehouse(spark, "warehouse");
    files(warehouse, List.of("x.csv", "y.csv"), 1);

    Warehouse.Commit commit = files(warehouse, List.of("y.csv"), 2);

    assertThat(commit.rows()).isEqualTo(1);
    assertThat(all(warehouse, FILES)).containsExactly("[s,x.csv,1]", "[s,y.csv,2]");
  }

  @Test
  void aRowOutsideTheSliceIsRefused(SparkSession spark) {
    Warehouse warehouse = warehouse(spark, "warehouse");

    assertThatThrownBy(() -> replace(warehouse, "a", MAY, row("b", MAY, "1", 1.0)))
        .hasStackTraceContaining("CHECK constraint");

    assertThat(warehouse.exists(VALUES)).isFalse();
  }

  @Test
  void namesOfFoldersAndPartitionsMayHoldAnyLetter(SparkSession spark) {
    Warehouse warehouse = warehouse(spark, "仓库 100%25 a#b+c");
    String id = "α b%2F=中#";
    replace(warehouse, id, MAY, row(id, MAY, "1", 1.0));
    replace(warehouse, id, MAY, row(id, MAY, "1", 2.0));

    assertThat(all(warehouse, VALUES)).containsExactly("[" + id + ",2020-05-04,1,2.0]");
  }

  @Test
  void aFilterOpensOnlyItsPartitions(SparkSession spark) {
    Warehouse warehouse = warehouse(spark, "warehouse");
    replace(warehouse, "a", MAY, row("a", MAY, "1", 1.0));
    replace(warehouse, "b", MAY, row("b", MAY, "1", 2.0));

    Dataset<Row> read = warehouse.read(VALUES).where(Slice.of("b", MAY).predicate());

    assertThat(texts(read)).containsExactly("[b,2020-05-04,1,2.0]");
    assertThat(read.queryExecution().executedPlan().toString())
        .contains("PartitionFilters: [isnotnull(evaluation_id");
  }

  @Test
  void storedRowsOfAPartitionOpenNoOtherFile(SparkSession spark) throws IOException {
    Warehouse warehouse = warehouse(spark, "warehouse");
    replace(warehouse, "a", MAY, row("a", MAY, "1", 1.0));
    replace(warehouse, "b", MAY, row("b", MAY, "2", null), row("b", MAY, "1", 2.0));
    StoredRows rows = warehouse.stored().rows(VALUES);
    try (Stream<Path> files = Files.walk(folder.resolve("warehouse/gold/values"))) {
      for (Path file : files.filter(path -> path.toString().contains("evaluation_id=a")).toList()) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }

    assertThat(stored(rows.where(EVALUATION_ID, "b").where(AS_OF, MAY)))
        .containsExactly("[b,2020-05-04,1,2.0]", "[b,2020-05-04,2,null]");
    assertThat(stored(rows.where(EVALUATION_ID, "b").where(AS_OF, JUNE))).isEmpty();
    assertThatThrownBy(rows::list).hasStackTraceContaining("evaluation_id=a");
  }

  @Test
  void storedRowsAreChosenByTheirCellsAndKeptInTheOrderOfTheKey(SparkSession spark) {
    Warehouse warehouse = warehouse(spark, "warehouse");
    replace(warehouse, "b", MAY, row("b", MAY, "1", 1.0));
    replace(warehouse, "a", JUNE, row("a", JUNE, "2", 3.0), row("a", JUNE, "1", 4.0));
    StoredRows rows = warehouse.stored().rows(VALUES);

    assertThat(rows.columns(List.of("value", "district_id", "as_of", "evaluation_id")).list())
        .extracting(StoredRow::cells)
        .containsExactly(
            List.of(4.0, "1", JUNE, "a"),
            List.of(3.0, "2", JUNE, "a"),
            List.of(1.0, "1", MAY, "b"));
    assertThat(rows.columns(List.of("value")).where(DISTRICT_ID, "1").list())
        .extracting(row -> row.number("value"))
        .containsExactlyInAnyOrder(1.0, 4.0);
    assertThat(rows.whereAny(EVALUATION_ID, Set.of("b", "c")).list()).hasSize(1);
    assertThat(rows.whereAny(DISTRICT_ID, Set.of("1", "2")).list()).hasSize(3);
    assertThat(rows.whereAny(DISTRICT_ID, Set.of()).list()).isEmpty();
    assertThat(rows.where(row -> row.number("value") > 3).list())
        .extracting(row -> row.get(DISTRICT_ID))
        .containsExactly("1");
    List<String> firsts = new ArrayList<>();
    rows.firstOfEachFile(row -> firsts.add(row.get(EVALUATION_ID)));
    assertThat(firsts).containsExactlyInAnyOrder("a", "b");
  }

  /** What 'run --full' does to a warehouse that an older release of the program made. */
  @Test
  void aTableOfFewerColumnsTakesThoseOfALaterRelease(SparkSession spark) {
    Warehouse warehouse = warehouse(spark, "warehouse");
    replace(warehouse, "a", MAY, row("a", MAY, "1", 1.0));
    replace(warehouse, "b", MAY, row("b", MAY, "1", 2.0));
    TableSpec newer =
        TableSpec.of("gold", "values", "One row per evaluation, vintage and district.")
            .evaluationKey()
            .key(TableColumn.text("district_id", "The district."))
            .columns(
                TableColumn.number("width", "New, and not the last."),
                TableColumn.number("value", "A number."))
            .build();

    warehouse.replace(
        newer,
        Slice.of("a", MAY),
        warehouse.rows(newer, List.of(RowFactory.create("a", MAY, "1", 0.5, 3.0))),
        "run r attempt 2");

    assertThat(texts(warehouse.read(newer)))
        .containsExactlyInAnyOrder("[a,2020-05-04,1,3.0,0.5]", "[b,2020-05-04,1,2.0,null]");
    assertThat(warehouse.stored().rows(newer).where(EVALUATION_ID, "a").list())
        .extracting(StoredRow::cells)
        .containsExactly(List.of("a", MAY, "1", 0.5, 3.0));
  }

  @Test
  void aTableNeverWrittenHasNoStoredRows(SparkSession spark) {
    assertThat(warehouse(spark, "none").stored().rows(VALUES).list()).isEmpty();
  }

  @Test
  void aColumnOfAnotherReleaseIsNamed(SparkSession spark) {
    Warehouse warehouse = warehouse(spark, "warehouse");
    files(warehouse, List.of("x.csv"), 1);
    TableSpec newer =
        TableSpec.of("ops", "files", "A file of a source.")
            .key(TableColumn.text("source_id", "The source."))
            .columns(TableColumn.number("weight", "A later release has it."))
            .build();

    assertThatThrownBy(() -> warehouse.stored().rows(newer).list())
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("ops.files has no column weight");
  }

  private Warehouse warehouse(SparkSession spark, String name) {
    return new Warehouse(spark, StoragePath.of(folder.resolve(name)));
  }

  private static Warehouse.Commit replace(
      Warehouse warehouse, String id, LocalDate asOf, Row... rows) {
    return warehouse.replace(
        VALUES, Slice.of(id, asOf), warehouse.rows(VALUES, List.of(rows)), "note");
  }

  private static Row row(String id, LocalDate asOf, String district, Double value) {
    return RowFactory.create(id, asOf, district, value);
  }

  private static Warehouse.Commit files(Warehouse warehouse, List<String> names, int rows) {
    return warehouse.replace(
        FILES,
        Slice.ofFiles("s", names),
        warehouse.rows(FILES, names.stream().map(name -> file(name, rows)).toList()),
        "note");
  }

  private static Row file(String name, int rows) {
    return RowFactory.create("s", name, rows);
  }

  /** The rows as the warehouse reads them by either way, which Delta's reader must read too. */
  private static List<String> all(Warehouse warehouse, TableSpec table) {
    List<String> read = texts(warehouse.read(table));
    String location = warehouse.stored().location(table);
    assertThat(texts(warehouse.spark().read().format("delta").load(location))).isEqualTo(read);
    assertThat(stored(warehouse.stored().rows(table))).isEqualTo(read);
    return read;
  }

  private static List<String> stored(StoredRows rows) {
    return rows.list().stream()
        .map(row -> row.cells().toString().replace(", ", ","))
        .sorted()
        .toList();
  }

  private static List<String> texts(Dataset<Row> rows) {
    return Arrays.stream((Row[]) rows.collect()).map(Row::toString).sorted().toList();
  }

  private long versions(String table) throws IOException {
    try (Stream<Path> log = Files.list(folder.resolve(table).resolve("_delta_log"))) {
      return log.filter(file -> file.toString().endsWith(".json")).count();
    }
  }
}
