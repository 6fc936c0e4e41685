package org.cityeval.ingest;

import static java.util.Comparator.comparingInt;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;
import org.cityeval.lake.Damage;
import org.cityeval.lake.Provenance;

/**
 * The first reason against a row, as a column. Whatever the rows are of, reasons are asked for in
 * the order of {@link Reason}.
 */
public final class FirstReason {
  private final Function<Reason, Column> written;
  private Reason last;
  private Column first;

  private FirstReason(Function<Reason, Column> written) {
    this.written = written;
  }

  /**
   * Begins with what kept a row of the lake from being read.
   *
   * @param written how a reason is written in the column
   */
  public static FirstReason ofRow(Function<Reason, Column> written) {
    List<Reason> unreadable = Arrays.stream(Reason.values()).filter(Reason::isUnreadable).toList();
    Column damage = Damage.code(col(Provenance.MALFORMED));
    Column code = written.apply(Reason.NONE);
    for (Reason reason : unreadable) {
      code = functions.when(damage.equalTo(reason.code()), written.apply(reason)).otherwise(code);
    }
    return new FirstReason(written)
        .add(unreadable.get(unreadable.size() - 1), col(Provenance.MALFORMED).isNotNull(), code);
  }

  /** Begins with what may be said against one value of a row. */
  public static FirstReason ofValue(Function<Reason, Column> written) {
    return new FirstReason(written);
  }

  /** A reason as tables write it. */
  public static Column code(Reason reason) {
    return lit(reason.code());
  }

  /** Adds a reason; a condition without an answer is not met. */
  public FirstReason when(Reason reason, Column isSo) {
    return add(reason, isSo, written.apply(reason));
  }

  /**
   * Adds what keeps the row from a district.
   *
   * @param code the reason as it is written, such as {@link DistrictKeys#REASON}
   */
  public FirstReason district(Column isSo, Column code) {
    return add(Reason.OUTSIDE, isSo, code);
  }

  private FirstReason add(Reason reason, Column isSo, Column code) {
    if (last != null && reason.compareTo(last) <= 0) {
      throw new IllegalArgumentException(reason + " is asked for before " + last);
    }
    last = reason;
    first = first == null ? functions.when(isSo, code) : first.when(isSo, code);
    return this;
  }

  /** The first of the reasons, or NONE. */
  public Column orNone() {
    return first.otherwise(written.apply(Reason.NONE));
  }

  /**
   * What {@link RecordColumns#DETAIL} says of a refused record, and of no other: the reason's
   * sentence, and what was found.
   *
   * @param found of a reason, as text; null where the sentence says it all
   */
  public static Column detail(Function<Reason, Column> found) {
    // A branch for each reason would be most of what a plan of a source holds.
    Map<Column, List<String>> alike = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      alike.computeIfAbsent(found(reason, found), column -> new ArrayList<>()).add(reason.code());
    }
    Column most =
        Collections.max(alike.entrySet(), comparingInt(e -> e.getValue().size())).getKey();
    Column told = most;
    for (Map.Entry<Column, List<String>> one : alike.entrySet()) {
      if (!one.getKey().equals(most)) {
        Column isOne = col(RecordColumns.REASON).isin(one.getValue().toArray());
        told = functions.when(isOne, one.getKey()).otherwise(told);
      }
    }
    Column sentence =
        MethodColumn.ask(
            FirstReason.class, "sentence", DataTypes.StringType, col(RecordColumns.REASON));
    return concat_ws(": ", sentence, told);
  }

  /** The sentence of a reason as tables write it, for {@link MethodColumn}. */
  public static UTF8String sentence(UTF8String code) {
    return UTF8String.fromString(Reason.ofCode(code.toString()).sentence());
  }

  private static Column found(Reason reason, Function<Reason, Column> found) {
    return reason.isUnreadable()
        ? Damage.found(col(Provenance.MALFORMED))
        : found.apply(reason).cast(DataTypes.StringType);
  }
}
