package org.cityeval.job.ingest;

import java.util.Locale;
import org.cityeval.config.lake.QualityConfig.Severity;
import org.cityeval.run.Check;

/**
 * What became of the records of one ingest, after unpivoting and before aggregation: what was read
 * against what was written.
 *
 * @param in records that the files hold, as a walk through them counted
 * @param good observations written
 * @param missing the source says that nothing was observed
 * @param outOfScope a declared filter leaves them out
 * @param quarantined refused and written with the reason
 * @param deduplicated another record says exactly the same
 */
record RecordEquation(
    long in, long good, long missing, long outOfScope, long quarantined, long deduplicated) {

  /** Fails the run where a record was lost on the way, or counted twice. */
  Check check() {
    long accounted = good + missing + outOfScope + quarantined + deduplicated;
    return new Check(
            "record equation",
            Severity.FAIL,
            in == accounted,
            String.format(
                Locale.ROOT,
                "good %d + missing %d + out_of_scope %d + quarantined %d + deduplicated %d = %d",
                good,
                missing,
                outOfScope,
                quarantined,
                deduplicated,
                accounted),
            "in " + in)
        .mendedBy(
            "Run it again if files were written to meanwhile; otherwise this is a fault of"
                + " CityEval's: report it with the config.");
  }
}
