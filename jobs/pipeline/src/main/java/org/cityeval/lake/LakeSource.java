package org.cityeval.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.lake.Location;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;

/** Reads what a config points at: its own columns, and those of {@link Provenance}. */
public final class LakeSource {
  private static final int SHOWN_COLUMNS = 20;
  private static final UserDefinedFunction DECODED =
      functions.udf(
          (UDF1<String, String>) encoded -> new Path(URI.create(encoded)).toString(),
          DataTypes.StringType);

  private LakeSource() {}

  /**
   * The rows of a file, a folder, a glob or a catalogue table.
   *
   * @param owner how messages name the part of the config, such as {@code sources.cases}
   */
  public static Dataset<Row> read(SparkSession spark, String owner, Location location) {
    return open(spark, owner, location, file -> true).rows();
  }

  /**
   * All rows of a short list, which this process then holds: what is asked of them runs no job.
   *
   * @throws SourceProblem if one of its files breaks off
   * @throws UserProblem if one of its records cannot be read
   */
  public static Dataset<Row> readWhole(SparkSession spark, String owner, Location location) {
    Lake lake = open(spark, owner, location, file -> true);
    Map<String, Long> unused = lake.records().get();
    List<Row> rows = lake.whole();
    StructType schema = lake.columns().schema();
    rows.stream()
        .filter(row -> cell(schema, row, Provenance.MALFORMED) != null)
        .findFirst()
        .ifPresent(
            row -> {
              throw new UserProblem(
                  owner
                      + ": line "
                      + cell(schema, row, Provenance.LINE)
                      + " of "
                      + cell(schema, row, Provenance.FILE)
                      + " cannot be read.",
                  cell(schema, row, Provenance.MALFORMED) + ".",
                  "Mend the line; a list is read whole or not at all.");
            });
    return spark.createDataFrame(rows, schema);
  }

  private static String cell(StructType schema, Row row, String column) {
    return row.getString(schema.fieldIndex(column));
  }

  /**
   * Opens a part of the lake. Rows are not read yet, but headings, footers of Parquet, and JSON.
   *
   * @param chosen which files of {@link #files} give rows; their columns are those of all
   */
  public static Lake open(
      SparkSession spark, String owner, Location location, Predicate<LakeFile> chosen) {
    if (location.table() != null) {
      return ofTable(table(spark, owner, location.table()), location.table());
    }
    List<LakeFile> all =
        LakeFiles.list(owner, location.path(), spark.sessionState().newHadoopConf());
    List<LakeFile> files = all.stream().filter(chosen).toList();
    try {
      return switch (location.format()) {
        case CSV -> CsvLake.open(spark, owner, all, files, dialect(location));
        case PARQUET -> ParquetLake.open(spark, owner, all, files);
        case DELTA -> ofTable(spark.read().format("delta").load(location.path()), location.path());
        case JSON -> JsonLake.open(spark, owner, all, files, location.options().encoding());
      };
    } catch (UserProblem told) {
      throw told;
    } catch (Exception unreadable) {
      // Spark throws checked exceptions from Scala without declaring them.
      throw new UserProblem(
          owner + ": " + location.path() + " cannot be read as " + location.format().id() + ".",
          String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""),
          "Correct " + owner + ".format, or mend the files; what was published stays.",
          unreadable);
    }
  }

  /**
   * The files of a location, as far as it has any: a table counts as one that may have changed.
   *
   * @throws SourceProblem if there is none, or all are empty
   */
  public static List<LakeFile> files(SparkSession spark, String owner, Location location) {
    boolean isTable = location.table() != null || location.format() == Location.Format.DELTA;
    String place = place(location);
    return isTable
        ? List.of(new LakeFile(place, place, 0, LakeFile.UNKNOWN))
        : LakeFiles.list(owner, location.path(), spark.sessionState().newHadoopConf());
  }

  /** Where a location points at, as messages name it. */
  public static String place(Location location) {
    return location.table() == null ? location.path() : location.table();
  }

  private static Dataset<Row> table(SparkSession spark, String owner, String name) {
    if (!isTable(spark, name)) {
      throw new SourceProblem(
          owner + ".table: no such table, " + name + ".",
          "The session's catalogue does not know it; what was published stays as it is.",
          "Correct " + owner + ".table, or configure the catalogue (spark-defaults.conf).");
    }
    return spark.table(name);
  }

  /** What is no name of a table is none either; Spark throws then, without declaring it. */
  private static boolean isTable(SparkSession spark, String name) {
    try {
      return spark.catalog().tableExists(name);
    } catch (Exception notAName) {
      return false;
    }
  }

  private static CsvDialect dialect(Location location) {
    Location.FileOptions options = location.options();
    return new CsvDialect(
        options.encoding(),
        options.delimiter().charAt(0),
        options.header() == null ? List.of() : options.header());
  }

  static String[] uris(List<LakeFile> files) {
    return files.stream().map(LakeFile::uri).toArray(String[]::new);
  }

  /** Lets Spark read partition columns off the folders below what the config names. */
  static Map<String, String> partitioning(List<LakeFile> files) {
    return files.stream().allMatch(file -> file.partitions().isEmpty())
        ? Map.of()
        : Map.of("basePath", base(files));
  }

  private static String base(List<LakeFile> files) {
    LakeFile any = files.get(0);
    return any.uri().substring(0, any.uri().length() - any.label().length());
  }

  /** The path of the row's file below what the config names. */
  static Column label(List<LakeFile> files) {
    String base = new Path(base(files)).toUri().getRawPath() + "/";
    Column path = col("_metadata.file_path");
    Column encoded =
        functions.substring(
            path, functions.instr(path, base).plus(base.length()), lit(Integer.MAX_VALUE));
    return functions.when(encoded.contains("%"), DECODED.apply(encoded)).otherwise(encoded);
  }

  /** Rows without a place are known by their content. */
  private static Lake ofTable(Dataset<Row> rows, String name) {
    return Lake.ofPlan(
        rows.select(with(rows, lit(name), lit(name), contentHash(rows))), List.of(), Map::of);
  }

  private static Column contentHash(Dataset<Row> rows) {
    Column[] columns = Arrays.stream(rows.columns()).map(LakeSource::quoted).toArray(Column[]::new);
    return functions.hex(xxhash64(to_json(struct(columns))));
  }

  static Column[] with(Dataset<Row> rows, Column path, Column file, Column line) {
    List<Column> columns =
        new ArrayList<>(Arrays.stream(rows.columns()).map(LakeSource::quoted).toList());
    columns.add(path.as(Provenance.PATH));
    columns.add(file.as(Provenance.FILE));
    columns.add(line.as(Provenance.LINE));
    columns.add(lit(null).cast(DataTypes.StringType).as(Provenance.MALFORMED));
    columns.add(lit(null).cast(DataTypes.StringType).as(Provenance.RAW));
    return columns.toArray(Column[]::new);
  }

  /** The column of a name that may hold dots or spaces. */
  public static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /** The lake's own columns of a source, without those of its provenance. */
  public static List<String> ownColumns(Dataset<Row> rows) {
    return Arrays.stream(rows.columns())
        .filter(column -> !Provenance.COLUMNS.contains(column))
        .toList();
  }

  /** Column names as a message lists them. */
  public static String shown(List<String> columns) {
    return String.join(", ", columns.stream().limit(SHOWN_COLUMNS).toList())
        + (columns.size() > SHOWN_COLUMNS ? ", ... (" + columns.size() + " in all)" : "");
  }

  /** Fails as a user's problem if the rows have no such column. */
  public static void require(Dataset<Row> rows, String owner, String column) {
    if (!Arrays.asList(rows.columns()).contains(column)) {
      throw new UserProblem(
          owner + ": no column " + column + ".",
          "The columns are " + String.join(", ", ownColumns(rows)) + ".",
          "Correct the name in the config.");
    }
  }
}
