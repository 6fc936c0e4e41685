package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.QualityConfig.Severity;
import org.cityeval.functions.FewRows;
import org.cityeval.run.Check;
import org.cityeval.run.Run;
import org.cityeval.table.ops.QuarantineTable;

/** The gate per district: a source may be good as a whole and useless for one district. */
final class DistrictQuarantine {
  private static final String RECORDS = "records";
  private static final String REFUSED = "refused";
  private static final String SEEN = "seen";

  private DistrictQuarantine() {}

  /**
   * A check per source, and one more per district beyond the limit; none where no limit is set.
   *
   * @param run tells the limit
   * @param records all records, before duplicates are judged
   * @param judged the good ones of them, after
   */
  static List<Check> checks(Run run, List<Dataset<Row>> records, List<Dataset<Row>> judged) {
    Double most = run.config().quality().maximumQuarantinedSharePerDistrict();
    List<Check> checks = new ArrayList<>();
    if (most == null) {
      return checks;
    }
    List<Row> beyond = new ArrayList<>();
    Dataset<Row> read = counted(records).withColumn(SEEN, lit(1L));
    Dataset<Row> refusedLater = counted(judged).withColumn(SEEN, lit(0L));
    for (Row district :
        FewRows.collectInOrder(
            read.unionByName(refusedLater)
                .groupBy(SOURCE_ID.col(), DISTRICT_ID.col())
                .agg(sum(col(RECORDS).multiply(col(SEEN))).as(RECORDS), sum(REFUSED).as(REFUSED)),
            SOURCE_ID.col(),
            DISTRICT_ID.col())) {
      long all = district.<Long>getAs(RECORDS);
      long refused = district.<Long>getAs(REFUSED);
      if (refused > most * all) {
        beyond.add(district);
      }
    }
    Refusals refusals =
        Refusals.read(
            run, beyond.stream().map(district -> SOURCE_ID.of(district)).distinct().toList());
    beyond.forEach(district -> checks.add(check(district, most, refusals)));
    if (checks.isEmpty()) {
      checks.add(
          new Check(
              "quarantined share of every district",
              Severity.FAIL,
              true,
              "none beyond",
              "at most " + most));
    }
    return checks;
  }

  private static Dataset<Row> counted(List<Dataset<Row>> records) {
    return records.stream()
        .map(
            part ->
                part.select(
                    SOURCE_ID.col(),
                    CITY_ID.col(),
                    DISTRICT_ID.col(),
                    QuarantineTable.RECORD.col()))
        .reduce(Dataset::union)
        .orElseThrow()
        .where(CITY_ID.col().isNotNull())
        .groupBy(SOURCE_ID.col(), DISTRICT_ID.col())
        .agg(count(lit(1)).as(RECORDS), count(QuarantineTable.RECORD.col()).as(REFUSED));
  }

  private static Check check(Row found, double most, Refusals refusals) {
    String source = SOURCE_ID.of(found);
    String district = DISTRICT_ID.of(found);
    return new Check(
            "quarantined share of " + source + " in district " + district,
            new Check.Subject(source, null, district, null, null),
            Severity.FAIL,
            false,
            SourceGates.share(
                found.<Long>getAs(REFUSED),
                found.<Long>getAs(RECORDS),
                refusals.ofSource(source).ofDistrict(district)),
            "at most " + most)
        .mendedBy(SourceGates.mend("quality.maximum_quarantined_share_per_district"));
  }
}
