package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.CellStates;
import org.cityeval.events.cell.CellTable;
import org.cityeval.events.cell.Feed;
import org.cityeval.ingest.Reason;
import org.cityeval.place.District;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** Fares of district A on two days, found by two tasks; 18262 is 2020-01-01. */
class PartMergeTest {
  private static final KnownDistricts DISTRICTS =
      new KnownDistricts(
          List.of(new District("A", "A", null, "city", "city", null, 1, List.of(), null)));
  private static final Feed FARES = new Feed("fares", Aggregate.SUM, Feed.Type.NUMBER, false, null);
  private static final EventPlan PLAN =
      new EventPlan(
          "test",
          new EventPlan.Places(0, 1, 2, 3, EventPlan.NONE, List.of(4)),
          EventPlan.DateType.DATE,
          ZoneOffset.UTC,
          CellKey.NO_DAY,
          Reason.UNKNOWN_DISTRICT,
          List.of(FARES));

  /** What a task found: a fare a day, and a file. */
  private static List<byte[]> blocks(String file, double first, double second) {
    CellTable table = new CellTable();
    CellStates sums = CellStates.of(FARES);
    sums.reach(2);
    int[] cells = {
      table.cell(CellKey.of(0, 18_262, CellKey.NO_DAY)), table.cell(CellKey.of(0, 18_263, 18_300))
    };
    sums.count(cells, 2);
    sums.addNumbers(cells, new double[] {first, second}, 2);
    FileCounts counts = new FileCounts(file);
    counts.hash(5);
    PartBlocks parts = new PartBlocks(1);
    Queue<Tuple2<Integer, byte[]>> found = new ArrayDeque<>();
    parts.cells(table, new CellStates[] {sums}, found);
    parts.files(List.of(counts), found);
    return found.stream().map(block -> block._2()).toList();
  }

  private static List<EventResult> merged(List<byte[]> blocks) {
    PartMerge merge = new PartMerge(PLAN, DISTRICTS);
    blocks.forEach(merge::add);
    List<EventResult> results = new ArrayList<>();
    merge.results().forEachRemaining(results::add);
    return results;
  }

  @Test
  void partsOfADayAddUpWhicheverTaskFoundThem() {
    List<byte[]> blocks = new ArrayList<>(blocks("a.csv", 1, 10));
    blocks.addAll(blocks("b.csv", 2, 20));

    assertThat(merged(blocks).stream().filter(result -> result instanceof DistrictDayValue))
        .containsExactly(
            new DistrictDayValue("city", "A", LocalDate.of(2020, 1, 1), null, "fares", 3, 2),
            new DistrictDayValue(
                "city", "A", LocalDate.of(2020, 1, 2), LocalDate.of(2020, 2, 8), "fares", 30, 2));
  }

  @Test
  void talliesOfOneFileBecomeOne() {
    List<byte[]> blocks = new ArrayList<>(blocks("a.csv", 1, 10));
    blocks.addAll(blocks("a.csv", 2, 20));
    blocks.addAll(blocks("b.csv", 2, 20));

    assertThat(
            merged(blocks).stream()
                .filter(result -> result instanceof FileCounts)
                .map(result -> (FileCounts) result)
                .map(file -> file.path() + " " + file.hashSum()))
        .containsExactly("a.csv 10", "b.csv 5");
  }
}
