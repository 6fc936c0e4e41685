package org.cityeval.job.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cityeval.config.lake.QualityConfig.Severity;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.SourceTally;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.SourceProblem;
import org.cityeval.run.Check;
import org.cityeval.run.Run;

/** What a source must hold to be ingested. */
final class SourceGates {
  private SourceGates() {}

  /**
   * Refuses a source that holds nothing usable, or does not reach the day it must.
   *
   * @throws SourceProblem which source, what it holds, and what to do
   */
  static void refuseUnusable(ReadFiles<?> files) {
    SourceTally tally = files.whole();
    Optional<LocalDate> lastDay = tally.findLastDay();
    String place = LakeSource.place(files.reading().location());
    if (lastDay.isEmpty() && tally.records(Outcome.QUARANTINED) == 0) {
      throw new SourceProblem(
          files.reading().key() + ": not one usable record.",
          tally.records() == 0
              ? place + " holds no rows."
              : place
                  + " holds "
                  + tally.records()
                  + " records: "
                  + tally.records(Outcome.OUT_OF_SCOPE)
                  + " out of scope, "
                  + tally.records(Outcome.MISSING)
                  + " missing"
                  + tally
                      .findCommonestReason()
                      .map(most -> "; most often " + most.code())
                      .orElse("")
                  + ".",
          "Correct the source's expressions and filter, or deliver it again; what was published"
              + " stays.");
    }
    LocalDate expected = files.reading().expectedThrough().orElse(null);
    if (expected != null && lastDay.filter(day -> day.isBefore(expected)).isPresent()) {
      throw new SourceProblem(
          files.reading().key() + " is late: its last day is " + lastDay.get() + ".",
          "expected_through says " + expected + "; read was " + place + ".",
          "Rerun when the data have come; what was published stays.");
    }
  }

  /**
   * Refuses a source of which nothing is left but what is in quarantine. One that is refused beyond
   * the limit is left to the gate, which tells the same.
   *
   * @throws SourceProblem which source, and the first record that was refused
   */
  static void refuseWhollyRefused(Run run, List<? extends ReadFiles<?>> parts) {
    for (ReadFiles<?> files : parts) {
      SourceTally tally = files.whole();
      if (tally.findLastDay().isEmpty() && isWithinLimit(files, tally)) {
        throw new SourceProblem(
            files.reading().key() + ": not one usable record.",
            LakeSource.place(files.reading().location())
                + " holds "
                + tally.records()
                + " records: "
                + share(
                    tally.records(Outcome.QUARANTINED),
                    tally.records(),
                    Refusals.read(run, List.of(files.sourceId())))
                + ".",
            mend("quality.maximum_quarantined_share"));
      }
    }
  }

  /** A source that is refused beyond it is not empty: the gate stops the run, and tells why. */
  private static boolean isWithinLimit(ReadFiles<?> files, SourceTally tally) {
    return tally.records(Outcome.QUARANTINED)
        <= files.reading().mostQuarantined() * tally.records();
  }

  /** One check a source whose files were delivered again: how much of what they held is gone. */
  static List<Check> lossChecks(Run run, List<? extends ReadFiles<?>> parts) {
    double most = run.config().quality().maximumLostShare();
    List<Check> checks = new ArrayList<>();
    for (ReadFiles<?> files : parts) {
      ReadPlan.Change change = files.change();
      if (change.before() > 0 && run.extent() == Run.Extent.CHANGES) {
        checks.add(
            new Check(
                    "records lost by " + files.sourceId(),
                    Severity.FAIL,
                    change.now() >= (1 - most) * change.before(),
                    change.now()
                        + " good or refused records, before "
                        + change.before()
                        + " good ones",
                    "at most " + most + " fewer; --full goes on with what is there")
                .mendedBy(
                    "Deliver the files whole, raise quality.maximum_lost_share, or accept the loss"
                        + " with --full."));
      }
    }
    return checks;
  }

  /** One check a source: the share of its records that was refused. */
  static List<Check> quarantineChecks(Run run, List<? extends ReadFiles<?>> parts) {
    double most = run.config().quality().maximumQuarantinedShare();
    Refusals refusals =
        Refusals.read(
            run,
            parts.stream()
                .filter(files -> !isWithinLimit(files, files.whole()))
                .map(ReadFiles::sourceId)
                .toList());
    List<Check> checks = new ArrayList<>();
    for (ReadFiles<?> files : parts) {
      SourceTally tally = files.whole();
      checks.add(
          new Check(
                  "quarantined share of " + files.sourceId(),
                  Severity.FAIL,
                  isWithinLimit(files, tally),
                  share(
                      tally.records(Outcome.QUARANTINED),
                      tally.records(),
                      refusals.ofSource(files.sourceId())),
                  "at most " + most)
              .mendedBy(mend("quality.maximum_quarantined_share")));
    }
    return checks;
  }

  /** What was refused of so many records, with the commonest reason where there is one to tell. */
  static String share(long refused, long records, Refusals refusals) {
    String reason = refusals.commonest();
    return String.format(
            Locale.ROOT, "%.4f (%d of %d records)", (double) refused / records, refused, records)
        + (reason.isEmpty() ? "" : ", " + reason);
  }

  /** What to do about refused records. */
  static String mend(String key) {
    return "Correct the source's expressions or its data (ops.quarantine holds every refused record;"
        + " 'cityeval requeue' takes mended ones back), or raise "
        + key
        + ".";
  }
}
