package org.cityeval.events;

import java.io.CharArrayWriter;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.catalyst.json.JacksonGenerator;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.Reason;

/** The quarantined records among events, judged as {@link EventParts} judges them. */
final class RefusedRecords implements Iterator<Row> {
  private final Iterator<ColumnarBatch> batches;
  private final EventPlan plan;
  private final EventJudge judge;
  private final EventValues values;
  private final KnownDistricts districts;
  private final StructType rawType;
  private final int first;
  private final Deque<Row> ready = new ArrayDeque<>();
  private final CharArrayWriter json = new CharArrayWriter();
  private final JacksonGenerator generator;

  RefusedRecords(
      Iterator<ColumnarBatch> batches,
      EventPlan plan,
      KnownDistricts districts,
      StructType rawType) {
    this.batches = batches;
    this.plan = plan;
    this.judge = new EventJudge(plan, districts);
    this.values = new EventValues(plan);
    this.districts = districts;
    this.rawType = rawType;
    this.first = plan.columns().values().get(plan.feeds().size() - 1) + 1;
    this.generator =
        new JacksonGenerator(
            rawType,
            json,
            new JSONOptions(scala.collection.immutable.Map$.MODULE$.empty(), "UTC", ""));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && batches.hasNext()) {
      look(batches.next());
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void look(ColumnarBatch batch) {
    judge.judge(batch);
    int measures = plan.feeds().size();
    int[][] reasons = new int[measures][];
    for (int m = 0; m < measures; m++) {
      values.read(batch, m);
      reasons[m] = values.reasons().clone();
    }
    for (int i = 0; i < batch.numRows(); i++) {
      int fault = judge.fault(i);
      String told = null;
      for (int m = 0; m < (ReasonCodes.isUnreadable(fault) ? 1 : measures); m++) {
        Reason reason = ReasonCodes.reason(fault == ReasonCodes.NONE ? reasons[m][i] : fault);
        if (reason.outcome() == Outcome.QUARANTINED) {
          InternalRow event = batch.getRow(i);
          told = told == null ? told(event) : told;
          ready.add(record(event, i, m, reason, told));
        }
      }
    }
  }

  private Row record(InternalRow event, int at, int measure, Reason reason, String told) {
    String file = text(event, RefusedColumns.FILE);
    String line = text(event, RefusedColumns.LINE);
    String name = plan.feeds().get(measure).measure();
    int district = judge.district(at);
    return RowFactory.create(
        plan.sourceId(),
        file + (line == null ? "" : ":" + line) + " " + name,
        name,
        district == KnownDistricts.UNKNOWN ? null : districts.city(district),
        text(event, RefusedColumns.DISTRICT),
        judge.day(at) == TextDays.NONE ? null : LocalDate.ofEpochDay(judge.day(at)),
        judge.asOf(at) == CellKey.NO_DAY ? null : LocalDate.ofEpochDay(judge.asOf(at)),
        value(event, measure),
        null,
        reason.code(),
        detail(event, at, measure, reason),
        told,
        file,
        1L,
        false);
  }

  private String detail(InternalRow event, int at, int measure, Reason reason) {
    String found =
        switch (reason) {
          case UNKNOWN_DISTRICT,
              AMBIGUOUS_DISTRICT,
              CODE_NOT_VALID,
              NO_PLACE,
              UNPARSABLE_PLACE,
              IMPOSSIBLE_PLACE ->
              text(event, RefusedColumns.DISTRICT);
          case IMPLAUSIBLE_DATE -> LocalDate.ofEpochDay(judge.day(at)).toString();
          case CONFLICTING_DUPLICATE -> text(event, RefusedColumns.IDENTITY);
          default ->
              reason.isUnreadable() ? text(event, RefusedColumns.MALFORMED) : value(event, measure);
        };
    return switch (reason) {
      case UNPARSABLE_DATE -> reason.sentence();
      case CONFLICTING_DUPLICATE -> "Another event of the same id says otherwise: " + found;
      case UNKNOWN_DISTRICT ->
          reason.sentence() + ": " + (found == null || found.isEmpty() ? "(blank)" : found);
      default -> reason.sentence() + ": " + (found == null ? "(null)" : found);
    };
  }

  private String told(InternalRow event) {
    String raw = text(event, RefusedColumns.RAW);
    if (raw != null) {
      return raw;
    }
    json.reset();
    generator.write(event.getStruct(first + RefusedColumns.EVENT, rawType.length()));
    generator.flush();
    return json.toString();
  }

  private String value(InternalRow event, int measure) {
    return event.getArray(first + RefusedColumns.TEXTS).isNullAt(measure)
        ? null
        : event.getArray(first + RefusedColumns.TEXTS).getUTF8String(measure).toString();
  }

  private String text(InternalRow event, int column) {
    return event.isNullAt(first + column) ? null : event.getUTF8String(first + column).toString();
  }
}
