package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.QualityConfig.Severity;
import org.cityeval.run.Check;
import org.cityeval.run.Run;

/** The gate per district: a source may be good as a whole and useless for one district. */
final class DistrictQuarantine {
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
    Dataset<Row> read = counted(records).withColumn("seen", lit(1L));
    Dataset<Row> refusedLater = counted(judged).withColumn("seen", lit(0L));
    for (Row district :
        read.unionByName(refusedLater)
            .groupBy("source_id", "district_id")
            .agg(sum(col("records").multiply(col("seen"))), sum("refused"))
            .orderBy("source_id", "district_id")
            .collectAsList()) {
      long all = district.getLong(2);
      long refused = district.getLong(3);
      if (refused > most * all) {
        beyond.add(district);
      }
    }
    Refusals refusals =
        Refusals.of(
            run, beyond.stream().map(district -> district.getString(0)).distinct().toList());
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
        .map(part -> part.select("source_id", "city_id", "district_id", "record"))
        .reduce(Dataset::union)
        .orElseThrow()
        .where(col("city_id").isNotNull())
        .groupBy("source_id", "district_id")
        .agg(count(lit(1)).as("records"), count(col("record")).as("refused"));
  }

  private static Check check(Row found, double most, Refusals refusals) {
    String source = found.getString(0);
    String district = found.getString(1);
    return new Check(
            "quarantined share of " + source + " in district " + district,
            new Check.Subject(source, null, district, null, null),
            Severity.FAIL,
            false,
            SourceGates.share(
                found.getLong(3), found.getLong(2), refusals.ofSource(source).ofDistrict(district)),
            "at most " + most)
        .mendedBy(SourceGates.mend("quality.maximum_quarantined_share_per_district"));
  }
}
