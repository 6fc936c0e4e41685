package org.cityeval.check;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.place.DistrictList;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.TinyLake;

/** What a check finds in a lake of a few lines. */
final class FoundProblems {
  private FoundProblems() {}

  /** By the names of columns. */
  static List<UserProblem> ofColumns(SparkSession spark, TinyLake lake) {
    return found(() -> SourceCheck.check(spark, config(lake), "tiny.yaml"));
  }

  /** By the first cells. */
  static List<UserProblem> ofCells(SparkSession spark, TinyLake lake) {
    EvaluationConfig config = config(lake);
    return found(
        () ->
            CellSample.check(
                spark,
                config,
                DistrictList.read(spark, config.districts()),
                Map.of(),
                "tiny.yaml"));
  }

  private static EvaluationConfig config(TinyLake lake) {
    return ConfigLoader.load(lake.config(), Map.of(), List.of());
  }

  private static List<UserProblem> found(Runnable check) {
    try {
      check.run();
      return List.of();
    } catch (SourceCheckProblem problem) {
      return problem.problems();
    }
  }
}
