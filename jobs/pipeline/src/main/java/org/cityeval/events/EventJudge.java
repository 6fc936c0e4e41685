package org.cityeval.events;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.ingest.Reason;

/** Finds district and day of a row, or the first reason why it has none. One task's own. */
final class EventJudge {

  private final EventPlan plan;
  private final KnownDistricts districts;
  private final ZoneDays zone;
  private final TextDays texts;
  private int district;
  private int day;
  private int asOf;
  private long lastNumber;
  private int lastDistrict = KnownDistricts.UNKNOWN;

  EventJudge(EventPlan plan, KnownDistricts districts) {
    this.plan = plan;
    this.districts = districts;
    this.zone = new ZoneDays(plan.zone());
    this.texts = new TextDays(zone);
  }

  /** Code of the {@link Reason} that concerns the whole row, that of NONE if there is none. */
  int judge(InternalRow row) {
    district = KnownDistricts.UNKNOWN;
    day = TextDays.NONE;
    asOf = row.isNullAt(EventColumns.AS_OF) ? CellKey.NO_DAY : row.getInt(EventColumns.AS_OF);
    int fault = row.getInt(EventColumns.FAULT);
    if (fault != ReasonCodes.NONE) {
      return fault;
    }
    district = row.isNullAt(EventColumns.DISTRICT) ? KnownDistricts.UNKNOWN : districtOf(row);
    if (district == KnownDistricts.UNKNOWN) {
      return ReasonCodes.of(plan.unknownDistrict());
    }
    day = row.isNullAt(EventColumns.DATE) ? TextDays.NONE : dayOf(row);
    if (day == TextDays.NONE) {
      return ReasonCodes.UNPARSABLE_DATE;
    }
    boolean plausible =
        CellKey.isPlausible(day) && (asOf == CellKey.NO_DAY || CellKey.isPlausible(asOf));
    return plausible ? ReasonCodes.NONE : ReasonCodes.IMPLAUSIBLE_DATE;
  }

  private int districtOf(InternalRow row) {
    if (plan.district() == EventPlan.DistrictType.TEXT) {
      UTF8String id = row.getUTF8String(EventColumns.DISTRICT);
      return districts.of(id);
    }
    long number = row.getLong(EventColumns.DISTRICT);
    if (number != lastNumber || lastDistrict == KnownDistricts.UNKNOWN) {
      lastNumber = number;
      lastDistrict = districts.of(number);
    }
    return lastDistrict;
  }

  private int dayOf(InternalRow row) {
    return switch (plan.date()) {
      case DATE -> row.getInt(EventColumns.DATE);
      case INSTANT -> zone.day(row.getLong(EventColumns.DATE));
      case WALL_TIME -> ZoneDays.localDay(row.getLong(EventColumns.DATE));
      case TEXT -> texts.day(row.getUTF8String(EventColumns.DATE).toString());
    };
  }

  /** The district of the row judged last. */
  int district() {
    return district;
  }

  /** Its day since 1970, or {@link TextDays#NONE}. */
  int day() {
    return day;
  }

  /** Its day of publication, or {@link CellKey#NO_DAY}. */
  int asOf() {
    return asOf;
  }
}
