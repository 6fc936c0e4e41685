package org.cityeval.run;

import java.util.List;
import java.util.Locale;
import org.cityeval.problem.QualityGateProblem;
import org.cityeval.table.ops.QualityCheckTable;

/** Writes down the checks of a step, then stops the run if one that must hold does not. */
public final class QualityGate {
  private QualityGate() {}

  public static void pass(Run run, List<Check> checks) {
    if (checks.isEmpty()) {
      return;
    }
    List<Object[]> rows =
        checks.stream()
            .map(
                check ->
                    new Object[] {
                      run.identity().runId(),
                      run.identity().attempt(),
                      run.config().variables().conceal(check.name()),
                      run.evaluationId(),
                      check.subject().sourceId(),
                      check.subject().measure(),
                      check.subject().district(),
                      check.subject().rule(),
                      check.subject().dimension(),
                      check.severity().name().toLowerCase(Locale.ROOT),
                      check.outcome().name().toLowerCase(Locale.ROOT),
                      run.config().variables().conceal(check.observed()),
                      run.config().variables().conceal(check.expected()),
                      run.config().variables().conceal(check.detail())
                    })
            .toList();
    run.warehouse().stored().append(QualityCheckTable.SPEC, rows, run.note());
    List<Check> stopping = checks.stream().filter(Check::stops).toList();
    if (!stopping.isEmpty()) {
      Check first = stopping.get(0);
      throw new QualityGateProblem(
          "The data-quality gate stopped the run: "
              + String.join("; ", stopping.stream().limit(5).map(Check::name).toList())
              + (stopping.size() > 5 ? "; and " + (stopping.size() - 5) + " more" : "")
              + ".",
          first.name()
              + ": found "
              + first.observed()
              + ", expected "
              + first.expected()
              + "."
              + (first.detail() == null ? "" : " " + first.detail() + "."),
          "Nothing was published; ops.quality_check holds all checks. "
              + String.join(" ", stopping.stream().map(Check::mend).distinct().limit(3).toList()));
    }
  }
}
