package org.cityeval.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;

/**
 * CSV files as rows of strings, each with its file and line. A file is read by one task, so that
 * lines can be counted and quoted line breaks are safe; a lake of many files is read in parallel.
 */
final class CsvLake {
  private CsvLake() {}

  /**
   * Rows of {@code files}, with the columns of {@code all}: a file that lacks one has nulls there.
   */
  static Dataset<Row> read(
      SparkSession spark,
      String owner,
      List<LakeFile> all,
      List<LakeFile> files,
      CsvDialect dialect) {
    Configuration hadoop = spark.sessionState().newHadoopConf();
    List<String> columns = columns(owner, all, dialect, hadoop);
    StructType schema = Provenance.addTo(stringColumns(columns));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> shipped =
        context.broadcast(new SerializableConfiguration(hadoop));
    return spark
        .createDataset(
            context.parallelize(files, files.size()).rdd(),
            Encoders.javaSerialization(LakeFile.class))
        .flatMap(
            (FlatMapFunction<LakeFile, Row>)
                file -> new Rows(file, columns, dialect, shipped.value().value()),
            Encoders.row(schema));
  }

  /** The columns of all files by name; files may differ in order, or lack some. */
  private static List<String> columns(
      String owner, List<LakeFile> files, CsvDialect dialect, Configuration hadoop) {
    Set<String> columns = new LinkedHashSet<>();
    for (LakeFile file : files) {
      try (CsvRecords records = new CsvRecords(file.uri(), dialect, hadoop)) {
        if (records.hasNext()) {
          CsvRecords.Parsed heading = records.next();
          String failure = failure(heading, dialect);
          if (failure != null && dialect.header().isEmpty()) {
            throw new SourceProblem(
                owner + ": the heading of " + file.label() + " cannot be read.",
                failure + ".",
                "Deliver the file again, or declare how it is written under options.");
          }
          if (dialect.header().isEmpty()) {
            columns.addAll(headings(heading.cells()));
          } else if (failure == null) {
            refuseHeadings(owner, file, heading.cells(), dialect.header());
          }
        }
      }
    }
    columns.addAll(dialect.header());
    // A folder's word goes before a cell's, as in Spark's own reading.
    files.forEach(file -> columns.addAll(file.partitions().keySet()));
    return List.copyOf(columns);
  }

  /** A first line that repeats the names the config gives is no record. */
  private static void refuseHeadings(
      String owner, LakeFile file, String[] cells, List<String> header) {
    List<String> first =
        Arrays.stream(cells).map(cell -> cell == null ? "" : CellText.stripped(cell)).toList();
    boolean repeats =
        first.size() == header.size()
            && IntStream.range(0, first.size())
                .allMatch(i -> first.get(i).equalsIgnoreCase(header.get(i)));
    if (repeats) {
      throw new UserProblem(
          owner + ".options.header: " + file.label() + " has a line of headings.",
          "It reads " + String.join(", ", first) + ", as the config does.",
          "Remove options.header; the line gives the names.");
    }
  }

  private static String failure(CsvRecords.Parsed heading, CsvDialect dialect) {
    if (heading.failure() != null) {
      return heading.failure();
    }
    boolean isText =
        Arrays.stream(heading.cells())
            .allMatch(
                cell -> cell == null || (cell.indexOf('\uFFFD') < 0 && cell.indexOf('\0') < 0));
    return isText ? null : "It is no text in " + dialect.encoding();
  }

  /** A heading that stands twice gets its place, as in Spark: neither column hides the other. */
  private static List<String> headings(String[] cells) {
    List<String> names = new ArrayList<>(cells.length);
    for (String cell : cells) {
      names.add(cell == null ? "" : CellText.stripped(cell));
    }
    List<String> written = List.copyOf(names);
    for (int i = 0; i < cells.length; i++) {
      String name = written.get(i);
      if (name.isEmpty()) {
        names.set(i, "_c" + i);
      } else if (Collections.frequency(written, name) > 1) {
        names.set(i, name + i);
      }
    }
    return names;
  }

  private static StructType stringColumns(List<String> columns) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return schema;
  }

  /** The rows of one file, streamed. */
  private static final class Rows implements Iterator<Row> {
    private final LakeFile file;
    private final CsvRecords records;
    private final int width;
    private final String encoding;
    private final boolean hasHeadings;
    private final int[] target;
    private final Map<Integer, String> partitions = new LinkedHashMap<>();

    Rows(LakeFile file, List<String> columns, CsvDialect dialect, Configuration hadoop) {
      this.file = file;
      this.width = columns.size();
      this.encoding = dialect.encoding();
      file.partitions().forEach((name, value) -> partitions.put(columns.indexOf(name), value));
      this.records = new CsvRecords(file.uri(), dialect, hadoop);
      this.hasHeadings = dialect.header().isEmpty();
      this.target =
          (hasHeadings ? ofFirstLine() : dialect.header())
              .stream().mapToInt(columns::indexOf).toArray();
    }

    private List<String> ofFirstLine() {
      return records.hasNext() ? headings(records.next().cells()) : List.of();
    }

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
      CsvRecords.Parsed record = records.next();
      Object[] row = new Object[width + Provenance.COLUMNS.size()];
      String malformed = record.failure();
      if (malformed == null && record.cells().length != target.length) {
        malformed =
            Damage.CELL_COUNT.told(
                record.cells().length
                    + (hasHeadings ? ", the heading has " : ", options.header has ")
                    + target.length);
      }
      if (malformed == null) {
        for (int i = 0; i < target.length; i++) {
          row[target[i]] = record.cells()[i];
        }
        if (Arrays.stream(record.cells())
            .anyMatch(cell -> cell != null && cell.indexOf('\uFFFD') >= 0)) {
          malformed = Damage.WRONG_ENCODING.told(encoding);
        }
      }
      if (malformed == null) {
        partitions.forEach((column, value) -> row[column] = value);
      }
      row[width] = file.uri();
      row[width + 1] = file.label();
      row[width + 2] = Long.toString(record.line());
      row[width + 3] = malformed;
      row[width + 4] =
          malformed == null || record.cells() == null
              ? null
              : String.join(",", printable(record.cells()));
      return RowFactory.create(row);
    }

    private static String[] printable(String[] cells) {
      return Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toArray(String[]::new);
    }
  }
}
