package org.cityeval.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRow;

/** A table as one Parquet file, compressed by Snappy, with the types that the table has. */
final class ParquetFile implements TableFile {
  static final Kind KIND =
      new Kind(
          "parquet", "parquet", "application/vnd.apache.parquet", ParquetFile::new, resource -> {});

  private final MessageType schema;
  private final ParquetWriter<Group> out;

  ParquetFile(Path file, TableSpec table) throws IOException {
    schema = schema(table);
    out =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withExtraMetaData(Map.of("cityeval.table", table.qualifiedName()))
            .build();
  }

  @Override
  public void write(StoredRow row) throws IOException {
    Group group = new SimpleGroup(schema);
    for (int i = 0; i < row.columns().size(); i++) {
      if (row.cells().get(i) != null) {
        add(group, i, row.cells().get(i));
      }
    }
    out.write(group);
  }

  private static void add(Group group, int field, Object cell) {
    if (cell instanceof String text) {
      group.add(field, text);
    } else if (cell instanceof Boolean truth) {
      group.add(field, truth);
    } else if (cell instanceof Integer integer) {
      group.add(field, integer);
    } else if (cell instanceof Long count) {
      group.add(field, count);
    } else if (cell instanceof Double number) {
      group.add(field, number);
    } else if (cell instanceof LocalDate day) {
      group.add(field, Math.toIntExact(day.toEpochDay()));
    } else {
      group.add(field, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) cell));
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static MessageType schema(TableSpec table) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (TableColumn<?> column : table.columns()) {
      schema.addField(field(column.type()).named(column.name()));
    }
    return schema.named(table.name());
  }

  private static Types.PrimitiveBuilder<PrimitiveType> field(DataType type) {
    return switch (type.typeName()) {
      case "string" ->
          Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
      case "boolean" -> Types.optional(PrimitiveTypeName.BOOLEAN);
      case "integer" -> Types.optional(PrimitiveTypeName.INT32);
      case "long" -> Types.optional(PrimitiveTypeName.INT64);
      case "double" -> Types.optional(PrimitiveTypeName.DOUBLE);
      case "date" -> Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType());
      case "timestamp" ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
      default -> throw new IllegalArgumentException("No table has a column of type " + type);
    };
  }
}
