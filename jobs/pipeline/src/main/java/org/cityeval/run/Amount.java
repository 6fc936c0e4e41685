package org.cityeval.run;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.lake.LakeFile;
import org.cityeval.lake.LakeFiles;
import org.cityeval.problem.SourceProblem;

/** How much a run reads, by bytes. Its plans and its JVM are chosen by it. */
public enum Amount {
  /** Read before it would pay to compile plans. */
  SMALL,
  /** Read sooner by compiled plans. */
  LARGE,
  /** Worth a JVM that compiles well, too. */
  HUGE;

  /** Some 170,000 records; either kind of plan takes as long at 110,000 (jobs/bench/RESULTS.md). */
  static final long LARGE_TEXT = 2L << 20;

  /** Some 140,000 observations. */
  static final long LARGE_TABLE = 3L << 18;

  /** How many times what is large is huge: there both compilers cost as much (decision 33). */
  static final int HUGE_BY_LARGE = 4;

  private static final Pattern PLAIN_TEXT =
      Pattern.compile("(?i).*\\.(csv|tsv|txt|json|jsonl|ndjson)");

  /** How much more than its bytes a compressed file holds, roughly. */
  private static final int COMPRESSION = 8;

  /** What files of a lake hold. */
  static Amount ofLake(List<LakeFile> files) {
    return of(files.stream().mapToLong(Amount::text).sum(), LARGE_TEXT);
  }

  /**
   * What the files of a config hold. It is small where one of them is not there, because nothing is
   * read then. Tables of a catalogue are not counted.
   */
  public static Amount ofLake(EvaluationConfig config, Configuration hadoop) {
    try {
      return ofLake(
          ConfigLoader.paths(config).entrySet().stream()
              .flatMap(path -> LakeFiles.list(path.getKey(), path.getValue(), hadoop).stream())
              .toList());
    } catch (SourceProblem notThere) {
      return SMALL;
    }
  }

  /** What silver holds of a run's sources and registers. */
  public static Amount ofSilver(Run run) {
    return ofTable(Vintage.bytes(run));
  }

  /** What Delta's files of these bytes hold. */
  static Amount ofTable(long bytes) {
    return of(bytes, LARGE_TABLE);
  }

  private static Amount of(long bytes, long large) {
    if (bytes < large) {
      return SMALL;
    }
    return bytes < HUGE_BY_LARGE * large ? LARGE : HUGE;
  }

  /**
   * Bytes of text that a file holds; a table of a catalogue, whose bytes are not known, is large.
   */
  private static long text(LakeFile file) {
    if (file.modified() == LakeFile.UNKNOWN) {
      return LARGE_TEXT;
    }
    return PLAIN_TEXT.matcher(file.uri()).matches() ? file.bytes() : COMPRESSION * file.bytes();
  }
}
