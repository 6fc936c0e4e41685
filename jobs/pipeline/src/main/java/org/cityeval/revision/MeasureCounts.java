package org.cityeval.revision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityeval.numeric.statistics.Quantiles;
import org.cityeval.revision.Revision.Outcome;

/** How many values of each measure were revised and by how much, and the largest changes. */
public final class MeasureCounts {
  private static final Comparator<Revision> ORDER =
      Comparator.comparing(Revision::change, Comparator.reverseOrder())
          .thenComparing(Revision::districtId)
          .thenComparing(Revision::date);

  private final double moreThan;
  private final int most;
  private final Map<String, Count> counts = new TreeMap<>();

  /**
   * @param moreThan changes larger than this are counted apart, in the source's unit
   * @param most how many of the largest changes of each measure are kept
   */
  public MeasureCounts(double moreThan, int most) {
    this.moreThan = moreThan;
    this.most = most;
  }

  /**
   * A row per measure; changes are in the source's unit.
   *
   * @param sources ids, with blanks between
   * @param changedDays days that a changed value is of
   * @param changedDistricts likewise
   */
  public record Line(
      String measure,
      String sources,
      long knownA,
      long knownB,
      long inBoth,
      long equal,
      long changed,
      long added,
      long withdrawn,
      Double largestChange,
      Double medianChange,
      long changedMore,
      int changedDays,
      int changedDistricts) {}

  /**
   * A changed value.
   *
   * @param rank among the changes of its measure, 1 the largest
   * @param asOfA the day on which the source published it
   */
  public record Change(
      String measure,
      int rank,
      String districtId,
      LocalDate date,
      double valueA,
      double valueB,
      LocalDate asOfA,
      LocalDate asOfB) {}

  private static final class Count {
    private final String measure;
    private final Largest<Revision> largest;
    private final Set<String> sources = new TreeSet<>();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private double[] changes = new double[16];
    private int changed;
    private final Set<LocalDate> days = new HashSet<>();
    private final Set<String> districts = new HashSet<>();
    private long knownA;
    private long knownB;

    Count(String measure, int most) {
      this.measure = measure;
      this.largest = new Largest<>(most, ORDER);
    }

    void add(Revision one) {
      outcomes.merge(one.outcome(), 1L, Long::sum);
      if (one.a() != null) {
        knownA++;
        sources.add(one.a().sourceId());
      }
      if (one.b() != null) {
        knownB++;
        sources.add(one.b().sourceId());
      }
      if (one.outcome() == Outcome.CHANGED) {
        if (changed == changes.length) {
          changes = Arrays.copyOf(changes, 2 * changed);
        }
        changes[changed++] = one.change();
        days.add(one.date());
        districts.add(one.districtId());
        largest.add(one);
      }
    }

    Line line(double moreThan) {
      double[] sizes = Arrays.copyOf(changes, changed);
      return new Line(
          measure,
          String.join(" ", sources),
          knownA,
          knownB,
          of(Outcome.EQUAL) + of(Outcome.CHANGED),
          of(Outcome.EQUAL),
          of(Outcome.CHANGED),
          of(Outcome.ADDED),
          of(Outcome.WITHDRAWN),
          changed == 0 ? null : (Double) Arrays.stream(sizes).max().getAsDouble(),
          changed == 0 ? null : (Double) Quantiles.median(sizes),
          Arrays.stream(sizes).filter(size -> size > moreThan).count(),
          days.size(),
          districts.size());
    }

    private long of(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0L);
    }

    Stream<Change> largest() {
      List<Revision> all = largest.list();
      return IntStream.range(0, all.size()).mapToObj(i -> change(i + 1, all.get(i)));
    }

    private static Change change(int rank, Revision one) {
      return new Change(
          one.measure(),
          rank,
          one.districtId(),
          one.date(),
          one.a().value(),
          one.b().value(),
          one.a().asOf(),
          one.b().asOf());
    }
  }

  public void add(Revision one) {
    counts.computeIfAbsent(one.measure(), measure -> new Count(measure, most)).add(one);
  }

  /** By measure. */
  public List<Line> lines() {
    return counts.values().stream().map(count -> count.line(moreThan)).toList();
  }

  /** The largest changes of each measure, the largest first. */
  public List<Change> largest() {
    return counts.values().stream().flatMap(Count::largest).toList();
  }
}
