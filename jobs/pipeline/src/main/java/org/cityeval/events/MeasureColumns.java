package org.cityeval.events;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.events.cell.Feed;
import org.cityeval.ingest.FirstReason;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.CellText;
import org.cityeval.source.ExpressionCells;
import org.cityeval.source.Expressions;
import org.cityeval.source.Notation;

/** The value of one event for one measure, and the reason that keeps it from counting. */
final class MeasureColumns {
  private final Dataset<Row> rows;
  private final List<String> marks;
  private final Notation notation;

  /**
   * @param marks what stands for a missing value, besides a blank
   * @param notation how text writes numbers
   */
  MeasureColumns(Dataset<Row> rows, List<String> marks, Notation notation) {
    this.rows = rows;
    this.notation = notation;
    List<String> all = new ArrayList<>(marks);
    all.add("");
    this.marks = all.stream().distinct().toList();
  }

  Feed feed(String name, MeasureConfig measure) {
    Aggregate aggregate = measure.aggregate();
    Feed.Type type =
        switch (aggregate) {
          case COUNT -> Feed.Type.PRESENCE;
          case SUM, MEAN -> Feed.Type.NUMBER;
          case SHARE -> Feed.Type.TRUTH;
          case DISTINCT, DISTINCT_APPROXIMATE ->
              EventColumns.isIntegral(type(measure)) ? Feed.Type.LONG : Feed.Type.TEXT;
        };
    return new Feed(name, aggregate, type, isCount(measure), measure.range());
  }

  private DataType type(MeasureConfig measure) {
    return EventColumns.type(rows, Expressions.column(rows.sparkSession(), measure.value()));
  }

  Column value(Feed feed, MeasureConfig measure) {
    Column value = Expressions.column(rows.sparkSession(), measure.value());
    return switch (feed.type()) {
      case PRESENCE -> lit(null).cast(DataTypes.BooleanType);
      case NUMBER -> number(measure);
      case LONG -> value.cast(DataTypes.LongType);
      case TEXT -> CellText.stripped(value.cast(DataTypes.StringType));
      case TRUTH -> truth(measure);
    };
  }

  /** The first {@link Reason} against the value. */
  Column reason(Feed feed, MeasureConfig measure) {
    Column missing = missing(measure);
    FirstReason reason = FirstReason.ofValue(PackedReasons::code).when(Reason.NO_VALUE, missing);
    boolean needsNumber = feed.type() == Feed.Type.NUMBER || measure.range() != null;
    Column understood =
        needsNumber
            ? number(measure)
            : feed.type() == Feed.Type.TRUTH
                ? truth(measure)
                : Expressions.column(rows.sparkSession(), measure.value());
    reason.when(Reason.UNPARSABLE_NUMBER, understood.isNull());
    if (feed.type() == Feed.Type.NUMBER && isCount(measure)) {
      reason.when(Reason.NEGATIVE_COUNT, understood.lt(0));
    }
    if (measure.range() != null) {
      Column outside =
          understood.lt(measure.range().low()).or(understood.gt(measure.range().high()));
      reason.when(Reason.OUT_OF_RANGE, outside);
    }
    return reason.orNone();
  }

  private static boolean isCount(MeasureConfig measure) {
    return measure.kind() == MeasureKind.DAILY_COUNT
        || measure.kind() == MeasureKind.CUMULATIVE_COUNT;
  }

  /** The value as a finite double; null if it is none. */
  private Column number(MeasureConfig measure) {
    Column value = Expressions.column(rows.sparkSession(), measure.value());
    if (type(measure) instanceof NumericType) {
      Column number = value.cast(DataTypes.DoubleType);
      return when(number.minus(number).equalTo(0), number);
    }
    return notation.number(CellText.stripped(value.cast(DataTypes.StringType)));
  }

  private Column truth(MeasureConfig measure) {
    return type(measure) == DataTypes.BooleanType
        ? Expressions.column(rows.sparkSession(), measure.value())
        : CellText.stripped(
                Expressions.column(rows.sparkSession(), measure.value()).cast(DataTypes.StringType))
            .try_cast(DataTypes.BooleanType);
  }

  /**
   * Whether the event says nothing: no value where all columns behind it are blank, or a mark of a
   * missing value. A comparison is without an answer as soon as one of its columns is.
   */
  private Column missing(MeasureConfig measure) {
    Column value = Expressions.column(rows.sparkSession(), measure.value());
    List<Column> columns = ExpressionCells.of(rows.sparkSession(), measure.value());
    boolean any = measure.aggregate() == Aggregate.SHARE;
    Column blank = lit(!any || columns.isEmpty());
    for (Column column : columns) {
      Column isBlank = isBlank(column);
      blank = any ? blank.or(isBlank) : blank.and(isBlank);
    }
    Column nothing = value.isNull().and(blank);
    return isText(value) || marks.size() > 1
        ? nothing.or(coalesce(isMark(value), lit(false)))
        : nothing;
  }

  private Column isBlank(Column column) {
    return isText(column) || marks.size() > 1
        ? column.isNull().or(isMark(column))
        : column.isNull();
  }

  private boolean isText(Column column) {
    return EventColumns.type(rows, column) == DataTypes.StringType;
  }

  private Column isMark(Column column) {
    return CellText.stripped(column.cast(DataTypes.StringType)).isin(marks.toArray());
  }
}
