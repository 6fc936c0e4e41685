package org.cityeval.indicator;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;

/**
 * An indicator that measures districts, or cities, against the best practice of the whole
 * evaluation. Each series first leaves a trace; then the traces of all cities and periods meet.
 */
public non-sealed interface FrontierIndicator extends Indicator {
  /** What a series contributes; the meaning of {@link Trace#values} is the indicator's own. */
  Trace observe(DistrictSeries series, Parameters parameters);

  /**
   * Judges every subject. Pure, and independent of the order of {@code entries}.
   *
   * @param entries all districts and cities over all periods, sorted by their subjects
   * @param seeds gives the seed of a subject's value
   * @return a result for each subject that the spec's levels name
   */
  Map<Subject, Result> judge(
      List<Entry> entries, Parameters parameters, ToLongFunction<Subject> seeds);

  /** Who is judged, over which period. */
  record Subject(String cityId, String districtId, Level level, String periodId)
      implements Serializable, Comparable<Subject> {
    private static final Comparator<Subject> ORDER =
        Comparator.comparing(Subject::level)
            .thenComparing(Subject::periodId)
            .thenComparing(Subject::cityId)
            .thenComparing(Subject::districtId);

    @Override
    public int compareTo(Subject other) {
      return ORDER.compare(this, other);
    }
  }

  /** A subject with what its series left. */
  record Entry(Subject subject, Period.Kind kind, Trace trace) implements Serializable {
    public static final Comparator<Entry> BY_SUBJECT = Comparator.comparing(Entry::subject);
  }
}
