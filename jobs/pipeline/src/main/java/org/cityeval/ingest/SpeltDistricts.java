package org.cityeval.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;
import org.cityeval.lake.CellText;

/** Finds districts by how they are spelt: asks {@link DistrictSpellings} of the key of each row. */
public final class SpeltDistricts implements Serializable {
  private static final StructType ANSWER =
      new StructType()
          .add(DistrictKeys.DISTRICT, DataTypes.StringType)
          .add(DistrictKeys.CITY, DataTypes.StringType)
          .add(DistrictKeys.REASON, DataTypes.StringType)
          .add(DistrictKeys.FOUND, DataTypes.StringType);

  private static final UTF8String BLANK = UTF8String.fromString("(blank)");
  private static final int NO_DAY = Integer.MIN_VALUE;

  /** Keys come again with every day; of the unknown ones there may be many. */
  private static final int MOST_REMEMBERED = 100_000;

  /** A larger number is spelt with an exponent. */
  private static final double LARGEST_WHOLE = 1e15;

  private final Broadcast<DistrictSpellings> shipped;
  private final boolean dependOnDays;

  /** By key, as the engine holds them. */
  private transient Map<UTF8String, InternalRow> answers;

  private SpeltDistricts(Broadcast<DistrictSpellings> shipped, boolean dependOnDays) {
    this.shipped = shipped;
    this.dependOnDays = dependOnDays;
  }

  static SpeltDistricts by(SparkSession spark, DistrictSpellings spellings) {
    return new SpeltDistricts(
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(spellings),
        spellings.dependOnDays());
  }

  /**
   * The columns of {@link DistrictKeys}, as one of structs.
   *
   * @param day the row's day, of type DATE
   */
  Column find(Dataset<Row> rows, Column key, Column day) {
    DataType type = rows.select(key).schema().fields()[0].dataType();
    Column text = text(type, key);
    return dependOnDays
        ? MethodColumn.ask(this, "on", ANSWER, text, coalesce(unix_date(day), lit(NO_DAY)))
        : MethodColumn.ask(this, "always", ANSWER, text);
  }

  /** Called by plans, where no meaning depends on the day. */
  public static InternalRow always(SpeltDistricts spelt, UTF8String key) {
    return spelt.meant(key, NO_DAY);
  }

  /** Called by plans. */
  public static InternalRow on(SpeltDistricts spelt, UTF8String key, int day) {
    return spelt.meant(key, day);
  }

  private InternalRow meant(UTF8String key, int day) {
    if (answers == null) {
      answers = new ConcurrentHashMap<>();
    }
    if (key == null) {
      return answer(null, null, shipped.value().unknown(), BLANK);
    }
    InternalRow answer = answers.get(key);
    return answer == null ? answer(key, day) : answer;
  }

  /** A key as text; a whole number of a floating-point column as spreadsheets write it, 1001.0. */
  private static Column text(DataType type, Column key) {
    Column text = key.cast(DataTypes.StringType);
    if (type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType)) {
      Column whole = key.cast(DataTypes.LongType);
      return when(
              whole.equalTo(key).and(key.between(-LARGEST_WHOLE, LARGEST_WHOLE)),
              concat(whole.cast(DataTypes.StringType), lit(".0")))
          .otherwise(text);
    }
    return text;
  }

  private InternalRow answer(UTF8String key, int day) {
    String text = key.toString();
    DistrictSpellings spellings = shipped.value();
    DistrictSpellings.Found found =
        spellings.find(text, day == NO_DAY ? null : LocalDate.ofEpochDay(day));
    UTF8String own = key.clone();
    InternalRow answer = answer(CellText.stripped(own), found);
    if (!spellings.dependsOnDay(text)) {
      if (answers.size() >= MOST_REMEMBERED) {
        answers.clear();
      }
      answers.put(own, answer);
    }
    return answer;
  }

  private static InternalRow answer(UTF8String asRead, DistrictSpellings.Found found) {
    return answer(
        found.districtId() == null ? asRead : UTF8String.fromString(found.districtId()),
        UTF8String.fromString(found.cityId()),
        found.reason(),
        found.reason() == null
            ? null
            : UTF8String.concat(asRead, UTF8String.fromString(found.told())));
  }

  private static InternalRow answer(
      UTF8String district, UTF8String city, Reason reason, UTF8String told) {
    String code = reason == null ? null : reason.code();
    return new GenericInternalRow(new Object[] {district, city, UTF8String.fromString(code), told});
  }
}
