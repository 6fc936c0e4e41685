package org.cityeval.source;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** JSON files: an object a line, or one array of objects a file, told by how the file begins. */
final class JsonFiles {
  private static final int MOST_LEADING_BLANKS = 1024;

  private JsonFiles() {}

  /** The rows, with their path and file; a line that is no object in {@link Provenance#RAW}. */
  static Dataset<Row> read(
      SparkSession spark, List<LakeFile> files, String encoding, Map<String, String> options) {
    Configuration hadoop = spark.sessionState().newHadoopConf();
    Map<Boolean, List<LakeFile>> byArray =
        files.stream()
            .filter(file -> file.bytes() > 0)
            .collect(Collectors.partitioningBy(isArray(hadoop)));
    return byArray.entrySet().stream()
        .filter(kind -> !kind.getValue().isEmpty())
        .map(
            kind ->
                reader(spark, encoding, options)
                    .option("multiLine", kind.getKey())
                    .json(LakeSource.uris(kind.getValue()))
                    .withColumn(Provenance.PATH, col("_metadata.file_path"))
                    .withColumn(Provenance.FILE, LakeSource.label(files)))
        .reduce((lines, arrays) -> lines.unionByName(arrays, true))
        .orElseThrow();
  }

  private static DataFrameReader reader(
      SparkSession spark, String encoding, Map<String, String> options) {
    DataFrameReader reader =
        spark
            .read()
            .options(options)
            .option("primitivesAsString", "true")
            .option("columnNameOfCorruptRecord", Provenance.RAW);
    return encoding.equalsIgnoreCase("UTF-8")
        ? reader
        : reader.option("encoding", encoding).option("lineSep", "\n");
  }

  private static Predicate<LakeFile> isArray(Configuration hadoop) {
    return file -> {
      Path path = new Path(file.uri());
      CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
      try (InputStream raw = path.getFileSystem(hadoop).open(path);
          InputStream text = codec == null ? raw : codec.createInputStream(raw)) {
        // The bracket is this byte in every encoding that JSON comes in; marks of order are not.
        byte[] start = text.readNBytes(MOST_LEADING_BLANKS);
        return new String(start, StandardCharsets.US_ASCII)
            .replaceAll("[^\\x21-\\x7e]", "")
            .startsWith("[");
      } catch (IOException unreadable) {
        throw new UncheckedIOException("Cannot read " + file.uri(), unreadable);
      }
    };
  }
}
