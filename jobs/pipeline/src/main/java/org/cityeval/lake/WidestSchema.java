package org.cityeval.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.cityeval.problem.UserProblem;

/**
 * The columns of many files as one schema. A column has the type that holds what it has in each
 * file without loss; names are alike in upper and lower case.
 */
final class WidestSchema {
  private static final List<DataType> WHOLE =
      List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

  private final String owner;
  private final Map<String, String> firstFile = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private StructType widest = new StructType();

  WidestSchema(String owner) {
    this.owner = owner;
  }

  /**
   * Adds the columns of a file.
   *
   * @throws UserProblem if a column holds what that of an earlier file cannot
   */
  void add(String file, StructType schema) {
    for (StructField field : schema.fields()) {
      firstFile.putIfAbsent(field.name(), file);
      int known = place(widest, field.name());
      if (known < 0) {
        widest = widest.add(field.name(), nullable(field.dataType()));
        continue;
      }
      StructField before = widest.fields()[known];
      DataType both = both(before.dataType(), nullable(field.dataType()));
      if (both == null) {
        throw new UserProblem(
            owner + ": the column " + before.name() + " is of two types.",
            "It is "
                + before.dataType().simpleString()
                + " in "
                + firstFile.get(field.name())
                + ", and "
                + field.dataType().simpleString()
                + " in "
                + file
                + ", and neither holds the other without loss.",
            "Write the column alike in all files, or make two sources of them.");
      }
      StructField[] fields = widest.fields().clone();
      fields[known] = DataTypes.createStructField(before.name(), both, true);
      widest = new StructType(fields);
    }
  }

  StructType widest() {
    return widest;
  }

  private static int place(StructType schema, String name) {
    for (int i = 0; i < schema.fields().length; i++) {
      if (schema.fields()[i].name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static DataType nullable(DataType type) {
    return type.asNullable();
  }

  /** The type that holds both; null where none does. */
  private static DataType both(DataType one, DataType other) {
    if (one.equals(other) || other instanceof NullType) {
      return one;
    }
    if (one instanceof NullType) {
      return other;
    }
    if (one instanceof StructType struct && other instanceof StructType more) {
      return both(struct, more);
    }
    if (one instanceof ArrayType array && other instanceof ArrayType more) {
      DataType element = both(array.elementType(), more.elementType());
      return element == null ? null : DataTypes.createArrayType(element);
    }
    if (one instanceof DecimalType first && other instanceof DecimalType second) {
      int scale = Math.max(first.scale(), second.scale());
      int whole = Math.max(first.precision() - first.scale(), second.precision() - second.scale());
      return whole + scale > DecimalType.MAX_PRECISION()
          ? null
          : DataTypes.createDecimalType(whole + scale, scale);
    }
    return wider(one, other) ? one : wider(other, one) ? other : null;
  }

  private static boolean wider(DataType one, DataType other) {
    int narrow = WHOLE.indexOf(other);
    if (WHOLE.contains(one)) {
      return narrow >= 0 && narrow < WHOLE.indexOf(one);
    }
    boolean fitsDouble = other.equals(DataTypes.FloatType) || (narrow >= 0 && narrow < 3);
    return one.equals(DataTypes.DoubleType) && fitsDouble;
  }

  private static StructType both(StructType one, StructType other) {
    List<StructField> fields = new ArrayList<>(List.of(one.fields()));
    for (StructField field : other.fields()) {
      int known = place(one, field.name());
      if (known < 0) {
        fields.add(field);
      } else {
        DataType type = both(one.fields()[known].dataType(), field.dataType());
        if (type == null) {
          return null;
        }
        fields.set(known, DataTypes.createStructField(fields.get(known).name(), type, true));
      }
    }
    return new StructType(fields.toArray(StructField[]::new));
  }
}
