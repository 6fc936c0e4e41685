package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.cityeval.ingest.Observations;
import org.cityeval.ingest.RegionRecords;
import org.cityeval.ingest.Span;
import org.cityeval.run.Run;
import org.cityeval.source.PublishedVersions;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.Warehouse;

/**
 * Puts observations in the place of those that the files read stood for. The other days of the same
 * publication are carried over, with the version that the publication has now.
 */
final class ObservationCommit {
  private final Run run;
  private final List<ReadFiles<SourceReading>> files;
  private final RegionRecords regions;

  ObservationCommit(Run run, List<ReadFiles<SourceReading>> files, RegionRecords regions) {
    this.run = run;
    this.regions = regions;
    this.files = files.stream().filter(source -> !source.replacedDays().isEmpty()).toList();
  }

  /**
   * Writes the good ones of the judged records in one commit.
   *
   * @return records behind the observations as they stand in the table after the commit
   */
  long write(Dataset<Row> judged) {
    if (files.isEmpty()) {
      return 0;
    }
    Map<String, LocalDate> defaultAsOf = new TreeMap<>();
    files.forEach(source -> defaultAsOf.put(source.sourceId(), source.whole().defaultAsOf()));
    PublishedVersions versions = versions(files);
    Dataset<Row> observations =
        new Observations(run.config(), defaultAsOf)
            .kept(regions.byDistrict(judged), versions)
            .select(columns());
    Warehouse.Commit commit =
        run.warehouse()
            .replace(
                ObservationTable.SPEC,
                files.stream().map(ObservationCommit::publications).reduce(Slice::or).orElseThrow(),
                files.stream().allMatch(ReadFiles::areAll)
                    ? observations
                    : observations.unionByName(carriedOver(versions)),
                run.note());
    Dataset<Row> written =
        run.warehouse()
            .read(ObservationTable.SPEC, commit.version())
            .where(
                files.stream()
                    .map(ObservationCommit::days)
                    .reduce(Slice::or)
                    .orElseThrow()
                    .predicate());
    return regions.behind(RegionRecords.counted(written).collectAsList());
  }

  /** Observations of the publications concerned, on days that the files read do not speak of. */
  private Dataset<Row> carriedOver(PublishedVersions versions) {
    List<ReadFiles<SourceReading>> partial =
        files.stream().filter(source -> !source.areAll()).toList();
    Column concerned =
        partial.stream()
            .map(source -> functions.expr(publications(source).predicate()))
            .reduce(Column::or)
            .orElseThrow();
    Column replaced =
        partial.stream()
            .map(source -> functions.expr(days(source).predicate()))
            .reduce(Column::or)
            .orElseThrow();
    return Observations.versioned(
            run.warehouse().read(ObservationTable.SPEC).where(concerned.and(not(replaced))),
            versions)
        .select(columns());
  }

  /** The version of what was published on each day. */
  static PublishedVersions versions(List<? extends ReadFiles<?>> files) {
    PublishedVersions versions = new PublishedVersions();
    files.forEach(source -> versions.add(source.sourceId(), source.whole().versions()));
    return versions;
  }

  private static Slice publications(ReadFiles<?> source) {
    TreeSet<LocalDate> days = new TreeSet<>();
    source.replacedDays().forEach(span -> days.add(span.asOf()));
    return Slice.ofSource(source.sourceId(), days);
  }

  private static Slice days(ReadFiles<?> source) {
    return source.areAll()
        ? publications(source)
        : source.replacedDays().stream()
            .map(
                (Span span) ->
                    Slice.ofDays(source.sourceId(), span.asOf(), span.firstDay(), span.lastDay()))
            .reduce(Slice::or)
            .orElseThrow();
  }

  private static Column[] columns() {
    return Arrays.stream(ObservationTable.SPEC.columnNames())
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
