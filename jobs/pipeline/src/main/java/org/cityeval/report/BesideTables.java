package org.cityeval.report;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.GroupNames;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.TableSpec;

/** Reads peers and what ranks rest on, of those members alone that a page has room for. */
final class BesideTables {
  private static final Column[] FACTOR_KEY = {
    col("comparison_group"), col("district_id"), col("period_id"), col("weighting"), col("factor")
  };

  private final Function<TableSpec, Dataset<Row>> tables;
  private final Object[] units;

  BesideTables(Function<TableSpec, Dataset<Row>> tables, Set<String> units) {
    this.tables = tables;
    this.units = units.toArray();
  }

  BesideData read() {
    List<BesideData.Factor> factors = new ArrayList<>(means());
    factors.addAll(own());
    return new BesideData(peers(), similar(), factors);
  }

  private List<BesideData.Peer> peers() {
    return tables
        .apply(ComparisonTables.PEER)
        .where(col("district_id").isin(units))
        .collectAsList()
        .stream()
        .map(ReportRows::peer)
        .sorted(
            Comparator.comparing(BesideData.Peer::unitId)
                .thenComparing(BesideData.Peer::level)
                .thenComparingInt(BesideData.Peer::number))
        .toList();
  }

  private List<BesideData.Similar> similar() {
    return tables
        .apply(ComparisonTables.PEER_GROUP)
        .where(col("pc1").isNotNull())
        .collectAsList()
        .stream()
        .map(ReportRows::similar)
        .sorted(
            Comparator.comparing(BesideData.Similar::level)
                .thenComparing(BesideData.Similar::unitId))
        .toList();
  }

  /** The groups of which a page shows a ranking: their members stand in one list. */
  private Dataset<Row> sensitivity() {
    return tables
        .apply(ComparisonTables.RANK_SENSITIVITY)
        .where(
            not(col("comparison_group").isin(GroupNames.PEERS, GroupNames.SIMILAR))
                .and(col("total").isNotNull()));
  }

  private List<BesideData.Factor> means() {
    return factors(
        sensitivity()
            .groupBy("comparison_group", "period_id", "weighting", "factor")
            .agg(avg("first_order").as("first_order"), avg("total").as("total"))
            .withColumn("district_id", lit(null).cast("string")));
  }

  private List<BesideData.Factor> own() {
    return factors(sensitivity().where(col("district_id").isin(units)));
  }

  private static List<BesideData.Factor> factors(Dataset<Row> rows) {
    return rows.orderBy(FACTOR_KEY).collectAsList().stream().map(ReportRows::factor).toList();
  }
}
