package org.cityeval.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.CellStates;
import org.cityeval.events.collect.ByteSource;

/** Puts the parts of cells together, one cell at a time, from the blocks of one bucket. */
final class PartMerge {
  private final EventPlan plan;
  private final KnownDistricts districts;
  private final List<CellStates> states;
  private final TreeMap<Long, List<ByteSource>> parts = new TreeMap<>();
  private final TreeMap<String, FileCounts> files = new TreeMap<>();

  PartMerge(EventPlan plan, KnownDistricts districts) {
    this.plan = plan;
    this.districts = districts;
    this.states = plan.feeds().stream().map(CellStates::of).toList();
  }

  /** Takes a block of {@link PartBlocks}. */
  void add(byte[] block) {
    ByteSource in = new ByteSource(block, 0);
    if (in.readSize() == PartBlocks.FILES) {
      while (in.hasMore()) {
        FileCounts tally = FileCounts.read(in);
        files.computeIfAbsent(tally.path(), FileCounts::new).add(tally);
      }
      return;
    }
    while (in.hasMore()) {
      long key = in.readLong();
      int length = in.readFilled();
      parts
          .computeIfAbsent(key, cell -> new ArrayList<>())
          .add(new ByteSource(block, in.position()));
      in.skip(length);
    }
  }

  /** The tallies, then the values by district, day and measure. */
  Iterator<EventResult> results() {
    Stream<EventResult> tallies = files.values().stream().map(EventResult.class::cast);
    return Stream.concat(tallies, parts.entrySet().stream().flatMap(cell -> cell(cell).stream()))
        .iterator();
  }

  private List<DistrictDayValue> cell(Map.Entry<Long, List<ByteSource>> cell) {
    states.forEach(state -> state.clear(0));
    for (ByteSource part : cell.getValue()) {
      states.forEach(state -> state.read(0, part));
    }
    long key = cell.getKey();
    int district = CellKey.district(key);
    int asOf = CellKey.asOf(key);
    List<DistrictDayValue> values = new ArrayList<>();
    for (int m = 0; m < states.size(); m++) {
      if (states.get(m).records(0) > 0) {
        values.add(
            new DistrictDayValue(
                districts.city(district),
                districts.id(district),
                LocalDate.ofEpochDay(CellKey.day(key)),
                asOf == CellKey.NO_DAY ? null : LocalDate.ofEpochDay(asOf),
                plan.feeds().get(m).measure(),
                states.get(m).value(0),
                states.get(m).records(0)));
      }
    }
    return values;
  }
}
