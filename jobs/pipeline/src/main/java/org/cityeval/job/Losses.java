package org.cityeval.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.cityeval.config.QualityConfig.Severity;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.SourceTally;
import org.cityeval.source.District;
import org.cityeval.table.OpsTables;

/**
 * What a run went on without: records that were refused within the limits, and checks that only
 * warn. A run that ends well tells it last.
 */
public final class Losses {
  private static final int SOURCES = 5;
  private static final int DISTRICTS = 3;
  private static final int CHECKS = 3;

  private final Run run;
  private final Map<String, String> names = new TreeMap<>();

  public Losses(Run run, List<District> districts) {
    this.run = run;
    districts.forEach(district -> names.put(district.districtId(), district.name()));
  }

  /** A line a source that lost records, those that lost most first. */
  public List<String> refused() {
    Map<String, SourceTally> tallies = new TreeMap<>();
    new SourceLedger(run)
        .known()
        .forEach(
            (source, known) -> {
              SourceTally tally =
                  new SourceTally(known.stream().map(ReadPlan.Known::tally).toList());
              if (tally.of(Outcome.QUARANTINED) > 0) {
                tallies.put(source, tally);
              }
            });
    Refusals refusals = Refusals.of(run, tallies.keySet());
    List<String> lines = new ArrayList<>();
    tallies.entrySet().stream()
        .sorted(Comparator.comparingLong(source -> -source.getValue().of(Outcome.QUARANTINED)))
        .limit(SOURCES)
        .forEach(
            source ->
                lines.add(
                    refused(
                        source.getKey(), source.getValue(), refusals.ofSource(source.getKey()))));
    if (tallies.size() > SOURCES) {
      lines.add("Refused  records of " + (tallies.size() - SOURCES) + " more sources");
    }
    return lines;
  }

  private String refused(String source, SourceTally tally, Refusals refusals) {
    long refused = tally.of(Outcome.QUARANTINED);
    String districts = refusals.districts(names, DISTRICTS);
    return String.format(
        Locale.ROOT,
        "Refused  %,d of %,d records of %s (%.1f %%)%s; %s",
        refused,
        tally.records(),
        source,
        100.0 * refused / tally.records(),
        districts.isEmpty() ? "" : ", most of " + districts,
        refusals.commonest());
  }

  /** A line of the checks of this run that failed and only warn. */
  public List<String> warned() {
    List<Row> failed =
        run.warehouse()
            .read(OpsTables.QUALITY_CHECK)
            .where(
                col("run_id")
                    .equalTo(run.identity().runId())
                    .and(col("attempt").equalTo(run.identity().attempt()))
                    .and(col("severity").equalTo(Severity.WARN.name().toLowerCase(Locale.ROOT)))
                    .and(
                        col("outcome")
                            .equalTo(Check.Outcome.FAILED.name().toLowerCase(Locale.ROOT))))
            .orderBy("check")
            .select("check", "observed")
            .distinct()
            .orderBy("check")
            .collectAsList();
    if (failed.isEmpty()) {
      return List.of();
    }
    return List.of(
        "Warned   "
            + failed.size()
            + (failed.size() == 1 ? " check" : " checks")
            + " (ops.quality_check): "
            + String.join(
                "; ",
                failed.stream()
                    .limit(CHECKS)
                    .map(row -> row.getString(0) + ", " + row.getString(1))
                    .toList())
            + (failed.size() > CHECKS ? "; ..." : ""));
  }
}
