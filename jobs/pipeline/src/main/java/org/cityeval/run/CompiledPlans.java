package org.cityeval.run;

import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.cityeval.lake.LakeFile;

/**
 * Whether Spark compiles its plans. A small lake is read before compiling would pay, so its plans
 * are interpreted. A large one takes half the time compiled. What the cluster or the user has set
 * stays.
 */
public final class CompiledPlans {
  /** Set where the choice is left to the program. */
  static final String IS_OURS = "spark.cityeval.plans.chosen";

  static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
  static final String FACTORIES = "spark.sql.codegen.factoryMode";

  /** Whether common parts of expressions are computed once, which costs interpreted plans more. */
  static final String SHARED_PARTS = "spark.sql.subexpressionElimination.enabled";

  private CompiledPlans() {}

  /** Has a session interpret its plans until it is known how much there is to read. */
  public static void interpretAtFirst(SparkConf conf) {
    if (interpreted().keySet().stream().noneMatch(conf::contains)) {
      conf.set(IS_OURS, "true");
      interpreted().forEach(conf::set);
    }
  }

  /** Chooses by the files of a lake that are read. */
  public static void fitLake(SparkSession spark, List<LakeFile> files) {
    fit(spark, Amount.ofLake(files));
  }

  /** Chooses by what silver holds of the run's sources and registers. */
  public static void fitSilver(Run run) {
    fit(run.spark(), Amount.ofSilver(run));
  }

  static void fit(SparkSession spark, Amount toRead) {
    if (spark.conf().getOption(IS_OURS).isDefined()) {
      (toRead == Amount.SMALL ? interpreted() : compiled())
          .forEach((key, value) -> spark.conf().set(key, value));
    }
  }

  private static Map<String, String> interpreted() {
    return Map.of(WHOLE_STAGE, "false", FACTORIES, "NO_CODEGEN", SHARED_PARTS, "false");
  }

  private static Map<String, String> compiled() {
    return Map.of(WHOLE_STAGE, "true", FACTORIES, "FALLBACK", SHARED_PARTS, "true");
  }
}
