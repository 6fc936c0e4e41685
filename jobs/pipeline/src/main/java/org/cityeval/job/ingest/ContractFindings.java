package org.cityeval.job.ingest;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.cityeval.config.lake.ContractCheck.Severity;
import org.cityeval.config.lake.ContractConfig.Exclusion;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.contract.Finding;
import org.cityeval.contract.Measurement;
import org.cityeval.functions.FewRows;
import org.cityeval.ingest.Exclusions;
import org.cityeval.run.Check;
import org.cityeval.run.Run;
import org.cityeval.table.ops.SourceFileTable;

/** How ops.quality_check tells of contracts. */
final class ContractFindings {
  private ContractFindings() {}

  static Check check(String sourceId, Finding finding) {
    Measurement.Subject subject = finding.subject();
    String district =
        subject.other() == null ? subject.district() : subject.district() + "+" + subject.other();
    String name =
        sourceId
            + ": "
            + finding.rule().id()
            + (subject.measure() == null ? "" : " of " + subject.measure())
            + (subject.other() != null
                ? " in districts " + subject.district() + " and " + subject.other()
                : district == null ? "" : " in district " + district)
            // A subject may be accepted on some days and not on others.
            + (finding.outcome() == Finding.Outcome.ACKNOWLEDGED ? ", acknowledged" : "");
    return new Check(
        name,
        new Check.Subject(
            sourceId,
            subject.measure(),
            district,
            finding.rule().id(),
            finding.rule().dimension() == null
                ? null
                : finding.rule().dimension().name().toLowerCase(Locale.ROOT)),
        finding.rule().severity(),
        switch (finding.outcome()) {
          case PASSED -> Check.Outcome.PASSED;
          case FAILED -> Check.Outcome.FAILED;
          case ACKNOWLEDGED -> Check.Outcome.ACKNOWLEDGED;
        },
        finding.observed(),
        finding.rule().expected(),
        finding.detail());
  }

  /** What each exclusion left out; one that left out nothing is told as well, as a failed check. */
  static List<Check> exclusions(Run run, Dataset<Row> records) {
    List<Check> checks = new ArrayList<>();
    if (run.config().sources().values().stream()
        .allMatch(source -> source.contract().exclusions().isEmpty())) {
      return checks;
    }
    List<Row> counted =
        FewRows.collectInOrder(
            Exclusions.counted(records),
            SOURCE_ID.col(),
            functions.col(Exclusions.NUMBER),
            MEASURE.col(),
            DISTRICT_ID.col());
    for (Map.Entry<String, SourceConfig> source : run.config().sources().entrySet()) {
      String id = run.sourceId(source.getKey());
      List<Exclusion> exclusions = source.getValue().contract().exclusions();
      for (int i = 0; i < exclusions.size(); i++) {
        int number = i;
        List<Row> left =
            counted.stream()
                .filter(
                    row ->
                        SOURCE_ID.of(row).equals(id)
                            && row.<Integer>getAs(Exclusions.NUMBER) == number)
                .toList();
        left.forEach(row -> checks.add(excluded(id, exclusions.get(number), row)));
        if (left.isEmpty()) {
          checks.add(idle(id, number, exclusions.get(number)));
        }
      }
    }
    return checks;
  }

  private static Check excluded(String sourceId, Exclusion exclusion, Row row) {
    String measure = MEASURE.of(row);
    String district = DISTRICT_ID.of(row);
    return new Check(
        sourceId
            + ": exclusion "
            + (row.<Integer>getAs(Exclusions.NUMBER) + 1)
            + " of "
            + measure
            + " in district "
            + district,
        new Check.Subject(sourceId, measure, district, "exclusions", null),
        Severity.WARN,
        Check.Outcome.EXCLUDED,
        SourceFileTable.RECORDS.of(row)
            + " records from "
            + SourceFileTable.FIRST_DAY.of(row)
            + " to "
            + SourceFileTable.LAST_DAY.of(row),
        "left out",
        detail(exclusion));
  }

  private static Check idle(String sourceId, int number, Exclusion exclusion) {
    return new Check(
        sourceId + ": exclusion " + (number + 1),
        new Check.Subject(sourceId, null, null, "exclusions", null),
        Severity.WARN,
        Check.Outcome.FAILED,
        "0 records of districts " + String.join(", ", exclusion.districts()),
        "left out",
        detail(exclusion));
  }

  private static String detail(Exclusion exclusion) {
    return "Left out by " + exclusion.owner() + ": " + exclusion.reason();
  }
}
