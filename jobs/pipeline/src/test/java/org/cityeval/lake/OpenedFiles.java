package org.cityeval.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Files of a lake as tests write, list and read them. */
final class OpenedFiles {
  private OpenedFiles() {}

  static void write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<LakeFile> in(Path folder, SparkSession spark) {
    return LakeFiles.list("here", folder.toString(), spark.sessionState().newHadoopConf());
  }

  /** Rows as text, in its order. */
  static List<String> shown(Lake lake, String... columns) {
    return lake.rows().selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .sorted()
        .toList();
  }
}
