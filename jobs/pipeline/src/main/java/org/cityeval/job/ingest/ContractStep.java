package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.cityeval.table.spec.Keys.AS_OF;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.contract.ContractChecks;
import org.cityeval.contract.Finding;
import org.cityeval.contract.Measurement;
import org.cityeval.contract.Verdict;
import org.cityeval.ingest.BrokenContract;
import org.cityeval.ingest.Reason;
import org.cityeval.place.District;
import org.cityeval.place.Regions;
import org.cityeval.run.Check;
import org.cityeval.run.Run;
import org.cityeval.series.Unit;
import org.cityeval.source.SourceRows;
import org.cityeval.table.ops.QuarantineTable;

/** Judges sources by their contracts: records in, records and checks out. */
final class ContractStep {
  private final Run run;
  private final List<District> districts;

  ContractStep(Run run, List<District> districts) {
    this.run = run;
    this.districts = districts;
  }

  /**
   * What the contracts make of the records.
   *
   * @param records those given, some of them refused now
   */
  record Judged(Dataset<Row> records, List<Check> checks) {}

  /**
   * Measures all contracts in one Spark job; another counts what was left out.
   *
   * @param records all records of the sources, among them those that are left out
   * @param distinct the good ones after duplicates were judged: whole series, for a contract is
   *     about the source and not about what is new in it
   */
  Judged judge(
      Dataset<Row> records, Dataset<Row> distinct, List<ReadFiles<SourceReading>> sources) {
    LocalDate today = today(sources);
    Map<String, List<Measurement>> measured = measured(distinct);
    List<Check> checks = new ArrayList<>();
    List<Row> refused = new ArrayList<>();
    for (ReadFiles<SourceReading> source : sources) {
      String id = source.sourceId();
      Verdict verdict = new Verdict(source.reading().config().contract(), today);
      List<Measurement> found = new ArrayList<>(measured.getOrDefault(id, List.of()));
      source.whole().findLastDay().ifPresent(day -> found.addAll(verdict.delivery(day)));
      verdict
          .findings(found)
          .forEach(
              finding ->
                  checks.add(ContractFindings.check(id, publishable(finding, source.reading()))));
      List<District> subjects = subjects(source.reading().config());
      verdict.refused(found).forEach(broken -> refused.addAll(days(id, broken, subjects)));
    }
    checks.addAll(ContractFindings.exclusions(run, records));
    Dataset<Row> judged =
        refused.isEmpty()
            ? distinct
            : BrokenContract.mark(
                distinct, run.spark().createDataFrame(refused, BrokenContract.REFUSED).coalesce(1));
    return new Judged(judged, checks);
  }

  /** Without its numbers, where they may be small counts of persons or tell some. */
  private Finding publishable(Finding finding, SourceReading reading) {
    boolean countsPersons =
        reading.config().measures().keySet().stream()
            .anyMatch(measure -> measure.unit() == Unit.PERSONS);
    return run.config().smallCounts().limit().withholds()
            && countsPersons
            && !finding.rule().isOfRecords()
        ? new Finding(
            finding.rule(),
            finding.subject(),
            finding.outcome(),
            "numbers are withheld, they may tell of few persons",
            finding.detail())
        : finding;
  }

  /** The day from which a run looks: the one asked for, or the last on which anything came. */
  private LocalDate today(List<ReadFiles<SourceReading>> sources) {
    return run.knownOn()
        .orElseGet(
            () ->
                sources.stream()
                    .map(source -> source.whole().defaultAsOf())
                    .max(LocalDate::compareTo)
                    .orElse(run.config().evaluation().lastDay()));
  }

  private Map<String, List<Measurement>> measured(Dataset<Row> distinct) {
    Map<String, Dataset<Row>> read = new HashMap<>();
    Function<String, Dataset<Row>> rows =
        name ->
            read.computeIfAbsent(
                name,
                source ->
                    SourceRows.read(
                        run.spark(), "sources." + source, run.config().sources().get(source)));
    Dataset<Row> good =
        distinct.where(QuarantineTable.REASON_CODE.col().equalTo(Reason.NONE.code()));
    Dataset<Row> published =
        run.knownOn()
            .map(day -> good.where(AS_OF.col().isNull().or(AS_OF.col().leq(lit(day)))))
            .orElse(good);
    Map<String, List<String>> subjects = new LinkedHashMap<>();
    run.config()
        .sources()
        .forEach(
            (name, source) ->
                subjects.put(
                    run.sourceId(name),
                    subjects(source).stream().map(District::districtId).toList()));
    ContractChecks checks = new ContractChecks(run.config());
    return checks
        .measure(published, subjects, rows)
        .map(measured -> checks.read(measured.collectAsList()))
        .orElse(Map.of());
  }

  /** What a source has series of: districts, or the regions it speaks of. */
  private List<District> subjects(SourceConfig source) {
    String region = source.key().region();
    return region == null ? districts : Regions.asDistricts(districts, region);
  }

  /** Rows of what is refused: both districts of a pair, all districts of a city. */
  private static List<Row> days(String sourceId, Measurement broken, List<District> subjects) {
    Measurement.Subject subject = broken.subject();
    return subjects.stream()
        .filter(
            district ->
                subject.district() == null
                    || district.districtId().equals(subject.district())
                    || district.districtId().equals(subject.other())
                    || (isCity(subject.district(), subjects)
                        && Objects.equals(district.cityId(), subject.district())))
        .map(
            district ->
                RowFactory.create(
                    sourceId,
                    subject.measure(),
                    district.districtId(),
                    broken.first(),
                    broken.last(),
                    broken.rule()))
        .toList();
  }

  private static boolean isCity(String id, List<District> subjects) {
    return subjects.stream().noneMatch(district -> district.districtId().equals(id));
  }
}
