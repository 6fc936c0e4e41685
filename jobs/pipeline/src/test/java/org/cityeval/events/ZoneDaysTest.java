package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Local days of instants. */
class ZoneDaysTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static long micros(String instant) {
    Instant time = Instant.parse(instant);
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  private static String day(ZoneDays zone, String instant) {
    return LocalDate.ofEpochDay(zone.day(micros(instant))).toString();
  }

  /** New York went from -05:00 to -04:00 on 2020-03-08, 07:00 UTC, and back on 11-01, 06:00 UTC. */
  @Test
  void followsDaylightSaving() {
    ZoneDays zone = new ZoneDays(NEW_YORK);

    assertThat(day(zone, "2020-03-08T04:59:59.999999Z")).isEqualTo("2020-03-07");
    assertThat(day(zone, "2020-03-08T05:00:00Z")).isEqualTo("2020-03-08");
    assertThat(day(zone, "2020-03-09T03:59:59Z")).isEqualTo("2020-03-08");
    assertThat(day(zone, "2020-03-09T04:00:00Z")).isEqualTo("2020-03-09");
    assertThat(day(zone, "2020-11-01T04:00:00Z")).isEqualTo("2020-11-01");
    assertThat(day(zone, "2020-11-02T04:59:59Z")).isEqualTo("2020-11-01");
    assertThat(day(zone, "2020-11-02T05:00:00Z")).isEqualTo("2020-11-02");
    // Back before the last change, after one that is later.
    assertThat(day(zone, "2020-03-08T04:59:59Z")).isEqualTo("2020-03-07");
  }

  /** Shanghai had daylight saving in 1940 to 1949 and 1986 to 1991; Apia left out 2011-12-30. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "+05:45",
        "Asia/Shanghai",
        "America/New_York",
        "Europe/London",
        "Pacific/Apia",
        "Australia/Lord_Howe",
        "Africa/Casablanca"
      })
  void agreesWithTheLibraryFrom1900To2100(String name) {
    ZoneId id = ZoneId.of(name);
    ZoneDays zone = new ZoneDays(id);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      long seconds = random.nextLong(-2_208_988_800L, 4_133_980_800L);
      LocalDate expected = Instant.ofEpochSecond(seconds).atZone(id).toLocalDate();
      assertThat(zone.day(seconds * 1_000_000)).isEqualTo((int) expected.toEpochDay());
    }
  }
}
