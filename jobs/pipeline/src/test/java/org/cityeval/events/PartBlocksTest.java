package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.events.cell.CellStates;
import org.cityeval.events.cell.CellTable;
import org.cityeval.events.cell.Feed;
import org.cityeval.events.collect.ByteSource;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** A cell of key k has k events, which have the fare k; a file is named by its number. */
class PartBlocksTest {
  private static final int BUCKETS = 4;
  private static final Feed FARES = new Feed("fares", Aggregate.SUM, Feed.Type.NUMBER, false, null);
  private static final Feed EVENTS =
      new Feed("events", Aggregate.COUNT, Feed.Type.NUMBER, false, null);

  private final Queue<Tuple2<Integer, byte[]>> found = new ArrayDeque<>();

  private void cells(PartBlocks blocks, long... keys) {
    CellTable table = new CellTable();
    CellStates sums = CellStates.of(FARES);
    CellStates counts = CellStates.of(EVENTS);
    sums.reach(keys.length);
    counts.reach(keys.length);
    for (long key : keys) {
      int[] cell = {table.cell(key)};
      for (int i = 0; i < key; i++) {
        sums.count(cell, 1);
        sums.addNumbers(cell, new double[] {key}, 1);
        counts.count(cell, 1);
      }
    }
    blocks.cells(table, new CellStates[] {sums, counts}, found);
  }

  /** The keys of a block of cells, each with what was counted and added up. */
  private static Map<Long, List<Double>> read(byte[] block) {
    ByteSource in = new ByteSource(block, 0);
    assertThat(in.readSize()).isEqualTo(PartBlocks.CELLS);
    Map<Long, List<Double>> cells = new TreeMap<>();
    while (in.hasMore()) {
      long key = in.readLong();
      int length = in.readFilled();
      ByteSource states = new ByteSource(block, in.position());
      CellStates sum = CellStates.of(FARES);
      CellStates count = CellStates.of(EVENTS);
      sum.reach(1);
      count.reach(1);
      sum.read(0, states);
      count.read(0, states);
      in.skip(length);
      // The states are as long as was said.
      assertThat(states.position()).isEqualTo(in.position());
      cells.put(key, List.of((double) sum.records(0), sum.value(0), count.value(0)));
    }
    return cells;
  }

  private static List<String> files(byte[] block) {
    ByteSource in = new ByteSource(block, 0);
    assertThat(in.readSize()).isEqualTo(PartBlocks.FILES);
    List<String> files = new ArrayList<>();
    while (in.hasMore()) {
      FileCounts file = FileCounts.read(in);
      files.add(file.path() + " " + file.hashXor());
    }
    return files;
  }

  private static FileCounts file(String path, long hash) {
    FileCounts file = new FileCounts(path);
    file.hash(hash);
    return file;
  }

  @Test
  void everyCellIsInABlockWithAllOfItsStates() {
    cells(new PartBlocks(BUCKETS), 1, 2, 3, 4, 5, 6, 7, 8);

    Map<Long, List<Double>> all = new TreeMap<>();
    found.forEach(block -> all.putAll(read(block._2())));
    assertThat(all).hasSize(8);
    all.forEach(
        (key, states) ->
            assertThat(states).containsExactly((double) key, (double) key * key, (double) key));
  }

  /** Tasks know nothing of each other, and one task alone must find all parts of a cell. */
  @Test
  void aCellIsOfTheSameBucketWhicheverTaskFoundIt() {
    cells(new PartBlocks(BUCKETS), 1, 2, 3, 4, 5, 6, 7, 8);
    Map<Long, Integer> first = buckets();
    found.clear();
    cells(new PartBlocks(BUCKETS), 8, 3, 1);

    assertThat(first.values()).allMatch(bucket -> bucket >= 0 && bucket < BUCKETS);
    assertThat(new HashSet<>(first.values())).hasSizeGreaterThan(1);
    buckets().forEach((key, bucket) -> assertThat(bucket).isEqualTo(first.get(key)));
  }

  private Map<Long, Integer> buckets() {
    Map<Long, Integer> buckets = new TreeMap<>();
    for (Tuple2<Integer, byte[]> block : found) {
      read(block._2()).keySet().forEach(key -> buckets.put(key, block._1()));
    }
    return buckets;
  }

  @Test
  void aBucketHasOneBlockAndNoneIsEmpty() {
    cells(new PartBlocks(1_000), 1, 2);
    assertThat(found).hasSize(2);

    found.clear();
    cells(new PartBlocks(1), 1, 2, 3);
    assertThat(found).hasSize(1);
    assertThat(read(found.remove()._2())).containsOnlyKeys(1L, 2L, 3L);

    cells(new PartBlocks(BUCKETS));
    new PartBlocks(BUCKETS).files(List.of(), found);
    assertThat(found).isEmpty();
  }

  @Test
  void everyFileIsInABlockOfFilesAndOfOneBucketByItsPath() {
    PartBlocks blocks = new PartBlocks(BUCKETS);
    List<FileCounts> some = new ArrayList<>();
    Set<String> expected = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      some.add(file("区/" + i, i));
      expected.add("区/" + i + " " + i);
    }
    blocks.files(some, found);
    Map<String, Integer> buckets = new TreeMap<>();
    for (Tuple2<Integer, byte[]> block : found) {
      files(block._2()).forEach(file -> buckets.put(file, block._1()));
    }
    found.clear();
    new PartBlocks(BUCKETS).files(List.of(file("区/7", 7)), found);

    assertThat(buckets.keySet()).isEqualTo(expected);
    assertThat(new HashSet<>(buckets.values())).hasSizeGreaterThan(1);
    assertThat(found.remove()._1()).isEqualTo(buckets.get("区/7 7"));
  }

  /** A task hands over whenever it has found much, and goes on. */
  @Test
  void whatWasHandedOverIsNotHandedOverAgain() {
    PartBlocks blocks = new PartBlocks(1);
    cells(blocks, 1);
    blocks.files(List.of(file("f", 1)), found);
    cells(blocks, 2);

    assertThat(found).hasSize(3);
    assertThat(read(found.remove()._2())).containsOnlyKeys(1L);
    assertThat(files(found.remove()._2())).containsExactly("f 1");
    assertThat(read(found.remove()._2())).containsOnlyKeys(2L);
  }
}
