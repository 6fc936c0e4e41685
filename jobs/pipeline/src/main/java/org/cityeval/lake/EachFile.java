package org.cityeval.lake;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** Asks something of each file: of one file in this process, of several by a task each. */
final class EachFile {
  private EachFile() {}

  /** What is asked of a file; it travels to a task. */
  interface Question<T> extends Serializable {
    T of(LakeFile file);
  }

  /** The answers, in the order of the files. */
  static <T> List<T> ask(JavaSparkContext context, List<LakeFile> files, Question<T> question) {
    return files.size() <= 1
        ? files.stream().map(question::of).toList()
        : context.parallelize(files, files.size()).map(question::of).collect();
  }
}
