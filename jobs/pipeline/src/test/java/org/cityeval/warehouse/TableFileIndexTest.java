package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.PublishedFew;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three versions of a table: one row of the evaluation one, then one of two, then one of one. */
@ExtendWith(SparkExtension.class)
class TableFileIndexTest {
  private static final TableSpec TABLE = CityTable.SPEC;

  @TempDir private Path folder;

  private StoredTables tables;

  @BeforeEach
  void write() {
    tables =
        new PublishedFew(folder)
            .write(TABLE, city("one", "a"), city("two", "b"), city("one", "c"))
            .tables();
  }

  private static TableRow city(String evaluation, String id) {
    return PublishedFew.row(TABLE, evaluation).set(Keys.CITY_ID, id).set(CityTable.DISTRICTS, 3);
  }

  private Dataset<Row> rows(SparkSession spark, long version) {
    return TableFileIndex.rows(spark, tables.folder(TABLE).hadoop(), tables.files(TABLE, version));
  }

  private static List<String> shown(Dataset<Row> rows) {
    return rows
        .selectExpr("evaluation_id", "as_of", "city_id", "districts")
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .sorted()
        .toList();
  }

  @Test
  void aVersionHasItsRowsInTheColumnsOfTheTable(SparkSession spark) {
    assertThat(rows(spark, 2).columns()).containsExactly(TABLE.columnNames());
    assertThat(shown(rows(spark, 2)))
        .containsExactly("one|2020-04-10|a|3", "one|2020-04-10|c|3", "two|2020-04-10|b|3");
    assertThat(shown(rows(spark, 0))).containsExactly("one|2020-04-10|a|3");
  }

  /** By the folders alone: of the files of others none is opened, though it may be gone. */
  @Test
  void filesOfOtherPartitionsAreNotRead(SparkSession spark) {
    Dataset<Row> one = rows(spark, 2).where("evaluation_id = 'one' and as_of = date'2020-04-10'");

    assertThat(shown(one)).containsExactly("one|2020-04-10|a|3", "one|2020-04-10|c|3");
    assertThat(
            ((org.apache.spark.sql.classic.Dataset<Row>) one)
                .queryExecution()
                .executedPlan()
                .toString())
        .contains("PartitionFilters: [")
        .contains("evaluation_id");
    assertThat(shown(rows(spark, 2).where("as_of > date'2020-04-10'"))).isEmpty();
  }

  /** A query starts no job to look for files. */
  @Test
  void filesAreKnownBeforeTheyAreAskedFor(SparkSession spark) {
    assertThat(rows(spark, 2).inputFiles()).hasSize(3).allMatch(file -> file.endsWith(".parquet"));
  }
}
