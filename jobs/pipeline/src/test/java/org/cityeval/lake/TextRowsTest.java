package org.cityeval.lake;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.StartedJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files a, b and c hold four rows each, 1 to 12 in all. */
@ExtendWith(SparkExtension.class)
class TextRowsTest {
  private static final int ROWS_OF_A_FILE = 4;

  /** Static, for a reader travels; tasks of this process write to it, too. */
  private static final List<String> EVENTS = Collections.synchronizedList(new ArrayList<>());

  private static final class Rows implements TextRows.FileRows {
    private final String file;
    private int given;

    Rows(String file) {
      this.file = file;
      EVENTS.add("opened " + file);
    }

    @Override
    public boolean hasNext() {
      return given < ROWS_OF_A_FILE;
    }

    @Override
    public Row next() {
      int row = "abc".indexOf(file) * ROWS_OF_A_FILE + ++given;
      EVENTS.add("read " + row);
      return RowFactory.create(row);
    }

    @Override
    public void close() {
      EVENTS.add("closed " + file);
    }
  }

  private static TextRows rows(SparkSession spark) {
    EVENTS.clear();
    return new TextRows(
        spark,
        new Configuration(),
        List.of("a", "b", "c").stream()
            .map(label -> new LakeFile("file:///" + label, label, 1, LakeFile.UNKNOWN))
            .toList(),
        new StructType().add("row", DataTypes.IntegerType),
        (file, hadoop) -> new Rows(file.label()));
  }

  private static List<Integer> numbers(List<Row> rows) {
    return rows.stream().map(row -> row.getInt(0)).toList();
  }

  @Test
  void noMoreIsReadThanTheFirstRowsAndTheirFileIsClosed(SparkSession spark) {
    assertThat(numbers(rows(spark).first(5).collectAsList())).containsExactly(1, 2, 3, 4, 5);
    assertThat(EVENTS)
        .containsExactly(
            "opened a", "read 1", "read 2", "read 3", "read 4", "opened b", "read 5", "closed b");
  }

  @Test
  void rowsBeyondThoseThatAreLookedAtAreNotRead(SparkSession spark) {
    assertThat(numbers(rows(spark).first(6, col("row").gt(5), 2).collectAsList()))
        .containsExactly(6);
    assertThat(EVENTS).contains("read 6").doesNotContain("read 7", "opened c");
  }

  @Test
  void noMoreAreKeptThanAreAskedFor(SparkSession spark) {
    assertThat(numbers(rows(spark).first(12, col("row").mod(2).equalTo(0), 3).collectAsList()))
        .containsExactly(2, 4, 6);
  }

  @Test
  void whereNothingIsKeptNothingIsGiven(SparkSession spark) {
    assertThat(rows(spark).first(100, col("row").lt(0), 3).collectAsList()).isEmpty();
  }

  @Test
  void theFirstRowsStartNoJobAndAreThoseOfThePlan(SparkSession spark) throws Exception {
    TextRows rows = rows(spark);
    List<Row> whole = new ArrayList<>();
    StartedJobs started =
        StartedJobs.during(
            spark,
            () -> {
              whole.addAll(rows.whole());
              rows.first(10, col("row").gt(1), 2).collectAsList();
            });

    assertThat(started.jobs()).isZero();
    assertThat(numbers(whole)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(numbers(rows.all().collectAsList()))
        .containsExactlyInAnyOrderElementsOf(numbers(whole));
  }

  @Test
  void theColumnsAreThoseOfTheRowsAndNoFileIsOpened(SparkSession spark) {
    TextRows rows = rows(spark);

    assertThat(rows.columns().schema()).isEqualTo(rows.schema());
    assertThat(EVENTS).isEmpty();
  }
}
