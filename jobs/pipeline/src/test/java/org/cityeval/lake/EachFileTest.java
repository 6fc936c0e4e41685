package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class EachFileTest {
  private static LakeFile file(String label) {
    return new LakeFile("file:///" + label, label, 1, LakeFile.UNKNOWN);
  }

  /** What a file is and whether a task was asked. */
  private static List<String> ask(SparkSession spark, LakeFile... files) {
    return EachFile.ask(
        JavaSparkContext.fromSparkContext(spark.sparkContext()),
        new Configuration(),
        List.of(files),
        (file, hadoop) -> file.label() + (TaskContext.get() == null ? " here" : " in a task"));
  }

  @Test
  void oneFileIsAskedHereAndSeveralInTasksInTheirOrder(SparkSession spark) {
    assertThat(ask(spark)).isEmpty();
    assertThat(ask(spark, file("b"))).containsExactly("b here");
    assertThat(ask(spark, file("b"), file("a"), file("c")))
        .containsExactly("b in a task", "a in a task", "c in a task");
  }
}
