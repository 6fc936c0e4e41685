package org.cityeval.lake;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.Footer;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.problem.UserProblem;

/**
 * Parquet files as Spark reads them. Their footers are looked at first. They tell the records of
 * each row group, and the columns of each file, which may be of several years and differ.
 */
final class ParquetLake {
  private ParquetLake() {}

  /** What the footer of a file says. */
  private record Found(FileWalk walk, StructType schema) {}

  /** Rows of {@code files}, with the columns of {@code all}: those a file lacks are null there. */
  static Lake open(SparkSession spark, String owner, List<LakeFile> all, List<LakeFile> files) {
    Configuration hadoop = spark.sessionState().newHadoopConf();
    ParquetToSparkSchemaConverter converter =
        new ParquetToSparkSchemaConverter(spark.sessionState().conf());
    List<Found> found = all.parallelStream().map(file -> found(file, hadoop, converter)).toList();
    Map<String, Long> records = FileWalk.records(owner, found.stream().map(Found::walk).toList());
    found.forEach(one -> refuseTwice(owner, one));
    WidestSchema schema = new WidestSchema(owner);
    found.forEach(one -> schema.add(one.walk().file(), one.schema()));
    Set<String> chosen = files.stream().map(LakeFile::label).collect(Collectors.toSet());
    return Lake.ofPlan(
        alike(files).stream()
            .map(group -> rows(spark, group, schema.widest()))
            .reduce((some, others) -> some.unionByName(others, true))
            .orElseThrow(),
        headings(all, found),
        () ->
            records.entrySet().stream()
                .filter(file -> chosen.contains(file.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The files by the columns that their folders say; Spark reads those of one kind at once. */
  private static Collection<List<LakeFile>> alike(List<LakeFile> files) {
    return files.stream()
        .collect(
            Collectors.groupingBy(
                file -> List.copyOf(file.partitions().keySet()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private static Dataset<Row> rows(SparkSession spark, List<LakeFile> files, StructType schema) {
    Dataset<Row> rows =
        spark
            .read()
            .options(LakeSource.partitioning(files))
            .schema(schema)
            .parquet(LakeSource.uris(files));
    return rows.select(
        LakeSource.with(
            rows,
            col("_metadata.file_path"),
            LakeSource.label(files),
            col("_metadata.row_index").plus(1).cast(DataTypes.StringType)));
  }

  private static List<FileHeadings> headings(List<LakeFile> all, List<Found> found) {
    List<FileHeadings> headings = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      List<String> columns =
          Stream.concat(
                  Arrays.stream(found.get(i).schema().fieldNames()),
                  all.get(i).partitions().keySet().stream())
              .toList();
      headings.add(new FileHeadings(all.get(i).label(), columns, Map.of()));
    }
    return headings;
  }

  private static Found found(
      LakeFile file, Configuration hadoop, ParquetToSparkSchemaConverter converter) {
    Path path = new Path(file.uri());
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop))) {
      ParquetMetadata footer = reader.getFooter();
      long records = footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
      return new Found(
          new FileWalk(file.label(), records, null),
          ParquetFileFormat.readSchemaFromFooter(new Footer(path, footer), converter));
    } catch (IOException | RuntimeException unreadable) {
      String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      return new Found(
          new FileWalk(
              file.label(), 0, new FileBreak(0, "it is no whole Parquet file (" + why + ")")),
          new StructType());
    }
  }

  private static void refuseTwice(String owner, Found found) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> twice =
        Arrays.stream(found.schema().fieldNames()).filter(name -> !names.add(name)).toList();
    if (!twice.isEmpty()) {
      throw new UserProblem(
          owner + ": a column stands twice in " + found.walk().file() + ".",
          "It has " + String.join(", ", twice) + " in upper and in lower case.",
          "Write the file with one of them.");
    }
  }
}
