package org.cityeval.lake;

import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Asks something of each file: of one file in this process, of several by a task each. */
final class EachFile {
  private EachFile() {}

  /** What is asked of a file; it travels to a task. */
  interface Question<T> extends Serializable {
    T of(LakeFile file, Configuration hadoop);
  }

  /** The answers, in the order of the files. */
  static <T> List<T> ask(
      JavaSparkContext context, Configuration hadoop, List<LakeFile> files, Question<T> question) {
    if (files.size() <= 1) {
      return files.stream().map(file -> question.of(file, hadoop)).toList();
    }
    Broadcast<SerializableConfiguration> shipped = ship(context, hadoop);
    return context
        .parallelize(files, files.size())
        .map(file -> question.of(file, shipped.value().value()))
        .collect();
  }

  /** How files are reached, for tasks. */
  static Broadcast<SerializableConfiguration> ship(JavaSparkContext context, Configuration hadoop) {
    return context.broadcast(new SerializableConfiguration(hadoop));
  }
}
