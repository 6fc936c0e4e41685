package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.arrow.flight.sql.FlightSqlColumnMetadata;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.table.gold.WaveTable;
import org.junit.jupiter.api.Test;

class ArrowColumnsTest {
  private static final ArrowType MICROSECONDS = new ArrowType.Timestamp(TimeUnit.MICROSECOND, null);

  private static Field field(DataType type) {
    return ArrowColumns.of(new StructType().add("c", type)).getFields().get(0);
  }

  @Test
  void columnsKeepTheirNamesTheirOrderAndWhetherTheyMayBeNull() {
    Schema columns =
        ArrowColumns.of(
            new StructType()
                .add("区", DataTypes.StringType, true, "a remark")
                .add("n", DataTypes.LongType, false));

    assertThat(columns.getFields()).extracting(Field::getName).containsExactly("区", "n");
    assertThat(columns.getFields()).extracting(Field::isNullable).containsExactly(true, false);
    assertThat(columns.getFields()).allSatisfy(f -> assertThat(f.getMetadata()).isEmpty());
    assertThat(ArrowColumns.of(new StructType()).getFields()).isEmpty();
  }

  @Test
  void typesAreThoseOfArrow() {
    assertThat(field(DataTypes.StringType).getType()).isEqualTo(ArrowType.Utf8.INSTANCE);
    assertThat(field(DataTypes.BooleanType).getType()).isEqualTo(ArrowType.Bool.INSTANCE);
    assertThat(field(DataTypes.BinaryType).getType()).isEqualTo(ArrowType.Binary.INSTANCE);
    assertThat(field(DataTypes.IntegerType).getType()).isEqualTo(new ArrowType.Int(32, true));
    assertThat(field(DataTypes.LongType).getType()).isEqualTo(new ArrowType.Int(64, true));
    assertThat(field(DataTypes.DateType).getType()).isEqualTo(new ArrowType.Date(DateUnit.DAY));
    assertThat(field(DataTypes.DoubleType).getType())
        .isEqualTo(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
  }

  /** The driver cannot read a zone. */
  @Test
  void noTimeHasAZoneHoweverDeepItStands() {
    assertThat(field(DataTypes.TimestampType).getType()).isEqualTo(MICROSECONDS);
    assertThat(field(DataTypes.TimestampNTZType).getType()).isEqualTo(MICROSECONDS);

    Field list = field(DataTypes.createArrayType(DataTypes.TimestampType, false));
    assertThat(list.getChildren().get(0).getType()).isEqualTo(MICROSECONDS);
    assertThat(list.getChildren().get(0).isNullable()).isFalse();

    Field map =
        field(
            DataTypes.createMapType(
                DataTypes.TimestampType,
                DataTypes.createArrayType(DataTypes.TimestampType, true),
                false));
    List<Field> entry = map.getChildren().get(0).getChildren();
    assertThat(entry.get(0).getType()).isEqualTo(MICROSECONDS);
    assertThat(entry.get(1).isNullable()).isFalse();
    assertThat(entry.get(1).getChildren().get(0).getType()).isEqualTo(MICROSECONDS);

    Field nested =
        field(
            new StructType()
                .add("at", DataTypes.TimestampType, false)
                .add("in", new StructType().add("at", DataTypes.TimestampType)));
    assertThat(nested.getChildren()).extracting(Field::getName).containsExactly("at", "in");
    assertThat(nested.getChildren()).extracting(Field::isNullable).containsExactly(false, true);
    assertThat(nested.getChildren().get(0).getType()).isEqualTo(MICROSECONDS);
    assertThat(nested.getChildren().get(1).getChildren().get(0).getType()).isEqualTo(MICROSECONDS);
  }

  @Test
  void aDecimalSaysItsDigitsBesideItsType() {
    Field price = field(DataTypes.createDecimalType(12, 3));
    FlightSqlColumnMetadata said = new FlightSqlColumnMetadata(price.getMetadata());

    assertThat(price.getType()).isEqualTo(new ArrowType.Decimal(12, 3, 128));
    assertThat(said.getPrecision()).isEqualTo(12);
    assertThat(said.getScale()).isEqualTo(3);
  }

  @Test
  void aTablesColumnsCarryTheirRemarksAndItsKeyIsNeverNull() {
    Schema columns = ArrowColumns.of(WaveTable.SPEC);

    assertThat(columns.getFields())
        .extracting(Field::getName)
        .containsExactly(
            "evaluation_id",
            "as_of",
            "city_id",
            "district_id",
            "wave_no",
            "level",
            "start_date",
            "peak_date",
            "end_date",
            "size",
            "peak_cases",
            "cases_status");
    assertThat(columns.getFields())
        .extracting(Field::isNullable)
        .containsExactly(
            false, false, false, false, false, false, true, true, true, true, true, true);
    assertThat(columns.findField("as_of").getType()).isEqualTo(new ArrowType.Date(DateUnit.DAY));
    assertThat(
            new FlightSqlColumnMetadata(columns.findField("end_date").getMetadata()).getRemarks())
        .isEqualTo("Last day of the wave.");
  }

  /** The driver sends times in milliseconds, whatever it is told. */
  @Test
  void parametersAreNumberedAndTheirTimesAreInMilliseconds() {
    Schema parameters =
        ArrowColumns.ofParameters(
            List.of(DataTypes.StringType, DataTypes.TimestampType, DataTypes.TimestampNTZType));
    ArrowType milliseconds = new ArrowType.Timestamp(TimeUnit.MILLISECOND, null);

    assertThat(parameters.getFields())
        .containsExactly(
            Field.nullable("parameter_1", ArrowType.Utf8.INSTANCE),
            Field.nullable("parameter_2", milliseconds),
            Field.nullable("parameter_3", milliseconds));
    assertThat(ArrowColumns.ofParameters(List.of()).getFields()).isEmpty();
  }
}
