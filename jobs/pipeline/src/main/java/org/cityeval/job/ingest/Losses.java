package org.cityeval.job.ingest;

import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.RUN_ID;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cityeval.config.lake.QualityConfig.Severity;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.SourceTally;
import org.cityeval.run.Check;
import org.cityeval.run.Run;
import org.cityeval.table.ops.QualityCheckTable;

/**
 * What a run went on without: records that were refused within the limits, and checks that only
 * warn. A run that ends well tells it last.
 */
public final class Losses {
  private static final int SOURCES = 5;
  private static final int DISTRICTS = 3;
  private static final int CHECKS = 3;

  private final Run run;

  public Losses(Run run) {
    this.run = run;
  }

  /**
   * A line a source that lost records, those that lost most first.
   *
   * @param names of districts by id
   */
  public List<String> refused(Map<String, String> names) {
    Map<String, SourceTally> tallies = new TreeMap<>();
    new SourceLedger(run)
        .known()
        .forEach(
            (source, known) -> {
              SourceTally tally =
                  new SourceTally(known.stream().map(ReadPlan.Known::tally).toList());
              if (tally.records(Outcome.QUARANTINED) > 0) {
                tallies.put(source, tally);
              }
            });
    Refusals refusals = Refusals.read(run, tallies.keySet());
    List<String> lines = new ArrayList<>();
    tallies.entrySet().stream()
        .sorted(Comparator.comparingLong(source -> -source.getValue().records(Outcome.QUARANTINED)))
        .limit(SOURCES)
        .forEach(
            source ->
                lines.add(
                    refused(
                        source.getKey(),
                        source.getValue(),
                        refusals.ofSource(source.getKey()),
                        names)));
    if (tallies.size() > SOURCES) {
      lines.add("Refused  records of other sources, too: " + (tallies.size() - SOURCES));
    }
    return lines;
  }

  private static String refused(
      String source, SourceTally tally, Refusals refusals, Map<String, String> names) {
    long refused = tally.records(Outcome.QUARANTINED);
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
    Set<String> failed =
        run
            .warehouse()
            .stored()
            .rows(QualityCheckTable.SPEC)
            .where(EVALUATION_ID, run.evaluationId())
            .where(RUN_ID, run.identity().runId())
            .where(QualityCheckTable.SEVERITY, Severity.WARN.name().toLowerCase(Locale.ROOT))
            .where(QualityCheckTable.OUTCOME, Check.Outcome.FAILED.name().toLowerCase(Locale.ROOT))
            .where(row -> row.is(QualityCheckTable.ATTEMPT, run.identity().attempt()))
            .list()
            .stream()
            .map(
                row ->
                    row.get(QualityCheckTable.CHECK) + ", " + row.get(QualityCheckTable.OBSERVED))
            .collect(Collectors.toCollection(TreeSet::new));
    if (failed.isEmpty()) {
      return List.of();
    }
    return List.of(
        "Warned   "
            + failed.size()
            + (failed.size() == 1 ? " check" : " checks")
            + " (ops.quality_check): "
            + String.join("; ", failed.stream().limit(CHECKS).toList())
            + (failed.size() > CHECKS ? "; ..." : ""));
  }
}
