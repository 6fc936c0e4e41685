package org.cityeval.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.NoopCache$;
import org.apache.spark.sql.execution.datasources.PartitionPath;
import org.apache.spark.sql.execution.datasources.PartitionSpec;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gives Spark the files of one version of a table, so that a query starts no job to find them.
 * Spark reads only the partitions that a filter asks for, as in a folder of Parquet files.
 */
final class TableFileIndex extends PartitioningAwareFileIndex {
  private static final scala.collection.immutable.Map<String, String> NO_OPTIONS =
      scala.collection.immutable.Map$.MODULE$.empty();

  /** A status must name a block size; Spark splits files by a setting of its own. */
  private static final long BLOCK = 32L << 20;

  private final Path root;
  private final PartitionSpec partitions;
  private final scala.collection.mutable.LinkedHashMap<Path, FileStatus> files =
      new scala.collection.mutable.LinkedHashMap<>();
  private final scala.collection.immutable.Map<Path, FileStatus[]> folders;

  private TableFileIndex(SparkSession spark, Path root, TableFiles table, StructType partitioning) {
    super(spark, NO_OPTIONS, Option.empty(), NoopCache$.MODULE$);
    this.root = root;
    Map<Path, List<FileStatus>> byFolder = new LinkedHashMap<>();
    Map<Path, InternalRow> values = new LinkedHashMap<>();
    for (TableFiles.DataFile file : table.files()) {
      Path path = new Path(file.path());
      FileStatus status = new FileStatus(file.bytes(), false, 1, BLOCK, file.modified(), path);
      files.put(path, status);
      byFolder.computeIfAbsent(path.getParent(), folder -> new ArrayList<>()).add(status);
      values.putIfAbsent(path.getParent(), values(file.partition(), partitioning));
    }
    Map<Path, FileStatus[]> children = new LinkedHashMap<>();
    byFolder.forEach((folder, list) -> children.put(folder, list.toArray(FileStatus[]::new)));
    folders =
        scala.collection.immutable.Map$.MODULE$.<Path, FileStatus[]>from(
            CollectionConverters.asScala(children));
    List<PartitionPath> paths = new ArrayList<>();
    values.forEach((folder, row) -> paths.add(new PartitionPath(row, folder)));
    partitions = new PartitionSpec(partitioning, CollectionConverters.asScala(paths).toSeq());
  }

  /** The rows of a version of a table. */
  static Dataset<Row> rows(SparkSession spark, Path root, TableFiles table) {
    StructType partitioning = new StructType();
    StructType data = new StructType();
    for (StructField field : table.schema().fields()) {
      if (table.partitions().contains(field.name())) {
        partitioning = partitioning.add(field);
      } else {
        data = data.add(field);
      }
    }
    return spark
        .baseRelationToDataFrame(
            new HadoopFsRelation(
                new TableFileIndex(spark, root, table, partitioning),
                partitioning,
                data,
                Option.empty(),
                new ParquetFileFormat(),
                NO_OPTIONS,
                spark))
        .select(
            Arrays.stream(table.schema().fieldNames())
                .map(functions::col)
                .toArray(org.apache.spark.sql.Column[]::new));
  }

  private static InternalRow values(Map<String, String> partition, StructType partitioning) {
    StructField[] fields = partitioning.fields();
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = value(partition.get(fields[i].name()), fields[i].dataType());
    }
    return new GenericInternalRow(values);
  }

  private static Object value(String text, DataType type) {
    if (text == null) {
      return null;
    }
    if (type.equals(DataTypes.StringType)) {
      return UTF8String.fromString(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return Math.toIntExact(LocalDate.parse(text).toEpochDay());
    }
    throw new IllegalArgumentException("No table is partitioned by a column of type " + type);
  }

  @Override
  public PartitionSpec partitionSpec() {
    return partitions;
  }

  @Override
  public scala.collection.mutable.LinkedHashMap<Path, FileStatus> leafFiles() {
    return files;
  }

  @Override
  public scala.collection.immutable.Map<Path, FileStatus[]> leafDirToChildrenFiles() {
    return folders;
  }

  @Override
  public Seq<Path> rootPaths() {
    return CollectionConverters.asScala(List.of(root)).toSeq();
  }

  @Override
  public void refresh() {
    // A version of a table never changes.
  }
}
