package org.cityeval.lake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.problem.SourceProblem;

/** JSON files as rows of text, or of structs and arrays of text, each with its file and line. */
final class JsonLake {
  private JsonLake() {}

  /** What a file holds: its records, and the type that holds them all. */
  private record Found(FileWalk walk, DataType type) implements Serializable {}

  /** Rows of {@code files}, with the columns of {@code all}. */
  static Lake open(
      SparkSession spark, String owner, List<LakeFile> all, List<LakeFile> files, String encoding) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Configuration hadoop = spark.sessionState().newHadoopConf();
    List<Found> found =
        EachFile.ask(context, hadoop, all, (file, reached) -> found(file, encoding, reached));
    Map<String, Long> records = FileWalk.records(owner, found.stream().map(Found::walk).toList());
    DataType merged = DataTypes.NullType;
    for (Found one : found) {
      merged = JsonValue.merged(merged, one.type());
    }
    if (records.values().stream().allMatch(count -> count == 0)) {
      throw new SourceProblem(
          owner + ": no file holds a record.",
          all.get(0).label() + (all.size() > 1 ? " and the others hold" : " holds") + " no object.",
          "Deliver the data again; what was published stays.");
    }
    StructType own =
        merged instanceof StructType struct ? (StructType) whole(struct) : new StructType();
    StructType schema = withPartitions(own, all);
    Set<String> chosen = files.stream().map(LakeFile::label).collect(Collectors.toSet());
    return new Lake(
        new TextRows(
            spark,
            hadoop,
            files,
            Provenance.addTo(schema),
            (file, reached) -> rows(file, schema, encoding, reached)),
        headings(all, found),
        () ->
            records.entrySet().stream()
                .filter(file -> chosen.contains(file.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static DataType whole(StructType struct) {
    return struct.isEmpty() ? struct : JsonValue.whole(struct);
  }

  private static StructType withPartitions(StructType own, List<LakeFile> all) {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(Arrays.asList(own.fieldNames()));
    StructType schema = own;
    for (LakeFile file : all) {
      for (String partition : file.partitions().keySet()) {
        schema = known.add(partition) ? schema.add(partition, DataTypes.StringType) : schema;
      }
    }
    return schema;
  }

  private static List<FileHeadings> headings(List<LakeFile> all, List<Found> found) {
    List<FileHeadings> headings = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).type() instanceof StructType struct) {
        List<String> columns =
            Stream.concat(
                    Arrays.stream(struct.fieldNames()), all.get(i).partitions().keySet().stream())
                .toList();
        headings.add(new FileHeadings(all.get(i).label(), columns, Map.of()));
      }
    }
    return headings;
  }

  private static Found found(LakeFile file, String encoding, Configuration hadoop) {
    try (JsonRecords records = new JsonRecords(file, encoding, hadoop)) {
      DataType type = DataTypes.NullType;
      long count = 0;
      while (records.hasNext()) {
        JsonRecords.Parsed record = records.next();
        count++;
        if (record.value() != null) {
          type = JsonValue.merged(type, record.value().type());
        }
      }
      return new Found(new FileWalk(file.label(), count, records.broken().orElse(null)), type);
    }
  }

  private static TextRows.FileRows rows(
      LakeFile file, StructType schema, String encoding, Configuration hadoop) {
    JsonRecords records = new JsonRecords(file, encoding, hadoop);
    Map<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < schema.fields().length; i++) {
      places.put(schema.fields()[i].name(), i);
    }
    return new TextRows.FileRows() {
      @Override
      public boolean hasNext() {
        boolean more = records.hasNext();
        if (!more) {
          records.close();
        }
        return more;
      }

      @Override
      public Row next() {
        JsonRecords.Parsed record = records.next();
        int width = schema.fields().length;
        Object[] row = new Object[width + Provenance.COLUMNS.size()];
        if (record.value() != null) {
          System.arraycopy(record.value().values(schema), 0, row, 0, width);
          file.partitions().forEach((name, value) -> row[places.get(name)] = value);
        }
        row[width] = file.uri();
        row[width + 1] = file.label();
        row[width + 2] = record.place();
        row[width + 3] = record.failure();
        row[width + 4] = record.raw();
        return RowFactory.create(row);
      }

      @Override
      public void close() {
        records.close();
      }
    };
  }
}
