package org.cityeval.serve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flight.sql.FlightSqlColumnMetadata;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.util.ArrowUtils;
import org.cityeval.table.spec.TableSpec;

/**
 * Columns in the terms of Arrow. A time is sent without a zone, and is UTC. The JDBC driver 18.3.0
 * cannot read one that has a zone (apache/arrow-java#787), and shows both as the same digits.
 */
final class ArrowColumns {
  private ArrowColumns() {}

  /**
   * The columns of an answer. They carry no remarks: the driver would show those for the columns'
   * names.
   */
  static Schema of(StructType columns) {
    return new Schema(
        Arrays.stream(columns.fields())
            .map(column -> withSize(column.dataType(), field(column)))
            .toList());
  }

  private static Field field(StructField column) {
    return field(column.name(), column.dataType(), column.nullable());
  }

  /** The driver does not look for the digits of a decimal in its type. */
  private static Field withSize(DataType type, Field field) {
    return type instanceof DecimalType decimal
        ? with(
            field,
            new FlightSqlColumnMetadata.Builder()
                .precision(decimal.precision())
                .scale(decimal.scale())
                .build())
        : field;
  }

  /** The columns of a table; those of its key are never null. */
  static Schema of(TableSpec table) {
    return new Schema(
        table.columns().stream()
            .map(
                column ->
                    with(
                        field(column.name(), column.type(), !table.key().contains(column.name())),
                        new FlightSqlColumnMetadata.Builder().remarks(column.comment()).build()))
            .toList());
  }

  /**
   * The values that a statement expects in place of its question marks. Times are in milliseconds:
   * the driver sends no others, whatever it is told.
   */
  static Schema ofParameters(List<DataType> types) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      String name = "parameter_" + (i + 1);
      fields.add(
          types.get(i) instanceof TimestampType || types.get(i) instanceof TimestampNTZType
              ? Field.nullable(name, new ArrowType.Timestamp(TimeUnit.MILLISECOND, null))
              : field(name, types.get(i), true));
    }
    return new Schema(fields);
  }

  private static Field field(String name, DataType type, boolean nullable) {
    return ArrowUtils.toArrowField(name, withoutZone(type), nullable, null, false);
  }

  private static DataType withoutZone(DataType type) {
    if (type instanceof TimestampType) {
      return DataTypes.TimestampNTZType;
    } else if (type instanceof ArrayType array) {
      return DataTypes.createArrayType(withoutZone(array.elementType()), array.containsNull());
    } else if (type instanceof MapType map) {
      return DataTypes.createMapType(
          withoutZone(map.keyType()), withoutZone(map.valueType()), map.valueContainsNull());
    } else if (type instanceof StructType struct) {
      return DataTypes.createStructType(
          Arrays.stream(struct.fields())
              .map(
                  field ->
                      DataTypes.createStructField(
                          field.name(), withoutZone(field.dataType()), field.nullable()))
              .toList());
    }
    return type;
  }

  private static Field with(Field field, FlightSqlColumnMetadata said) {
    Map<String, String> metadata = new HashMap<>(field.getMetadata());
    metadata.putAll(said.getMetadataMap());
    return new Field(
        field.getName(),
        new FieldType(field.isNullable(), field.getType(), field.getDictionary(), metadata),
        field.getChildren());
  }
}
