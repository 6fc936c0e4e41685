package org.cityeval.source;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.VariantType;

/** What a key of the config wants of its expression. */
public enum ExpressionKind {
  /** One value, which is read as text. */
  VALUE("one value, such as text or a number"),
  /** A number, or text of one. */
  NUMBER("a number, or text of one"),
  /** A day, or text of one. */
  DAY("a DATE, a TIMESTAMP or text such as 2020-03-01"),
  /** Whether a row is kept. */
  FILTER("true or false"),
  /** One text or several. */
  TEXTS("text or an array of texts");

  private final String wanted;

  ExpressionKind(String wanted) {
    this.wanted = wanted;
  }

  /** How messages name what is wanted. */
  public String wanted() {
    return wanted;
  }

  /** Whether values of the type can be it. */
  public boolean fits(DataType type) {
    if (type instanceof NullType) {
      return true;
    }
    return switch (this) {
      case VALUE -> isOne(type);
      case NUMBER -> type instanceof NumericType || isText(type);
      case DAY ->
          type instanceof DateType
              || type instanceof TimestampType
              || type instanceof TimestampNTZType
              || isText(type);
      case FILTER -> type instanceof BooleanType;
      case TEXTS -> isOne(type instanceof ArrayType several ? several.elementType() : type);
    };
  }

  private static boolean isOne(DataType type) {
    return !(type instanceof ArrayType
        || type instanceof MapType
        || type instanceof StructType
        || type instanceof VariantType);
  }

  /** Writers that know no text leave bytes; what is no UTF-8 in them is refused by its record. */
  private static boolean isText(DataType type) {
    return type instanceof StringType || type instanceof BinaryType;
  }
}
