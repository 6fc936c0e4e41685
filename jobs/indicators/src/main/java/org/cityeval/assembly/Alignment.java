package org.cityeval.assembly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Which day of last year a day is to be compared with. */
public enum Alignment {
  /** The same date; 28 February for a 29th. */
  CALENDAR {
    @Override
    public Optional<LocalDate> aYearBefore(LocalDate day) {
      return Optional.of(day.minusYears(1));
    }
  },
  /** The same day of the week, 52 weeks before. */
  WEEKDAY {
    @Override
    public Optional<LocalDate> aYearBefore(LocalDate day) {
      return Optional.of(day.minusDays(WEEKS_DAYS));
    }
  },
  /**
   * As many days from the Spring Festival. Within 30 days of it exactly so. These hold the forty
   * days of festival travel (from 15 days before to 25 after) and the half of an averaging window.
   * From there the distance to last year's day goes back in equal steps, to be 52 weeks from 60
   * days on. It changes by some 10 or 20 days, less than one a day. So last year's days keep their
   * order, and no day far from a festival is compared with one near it.
   */
  SPRING_FESTIVAL {
    @Override
    public Optional<LocalDate> aYearBefore(LocalDate day) {
      return SpringFestival.nearest(day)
          .flatMap(
              festival ->
                  SpringFestival.find(festival.getYear() - 1)
                      .map(former -> day.minusDays(lag(day, former, festival))));
    }
  };

  private static final int WEEKS_DAYS = 52 * 7;

  /** Up to this far from the festival it alone counts [d]. */
  static final int FESTIVAL_DAYS = 30;

  /** From this far on it does not count [d]. */
  static final int ORDINARY_DAYS = 60;

  /** How the alignment is written in configs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The day a year before, if it is known. */
  public abstract Optional<LocalDate> aYearBefore(LocalDate day);

  private static long lag(LocalDate day, LocalDate former, LocalDate festival) {
    long lunarYear = ChronoUnit.DAYS.between(former, festival);
    double distance = Math.abs(ChronoUnit.DAYS.between(festival, day));
    double share = (ORDINARY_DAYS - distance) / (ORDINARY_DAYS - FESTIVAL_DAYS);
    return WEEKS_DAYS + Math.round(Math.max(0, Math.min(1, share)) * (lunarYear - WEEKS_DAYS));
  }
}
