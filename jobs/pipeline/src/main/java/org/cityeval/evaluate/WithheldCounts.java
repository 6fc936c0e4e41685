package org.cityeval.evaluate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.indicator.CountUse;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Outbreak;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.series.DistrictSeries;
import org.cityeval.withholding.Withheld;

/**
 * The days of one series whose counts are withheld, and the values that would tell them. A value
 * that tells them is withheld before it meets those of others: no median, mean or frontier of
 * several rests on it.
 */
final class WithheldCounts {
  private static final String REASON = "made of counts too small to publish";

  private final Set<LocalDate> days;
  private final SmallCount small;

  private WithheldCounts(Set<LocalDate> days, SmallCount small) {
    this.days = days;
    this.small = small;
  }

  /** The days of a gathered row; none where nothing is withheld. */
  static WithheldCounts of(Row gathered, SmallCount small) {
    List<LocalDate> dates = List.of();
    if (small.withholds()) {
      int column = gathered.fieldIndex(Withheld.DATES);
      dates = gathered.isNullAt(column) ? dates : gathered.getList(column);
    }
    return new WithheldCounts(new HashSet<>(dates), small);
  }

  /** The result, or that it is withheld. */
  Result publishable(
      Indicator indicator, DistrictSeries series, Parameters parameters, Result result) {
    return result.status() != Status.MISSING_INPUT
            && tells(indicator, series, parameters, result.parts())
        ? Result.none(Status.SUPPRESSED, REASON).withCoverage(result.coverage())
        : result;
  }

  /** What a series left, or that it is withheld. */
  Trace publishable(
      Indicator indicator, DistrictSeries series, Parameters parameters, Trace trace) {
    return trace.status() != Status.MISSING_INPUT && tells(indicator, series, parameters, Map.of())
        ? Trace.none(Status.SUPPRESSED, REASON, trace.n(), trace.coverage())
        : trace;
  }

  private boolean tells(
      Indicator indicator,
      DistrictSeries series,
      Parameters parameters,
      Map<String, Object> parts) {
    LocalDate first = series.date(0);
    LocalDate last = series.date(series.days() - 1);
    return switch (indicator.spec().countUse()) {
      case NONE -> false;
      case TOTAL -> holds(first, last);
      case ONSET -> holds(first, last) && isDatedByFew(series, parameters);
      case FIT -> {
        boolean isNamed = parts.containsKey(CountUse.FIT_FROM);
        // The highest weekly mean is made of the week up to its day.
        yield holds(
            isNamed
                ? LocalDate.parse((String) parts.get(CountUse.FIT_FROM))
                    .minusDays(DailyDerivation.WEEK_DAYS - 1)
                : first,
            isNamed ? LocalDate.parse((String) parts.get(CountUse.FIT_TO)) : last);
      }
    };
  }

  /**
   * Whether the day of the outbreak tells that fewer cases had come before than a small count may
   * be. One case tells nothing but noughts.
   */
  private boolean isDatedByFew(DistrictSeries series, Parameters parameters) {
    double needed = Outbreak.needed(series.population(), parameters.response());
    return needed > 1 && needed < small.below();
  }

  private boolean holds(LocalDate first, LocalDate last) {
    return days.stream().anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
  }
}
