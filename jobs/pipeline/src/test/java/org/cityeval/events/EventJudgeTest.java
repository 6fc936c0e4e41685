package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Reason;
import org.cityeval.place.District;
import org.junit.jupiter.api.Test;

/** Events of the districts A (0) and B (1), in batches made by hand. */
class EventJudgeTest {
  private static final int ROOM = 8;
  private static final int NEW_YEAR = 18_262; // 2020-01-01

  private static District district(String id) {
    return new District(id, id, null, "city", "city", null, 1000, List.of(), null);
  }

  private static OnHeapColumnVector texts(String... cells) {
    OnHeapColumnVector column = new OnHeapColumnVector(ROOM, DataTypes.StringType);
    for (String cell : cells) {
      if (cell == null) {
        column.appendNull();
      } else {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        column.appendByteArray(bytes, 0, bytes.length);
      }
    }
    return column;
  }

  private static OnHeapColumnVector longs(DataType type, long... cells) {
    OnHeapColumnVector column = new OnHeapColumnVector(ROOM, type);
    for (long cell : cells) {
      column.appendLong(cell);
    }
    return column;
  }

  private static OnHeapColumnVector days(Integer... cells) {
    OnHeapColumnVector column = new OnHeapColumnVector(ROOM, DataTypes.DateType);
    for (Integer cell : cells) {
      if (cell == null) {
        column.appendNull();
      } else {
        column.appendInt(cell);
      }
    }
    return column;
  }

  private static EventJudge judged(
      EventPlan.Places places, EventPlan.DateType date, int events, ColumnVector... columns) {
    EventPlan plan =
        new EventPlan(
            "city/trips",
            places,
            date,
            ZoneId.of("America/New_York"),
            CellKey.NO_DAY,
            Reason.FOREIGN_DISTRICT,
            List.of());
    EventJudge judge =
        new EventJudge(plan, new KnownDistricts(List.of(district("B"), district("A"))));
    judge.judge(new ColumnarBatch(columns, events));
    return judge;
  }

  private static EventPlan.Places districtAndDate() {
    return new EventPlan.Places(EventPlan.NONE, EventPlan.NONE, 0, 1, EventPlan.NONE, List.of());
  }

  @Test
  void anEventHasItsDistrictAndDay() {
    EventJudge judge =
        judged(
            districtAndDate(),
            EventPlan.DateType.DATE,
            2,
            texts("A", "B"),
            days(NEW_YEAR, NEW_YEAR + 1));

    assertThat(judge.areGood()).isTrue();
    assertThat(judge.district(0)).isZero();
    assertThat(judge.district(1)).isEqualTo(1);
    assertThat(judge.day(1)).isEqualTo(NEW_YEAR + 1);
    assertThat(judge.asOf(1)).isEqualTo(CellKey.NO_DAY);
  }

  /** No-break and full-width space, tab and byte-order mark, as spreadsheets and pages leave. */
  @Test
  void blanksAroundADistrictOrADayAreNoneOfIt() {
    EventJudge judge =
        judged(
            districtAndDate(),
            EventPlan.DateType.TEXT,
            4,
            texts("\u00a0A", "B\t", "\u3000B ", "\ufeffA"),
            texts("2020-01-01\u00a0", " 2020-01-01", "\t2020-01-01", "2020-01-01\r"));

    assertThat(judge.areGood()).isTrue();
    for (int event = 0; event < 4; event++) {
      assertThat(judge.day(event)).isEqualTo(NEW_YEAR);
    }
    assertThat(judge.district(2)).isEqualTo(1);
  }

  @Test
  void theFirstReasonAgainstAnEventCounts() {
    EventJudge judge =
        judged(
            districtAndDate(),
            EventPlan.DateType.DATE,
            5,
            texts("Z", null, "A", "A", "A"),
            days(null, NEW_YEAR, null, (int) LocalDate.of(1, 1, 1).toEpochDay(), NEW_YEAR));

    assertThat(judge.areGood()).isFalse();
    assertThat(judge.fault(0)).isEqualTo(ReasonCodes.of(Reason.FOREIGN_DISTRICT));
    assertThat(judge.district(0)).isEqualTo(KnownDistricts.UNKNOWN);
    assertThat(judge.fault(1)).isEqualTo(ReasonCodes.of(Reason.FOREIGN_DISTRICT));
    assertThat(judge.fault(2)).isEqualTo(ReasonCodes.UNPARSABLE_DATE);
    assertThat(judge.fault(3)).isEqualTo(ReasonCodes.IMPLAUSIBLE_DATE);
    assertThat(judge.fault(4)).isEqualTo(ReasonCodes.NONE);
  }

  /** 03:00 in UTC is the evening before in New York; on the wall it is the day itself. */
  @Test
  void anInstantHasItsDayInTheZoneAndAWallTimeHasItsOwn() {
    long threeOClock = (NEW_YEAR * 24L + 3) * 3_600_000_000L;

    assertThat(
            judged(
                    districtAndDate(),
                    EventPlan.DateType.INSTANT,
                    1,
                    texts("A"),
                    longs(DataTypes.TimestampType, threeOClock))
                .day(0))
        .isEqualTo(NEW_YEAR - 1);
    assertThat(
            judged(
                    districtAndDate(),
                    EventPlan.DateType.WALL_TIME,
                    1,
                    texts("A"),
                    longs(DataTypes.TimestampNTZType, threeOClock))
                .day(0))
        .isEqualTo(NEW_YEAR);
  }

  @Test
  void aFaultFoundBeforeAndADayOfPublicationAreRead() {
    EventPlan.Places places = new EventPlan.Places(EventPlan.NONE, 2, 0, 1, 3, List.of());
    EventJudge judge =
        judged(
            places,
            EventPlan.DateType.DATE,
            4,
            texts("A", "A", "A", "A"),
            days(NEW_YEAR, NEW_YEAR, NEW_YEAR, NEW_YEAR),
            longs(DataTypes.LongType, ReasonCodes.of(Reason.FILTERED) + 1L, 0, 0, 0),
            days(null, NEW_YEAR + 9, null, -1_000_000));

    assertThat(judge.fault(0)).isEqualTo(ReasonCodes.of(Reason.FILTERED));
    assertThat(judge.district(0)).isEqualTo(KnownDistricts.UNKNOWN);
    assertThat(judge.day(0)).isEqualTo(TextDays.NONE);
    assertThat(judge.asOf(1)).isEqualTo(NEW_YEAR + 9);
    assertThat(judge.fault(2)).isEqualTo(ReasonCodes.NONE);
    assertThat(judge.fault(3)).isEqualTo(ReasonCodes.IMPLAUSIBLE_DATE);
  }
}
