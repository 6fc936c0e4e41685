package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.StartedJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class TableCommitTest {
  private static final TableColumn<Integer> N = TableColumn.integer("n", "A number.");
  private static final TableColumn<String> LATER = TableColumn.text("later", "Of a later release.");

  private static final TableSpec OLD =
      TableSpec.of("gold", "t", "A row.")
          .key(Keys.EVALUATION_ID)
          .key(Keys.CITY_ID)
          .columns(N)
          .build();

  @TempDir private Path folder;

  private final SparkSession spark;

  TableCommitTest(SparkSession spark) {
    this.spark = spark;
  }

  private TableCommit commit(TableSpec table) {
    return new TableCommit(spark, table, folder.toUri().toString());
  }

  private Dataset<Row> rows(TableSpec table, Row... rows) {
    return spark.createDataFrame(List.of(rows), table.structType()).coalesce(1);
  }

  private static Row row(Object... cells) {
    return RowFactory.create(cells);
  }

  private List<String> stored() {
    return spark.read().format("delta").load(folder.toString()).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .sorted()
        .toList();
  }

  @Test
  void theFirstRowsMakeTheTable() {
    Warehouse.Commit made =
        commit(OLD)
            .replace(Slice.of("one"), rows(OLD, row("one", "a", 1), row("one", "b", 2)), "note");

    assertThat(made).isEqualTo(new Warehouse.Commit(0, 2));
    assertThat(stored()).containsExactly("one|a|1", "one|b|2");
    assertThat(
            spark
                .sql("describe detail delta.`" + folder + "`")
                .first()
                .<String>getAs("description"))
        .isEqualTo("A row.");
  }

  @Test
  void aTableThatIsMadeTwiceIsMadeOnce() {
    commit(OLD).create();
    commit(OLD).create();

    assertThat(stored()).isEmpty();
    assertThat(
            commit(OLD).replace(Slice.of("one"), rows(OLD, row("one", "a", 1)), "note").version())
        .isEqualTo(1);
  }

  /** The source makes whole files; one file of the lake does not, so that the others are kept. */
  @Test
  void ofAFileThatHoldsMoreThanTheSliceTheRestIsWrittenAnew() {
    TableSpec files =
        TableSpec.of("ops", "t", "A row.")
            .key(Keys.SOURCE_ID)
            .key(TableColumn.text("file", "A file of the lake."))
            .columns(N)
            .build();
    commit(files)
        .replace(
            Slice.ofSource("s"),
            rows(files, row("s", "a", 1), row("s", "b", 2), row("s", "c", 3)),
            "note");

    Warehouse.Commit made =
        commit(files)
            .replace(Slice.ofFiles("s", List.of("b")), rows(files, row("s", "b", 9)), "note");

    assertThat(stored()).containsExactly("s|a|1", "s|b|9", "s|c|3");
    assertThat(made.rows()).isEqualTo(1);
  }

  /** The folder of a partition is written once as Delta escapes it, and once more as a URL. */
  @Test
  void aPartitionWhoseNameIsEscapedIsReplaced() {
    String odd = "a b%/浙:=\"é";
    commit(OLD).replace(Slice.of(odd), rows(OLD, row(odd, "a", 1)), "note");
    commit(OLD).replace(Slice.of("other"), rows(OLD, row("other", "a", 2)), "note");

    commit(OLD).replace(Slice.of(odd), rows(OLD, row(odd, "a", 3)), "note");

    assertThat(stored()).containsExactlyInAnyOrder(odd + "|a|3", "other|a|2");
  }

  /** Delta itself would start jobs to find the files. */
  @Test
  void aSliceIsReplacedByTheJobThatWritesIt() throws Exception {
    commit(OLD).replace(Slice.of("one"), rows(OLD, row("one", "a", 1)), "note");

    StartedJobs started =
        StartedJobs.during(
            spark,
            () -> commit(OLD).replace(Slice.of("one"), rows(OLD, row("one", "a", 2)), "note"));

    assertThat(started).isEqualTo(new StartedJobs(1, 1));
    assertThat(stored()).containsExactly("one|a|2");
  }

  @Test
  void rowsOutsideTheirSliceAreNotWritten() {
    commit(OLD).create();

    assertThatCode(
            () -> commit(OLD).replace(Slice.of("one"), rows(OLD, row("two", "a", 1)), "note"))
        .hasMessageContaining("slice");
    assertThat(stored()).isEmpty();
  }

  @Test
  void aRowThatBreaksACheckIsNamedByTheTable() {
    TableSpec checked =
        new TableSpec(
            "gold", "t", "A row.", OLD.key(), OLD.columns(), List.of(TableCheck.atLeast(N, 1)));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                commit(checked).replace(Slice.of("one"), rows(checked, row("one", "a", 0)), "note"))
        .withMessageStartingWith("A row breaks a check of gold.t; nothing of it was written:");
  }

  /** Old rows have none in the new column. */
  @Test
  void aTableOfAnEarlierReleaseTakesTheColumnsItLacks() {
    commit(OLD).replace(Slice.of("one"), rows(OLD, row("one", "a", 1)), "note");
    TableSpec later =
        TableSpec.of("gold", "t", "A row.")
            .key(Keys.EVALUATION_ID)
            .key(Keys.CITY_ID)
            .columns(N, LATER)
            .build();
    commit(later).replace(Slice.of("two"), rows(later, row("two", "b", 2, "x")), "note");

    assertThat(stored()).containsExactly("one|a|1|null", "two|b|2|x");
  }

  @Test
  void aTableThatOldReadersCannotReadIsRefused() {
    assertThatCode(() -> TableCommit.requireReaderVersion1(OLD, 1)).doesNotThrowAnyException();
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> TableCommit.requireReaderVersion1(OLD, 3))
        .withMessage("Table gold.t needs Delta reader version 3.");
  }
}
