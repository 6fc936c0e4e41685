package org.cityeval.events;

import java.util.Arrays;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.CellText;

/**
 * Finds district and day of each event of a batch, or the first reason why it has none. One task's
 * own.
 */
final class EventJudge {
  private final EventPlan plan;
  private final KnownDistricts known;
  private final ZoneDays zone;
  private final TextDays texts;
  private int[] faults = new int[0];
  private int[] districts = new int[0];
  private int[] days = new int[0];
  private int[] asOf = new int[0];
  private boolean areGood;

  EventJudge(EventPlan plan, KnownDistricts known) {
    this.plan = plan;
    this.known = known;
    this.zone = new ZoneDays(plan.zone());
    this.texts = new TextDays(zone);
  }

  void judge(ColumnarBatch batch) {
    int events = batch.numRows();
    if (faults.length < events) {
      faults = new int[events];
      districts = new int[events];
      days = new int[events];
      asOf = new int[events];
    }
    faults(batch, events);
    asOf(batch, events);
    districts(batch.column(plan.columns().district()), events);
    days(batch.column(plan.columns().date()), events);
    areGood = true;
    for (int i = 0; i < events; i++) {
      areGood &= faults[i] == ReasonCodes.NONE;
    }
  }

  private void faults(ColumnarBatch batch, int events) {
    if (plan.columns().reasons() == EventPlan.NONE) {
      Arrays.fill(faults, 0, events, ReasonCodes.NONE);
      return;
    }
    ColumnVector packed = batch.column(plan.columns().reasons());
    for (int i = 0; i < events; i++) {
      faults[i] = PackedReasons.unpack(packed.getLong(i), 0);
    }
  }

  private void asOf(ColumnarBatch batch, int events) {
    if (plan.columns().asOf() == EventPlan.NONE) {
      Arrays.fill(asOf, 0, events, plan.asOf());
      return;
    }
    ColumnVector column = batch.column(plan.columns().asOf());
    for (int i = 0; i < events; i++) {
      asOf[i] = column.isNullAt(i) ? CellKey.NO_DAY : column.getInt(i);
    }
  }

  private void districts(ColumnVector column, int events) {
    boolean isText = column.dataType() == DataTypes.StringType;
    int unknown = ReasonCodes.of(plan.unknownDistrict());
    for (int i = 0; i < events; i++) {
      districts[i] = KnownDistricts.UNKNOWN;
      if (faults[i] == ReasonCodes.NONE) {
        if (!column.isNullAt(i)) {
          districts[i] =
              isText
                  ? known.number(CellText.stripped(column.getUTF8String(i)))
                  : known.number(EventValues.integral(column, i));
        }
        if (districts[i] == KnownDistricts.UNKNOWN) {
          faults[i] = unknown;
        }
      }
    }
  }

  private void days(ColumnVector column, int events) {
    for (int i = 0; i < events; i++) {
      days[i] = TextDays.NONE;
      if (faults[i] == ReasonCodes.NONE) {
        days[i] = column.isNullAt(i) ? TextDays.NONE : day(column, i);
        if (days[i] == TextDays.NONE) {
          faults[i] = ReasonCodes.UNPARSABLE_DATE;
        } else if (!CellKey.isPlausible(days[i])
            || (asOf[i] != CellKey.NO_DAY && !CellKey.isPlausible(asOf[i]))) {
          faults[i] = ReasonCodes.IMPLAUSIBLE_DATE;
        }
      }
    }
  }

  private int day(ColumnVector column, int event) {
    return switch (plan.date()) {
      case DATE -> column.getInt(event);
      case INSTANT -> zone.day(column.getLong(event));
      case WALL_TIME -> ZoneDays.localDay(column.getLong(event));
      case TEXT -> texts.day(CellText.stripped(column.getUTF8String(event)));
    };
  }

  /** Whether each event of the batch has its district and day. */
  boolean areGood() {
    return areGood;
  }

  /** Code of the {@link Reason} that concerns a whole event, that of NONE if there is none. */
  int fault(int event) {
    return faults[event];
  }

  /** The number of its district, or {@link KnownDistricts#UNKNOWN}. */
  int district(int event) {
    return districts[event];
  }

  /** Its day since 1970, or {@link TextDays#NONE}. */
  int day(int event) {
    return days[event];
  }

  /** Its day of publication, or {@link CellKey#NO_DAY}. */
  int asOf(int event) {
    return asOf[event];
  }
}
