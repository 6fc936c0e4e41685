package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class WarehouseTest {
  private static final TableColumn<String> TEXT = TableColumn.text("text", "A text.");
  private static final TableSpec TABLE =
      TableSpec.of("silver", "t", "A row.").key(Keys.EVALUATION_ID).columns(TEXT).build();

  @TempDir private Path folder;

  private final SparkSession spark;

  WarehouseTest(SparkSession spark) {
    this.spark = spark;
  }

  private Warehouse warehouse() {
    return new Warehouse(spark, StoragePath.of(folder));
  }

  private static void write(Warehouse warehouse, String evaluation, String... texts) {
    List<Row> rows =
        Arrays.stream(texts)
            .map(text -> new TableRow(TABLE).set(Keys.EVALUATION_ID, evaluation).set(TEXT, text))
            .map(TableRow::row)
            .toList();
    warehouse.replace(
        TABLE, Slice.of(evaluation), warehouse.rows(TABLE, rows), "note of " + evaluation);
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.orderBy("text").select("text").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void aVersionIsReadAsItWasAndATableThatIsNotThereIsEmpty() {
    Warehouse warehouse = warehouse();
    assertThat(warehouse.exists(TABLE)).isFalse();
    assertThat(texts(warehouse.read(TABLE))).isEmpty();
    write(warehouse, "one", "a", "b");
    write(warehouse, "one", "d");

    assertThat(texts(warehouse.read(TABLE))).containsExactly("d");
    assertThat(texts(warehouse.read(TABLE, 0))).containsExactly("a", "b");
    assertThat(warehouse.stored().findNote(TABLE, 1)).contains("note of one");
  }

  /** Another run may have committed to the table since. */
  @Test
  void theVersionThatWasCommittedHereIsNotThatOfAnother() {
    Warehouse own = warehouse();
    write(own, "one", "a");
    write(warehouse(), "two", "b");

    assertThat(own.version(TABLE)).isEqualTo(1);
    assertThat(own.committedVersion(TABLE)).isZero();
    assertThat(warehouse().committedVersion(TABLE)).isEqualTo(1);
  }

  @Test
  void aTableThatIsEnsuredIsThereAndStaysAsItIs() {
    Warehouse warehouse = warehouse();
    warehouse.ensure(TABLE);
    assertThat(warehouse.exists(TABLE)).isTrue();
    write(warehouse, "one", "a");
    warehouse.ensure(TABLE);

    assertThat(texts(warehouse.read(TABLE))).containsExactly("a");
    assertThat(warehouse.version(TABLE)).isEqualTo(1);
  }

  /** Delta would sort once more what does not come partition by partition. */
  @Test
  void rowsAreSortedOnceToBeWritten() throws Exception {
    TableSpec table =
        TableSpec.of("silver", "u", "A row.").key(TEXT).key(Keys.SOURCE_ID).columns().build();
    List<Row> rows =
        Stream.of("one", "two", "one")
            .map(source -> new TableRow(table).set(Keys.SOURCE_ID, source).set(TEXT, "t").row())
            .toList();
    Set<String> sorts = new TreeSet<>();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onStageSubmitted(SparkListenerStageSubmitted stage) {
            CollectionConverters.asJava(stage.stageInfo().rddInfos())
                .forEach(
                    made ->
                        made.scope()
                            .filter(scope -> scope.name().equals("Sort"))
                            .foreach(scope -> sorts.add(scope.id())));
          }
        };
    spark.sparkContext().addSparkListener(listener);
    try {
      warehouse()
          .replace(
              table,
              Slice.ofSource("one").or(Slice.ofSource("two")),
              warehouse().rows(table, rows),
              "note");
      spark.sparkContext().listenerBus().waitUntilEmpty(60_000);
    } finally {
      spark.sparkContext().removeSparkListener(listener);
    }

    assertThat(sorts).hasSize(1);
  }

  @Test
  void rowsThatLackAColumnOrHaveAnotherTypeAreRefused() {
    Warehouse warehouse = warehouse();

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                warehouse.replace(
                    TABLE, Slice.of("one"), spark.sql("select 'one' evaluation_id"), "note"))
        .withMessageStartingWith("silver.t needs column text of type string");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                warehouse.replace(
                    TABLE,
                    Slice.of("one"),
                    spark.sql("select 'one' evaluation_id, 7 text"),
                    "note"));
    assertThat(warehouse.exists(TABLE)).isFalse();
  }

  /** Columns come in the table's order, and others are left out. */
  @Test
  void onlyTheColumnsOfTheTableAreWritten() {
    Warehouse warehouse = warehouse();
    warehouse.replace(
        TABLE, Slice.of("one"), spark.sql("select 9 more, 'a' text, 'one' evaluation_id"), "note");

    assertThat(warehouse.read(TABLE).columns()).containsExactly("evaluation_id", "text");
    assertThat(texts(warehouse.read(TABLE))).containsExactly("a");
  }

  @Test
  void smallFilesArePutTogetherAndRowsStay() {
    Warehouse warehouse = warehouse();
    write(warehouse, "one", "a");
    warehouse.stored().append(TABLE, List.<Object[]>of(new Object[] {"one", "b"}), "note");
    assertThat(warehouse.stored().files(TABLE, warehouse.version(TABLE)).files()).hasSize(2);

    warehouse.compact(TABLE, "put together");

    assertThat(warehouse.stored().files(TABLE, warehouse.version(TABLE)).files()).hasSize(1);
    assertThat(texts(warehouse.read(TABLE))).containsExactly("a", "b");
    assertThat(warehouse.stored().findNote(TABLE, warehouse.version(TABLE)))
        .contains("put together");
  }

  @Test
  void theSessionIsStartedOnceByWhoeverNeedsIt() {
    AtomicInteger started = new AtomicInteger();
    Warehouse warehouse =
        new Warehouse(
            () -> {
              started.incrementAndGet();
              return spark;
            },
            new StoredTables(StoragePath.of(folder), new Configuration()));
    assertThat(warehouse.exists(TABLE)).isFalse();
    assertThat(started).hasValue(0);

    warehouse.now("reads the sources");
    warehouse.spark();
    warehouse.spark();

    assertThat(started).hasValue(1);
    assertThat(warehouse.doing()).contains("reads the sources");
    warehouse.describeJobs("ingest");
    assertThat(warehouse.doing()).isEmpty();
  }
}
