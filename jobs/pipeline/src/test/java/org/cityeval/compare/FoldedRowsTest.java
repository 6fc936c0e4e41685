package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FoldedRowsTest {
  private static final List<TableSpec> TABLES = List.of(RankIntervalTable.SPEC, PeerTable.SPEC);

  private static MadeRow made(TableSpec table, int id) {
    return new MadeRow(
        table, new TableRow(table).set(Keys.DISTRICT_ID, Integer.toString(id)).row());
  }

  private static List<Row> all(Iterator<Row> rows) {
    List<Row> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    return all;
  }

  /** Of 1,201 rows in turn, 801 are of one table and 400 of the other. */
  @Test
  void eachRowHasSomeRowsOfOneTableAndNoneIsLost(SparkSession spark) {
    Iterator<MadeRow> made =
        IntStream.range(0, 1201)
            .mapToObj(i -> made(i % 3 == 1 ? PeerTable.SPEC : RankIntervalTable.SPEC, i))
            .iterator();
    List<Row> folded = all(new FoldedRows(TABLES, made));

    assertThat(folded).hasSize(3);
    assertThat(folded.get(0).<Object[]>getAs(0)).hasSize(FoldedRows.AT_ONCE);
    assertThat(folded.get(0).isNullAt(1)).isTrue();
    assertThat(folded).allMatch(row -> row.isNullAt(0) != row.isNullAt(1));
    for (TableSpec table : TABLES) {
      int place = TABLES.indexOf(table);
      assertThat(
              FoldedRows.unfolded(spark.createDataFrame(folded, FoldedRows.schema(TABLES)), table)
                  .select(Keys.DISTRICT_ID.col())
                  .collectAsList())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 1201)
                  .filter(i -> (i % 3 == 1 ? 1 : 0) == place)
                  .mapToObj(i -> RowFactory.create(Integer.toString(i)))
                  .toList());
    }
  }

  @Test
  void rowsAreMadeAsTheyAreAskedFor() {
    AtomicInteger made = new AtomicInteger();
    Iterator<Row> folded =
        new FoldedRows(
            TABLES,
            InTurn.of(
                IntStream.range(0, 10)
                    .mapToObj(
                        part ->
                            IntStream.range(0, FoldedRows.AT_ONCE)
                                .mapToObj(i -> made(PeerTable.SPEC, made.incrementAndGet()))
                                .iterator())));

    folded.next();

    assertThat(made).hasValue(FoldedRows.AT_ONCE);
  }

  /** Each part is made once the one before is let go. */
  @Test
  void aPartIsLetGoBeforeTheNextIsMade() {
    List<WeakReference<Iterator<Integer>>> former = new ArrayList<>();
    List<Integer> given = new ArrayList<>();
    InTurn.of(
            IntStream.range(0, 3)
                .mapToObj(
                    part -> {
                      former.forEach(FoldedRowsTest::assertLetGo);
                      Iterator<Integer> made = new ArrayList<>(List.of(part)).iterator();
                      former.add(new WeakReference<>(made));
                      return made;
                    }))
        .forEachRemaining(given::add);

    assertThat(given).containsExactly(0, 1, 2);
  }

  private static void assertLetGo(WeakReference<?> of) {
    for (int i = 0; i < 20 && of.get() != null; i++) {
      System.gc();
    }
    assertThat(of.get()).isNull();
  }

  @Test
  void partsWithoutARowArePassedOver() {
    Iterator<Integer> some =
        InTurn.of(
            Stream.of(
                Collections.emptyIterator(),
                List.of(1, 2).iterator(),
                Collections.emptyIterator(),
                List.of(3).iterator(),
                Collections.emptyIterator()));
    List<Integer> given = new ArrayList<>();
    some.forEachRemaining(given::add);

    assertThat(given).containsExactly(1, 2, 3);
    assertThatThrownBy(some::next).isInstanceOf(NoSuchElementException.class);
    assertThat(all(new FoldedRows(TABLES, Collections.emptyIterator()))).isEmpty();
  }
}
