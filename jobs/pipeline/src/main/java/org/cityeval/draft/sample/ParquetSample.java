package org.cityeval.draft.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** Samples Parquet with its own library, as text. */
final class ParquetSample {
  private ParquetSample() {}

  static Looked read(Path file, String path) throws IOException {
    RecordSample kept = new RecordSample();
    List<Type> fields = new ArrayList<>();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(
                new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri().toString()))
            .build()) {
      for (Group record = reader.read(); record != null; record = reader.read()) {
        if (fields.isEmpty()) {
          fields.addAll(record.getType().getFields());
          kept.columns(fields.stream().map(Type::getName).toList());
        }
        String[] row = new String[fields.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = text(record, i, fields.get(i));
        }
        if (!kept.add(row)) {
          break;
        }
      }
    }
    return fields.isEmpty()
        ? new PassedOver(path, "it has no record")
        : kept.sample(path, FileSample.Notation.binary("parquet"));
  }

  private static String text(Group record, int field, Type type) {
    if (record.getFieldRepetitionCount(field) == 0 || !type.isPrimitive()) {
      return "";
    }
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(record.getInteger(field, 0)).toString();
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      ChronoUnit unit =
          timestamp.getUnit() == TimeUnit.MILLIS
              ? ChronoUnit.MILLIS
              : timestamp.getUnit() == TimeUnit.MICROS ? ChronoUnit.MICROS : ChronoUnit.NANOS;
      return Instant.EPOCH.plus(record.getLong(field, 0), unit).toString();
    }
    return record.getValueToString(field, 0);
  }
}
