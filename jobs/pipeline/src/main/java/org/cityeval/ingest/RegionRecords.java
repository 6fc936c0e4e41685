package org.cityeval.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.sum;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.place.District;
import org.cityeval.place.RegionMembers;
import org.cityeval.place.Regions;
import org.cityeval.table.silver.ObservationTable;

/**
 * Passes on to districts what sources say of regions. A record of the lake is one record until
 * then, whatever the number of districts. It is counted, compared with its duplicates, judged and
 * mended once, and has one outcome.
 */
public final class RegionRecords {
  private static final String MEMBER = "_member";

  private final Map<String, Map<String, List<District>>> regions = new TreeMap<>();

  /** Regions of the sources that speak of such. */
  public RegionRecords(EvaluationConfig config, List<District> districts) {
    for (Map.Entry<String, SourceConfig> source : config.sources().entrySet()) {
      String column = source.getValue().key().region();
      if (column != null) {
        regions.put(config.sourceId(source.getKey()), Regions.of(districts, column));
      }
    }
  }

  /**
   * The records with a row for each district of a region; those of districts, and of regions that
   * nothing of the list lies in, as they are.
   */
  public Dataset<Row> byDistrict(Dataset<Row> records) {
    if (regions.isEmpty()) {
      return records;
    }
    Column members =
        new RegionMembers(regions)
            .members(col(RecordColumns.SOURCE_ID), col(RecordColumns.DISTRICT));
    return records
        .withColumn(MEMBER, explode_outer(members))
        .withColumn(
            RecordColumns.DISTRICT,
            coalesce(member(RegionMembers.DISTRICT), col(RecordColumns.DISTRICT)))
        .withColumn(
            RecordColumns.CITY, coalesce(member(RegionMembers.CITY), col(RecordColumns.CITY)))
        .drop(MEMBER);
  }

  private static Column member(String field) {
    return col(MEMBER).getField(field);
  }

  /** Records behind the observations of each district: source_id, district_id, records. */
  public static Dataset<Row> counted(Dataset<Row> observations) {
    return observations
        .groupBy(RecordColumns.SOURCE_ID, RecordColumns.DISTRICT)
        .agg(sum(RecordColumns.RECORDS).as(RecordColumns.RECORDS));
  }

  /**
   * Records of the lake behind observations. One of a region is behind an observation of each of
   * its districts. It counts only if all of them have it, so that one lost on the way is noticed.
   *
   * @param counted rows of {@link #counted}
   */
  public long behind(List<Row> counted) {
    long records = 0;
    Map<String, Map<String, Long>> ofRegions = new HashMap<>();
    for (Row row : counted) {
      if (regions.containsKey(SOURCE_ID.of(row))) {
        ofRegions
            .computeIfAbsent(SOURCE_ID.of(row), source -> new HashMap<>())
            .put(DISTRICT_ID.of(row), ObservationTable.RECORDS.of(row));
      } else {
        records += ObservationTable.RECORDS.of(row);
      }
    }
    for (Map.Entry<String, Map<String, Long>> source : ofRegions.entrySet()) {
      for (List<District> districts : regions.get(source.getKey()).values()) {
        records +=
            districts.stream()
                .mapToLong(district -> source.getValue().getOrDefault(district.districtId(), 0L))
                .min()
                .orElse(0);
      }
    }
    return records;
  }
}
