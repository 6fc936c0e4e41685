package org.cityeval.run;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

  /** Some 170,000 records of text; both ways take as long at 110,000 (jobs/bench/RESULTS.md). */
  static final long LARGE_LAKE = 2L << 20;

  /** Some 140,000 observations in Delta's files. */
  static final long LARGE_TABLE = 3L << 18;

  private static final Pattern PLAIN_TEXT =
      Pattern.compile("(?i).*\\.(csv|tsv|txt|json|jsonl|ndjson)");

  /** How much more than its bytes a compressed file holds, roughly. */
  private static final int COMPRESSION = 8;

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
    fit(spark, files.stream().mapToLong(CompiledPlans::text).sum() >= LARGE_LAKE);
  }

  /** Chooses by what silver holds of the run's sources and registers. */
  public static void fitSilver(Run run) {
    fitTable(run.spark(), Vintage.bytes(run));
  }

  static void fitTable(SparkSession spark, long bytes) {
    fit(spark, bytes >= LARGE_TABLE);
  }

  private static void fit(SparkSession spark, boolean isLarge) {
    if (spark.conf().getOption(IS_OURS).isDefined()) {
      (isLarge ? compiled() : interpreted()).forEach((key, value) -> spark.conf().set(key, value));
    }
  }

  /** Bytes of text that a file holds; those of a table of a catalogue are not known. */
  private static long text(LakeFile file) {
    if (file.modified() == LakeFile.UNKNOWN) {
      return LARGE_LAKE;
    }
    return PLAIN_TEXT.matcher(file.uri()).matches() ? file.bytes() : COMPRESSION * file.bytes();
  }

  private static Map<String, String> interpreted() {
    return Map.of(WHOLE_STAGE, "false", FACTORIES, "NO_CODEGEN", SHARED_PARTS, "false");
  }

  private static Map<String, String> compiled() {
    return Map.of(WHOLE_STAGE, "true", FACTORIES, "FALLBACK", SHARED_PARTS, "true");
  }
}
