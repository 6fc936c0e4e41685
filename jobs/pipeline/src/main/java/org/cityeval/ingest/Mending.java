package org.cityeval.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.lake.LakeFile;
import org.cityeval.lake.LakeSource;
import org.cityeval.lake.Provenance;

/**
 * Puts mended records in the place of those that were refused. A mend holds for the very record it
 * was made for: where the lake says something else by now, the lake is believed.
 */
public final class Mending {
  private static final String REPLACED = "_replaced";
  private static final String WITHDRAWN = "_withdrawn";

  private final List<Mend> mends;
  private final Map<String, String> uris;

  /**
   * @param present the files the mends are of, and others
   */
  public Mending(List<Mend> mends, List<LakeFile> present) {
    this.mends = List.copyOf(mends);
    this.uris = present.stream().collect(Collectors.toMap(LakeFile::label, LakeFile::uri));
  }

  /**
   * The records with the mends in force.
   *
   * @param rows the lake's rows that the records were made of
   * @param mapping makes records of such rows
   */
  public Dataset<Row> apply(
      Dataset<Row> records, Dataset<Row> rows, UnaryOperator<Dataset<Row>> mapping) {
    Dataset<Row> known =
        records
            .sparkSession()
            .createDataFrame(
                mends.stream()
                    .map(
                        mend ->
                            RowFactory.create(
                                mend.position(), mend.refused(), mend.mended().isPresent()))
                    .toList(),
                new StructType()
                    .add("_position", DataTypes.StringType)
                    .add("_refused", DataTypes.StringType)
                    .add(REPLACED, DataTypes.BooleanType));
    Column isTheRecord =
        col(RecordColumns.POSITION)
            .equalTo(col("_position"))
            .and(
                coalesce(col(RecordColumns.RECORD), RecordColumns.told()).equalTo(col("_refused")));
    Dataset<Row> marked =
        records
            .join(broadcast(known), isTheRecord, "left")
            .withColumn(WITHDRAWN, coalesce(col(REPLACED).equalTo(false), lit(false)))
            .withColumn(REPLACED, coalesce(col(REPLACED), lit(false)));
    Dataset<Row> replaced = marked.where(col(REPLACED)).select(col("_position"));
    Dataset<Row> stand =
        mapping
            .apply(mendedRows(rows))
            .join(
                broadcast(replaced),
                col(RecordColumns.POSITION).equalTo(col("_position")),
                "left_semi")
            .withColumn(RecordColumns.MENDED, lit(true));
    return marked
        .where(col(REPLACED).equalTo(false))
        .withColumn(
            RecordColumns.REASON,
            when(col(WITHDRAWN), lit(Reason.WITHDRAWN.code())).otherwise(col(RecordColumns.REASON)))
        .withColumn(RecordColumns.DETAIL, unlessWithdrawn(RecordColumns.DETAIL))
        .withColumn(RecordColumns.RECORD, unlessWithdrawn(RecordColumns.RECORD))
        .select(columns(records))
        .unionByName(stand.select(columns(records)));
  }

  private static Column unlessWithdrawn(String column) {
    return when(col(WITHDRAWN).equalTo(false), col(column));
  }

  /** The mended records as rows of the lake, each at the place of the one it stands for. */
  private Dataset<Row> mendedRows(Dataset<Row> rows) {
    SparkSession spark = rows.sparkSession();
    StructType own = new StructType();
    for (String column : LakeSource.ownColumns(rows)) {
      own = own.add(rows.schema().apply(column));
    }
    List<Row> mended = new ArrayList<>();
    for (Mend mend : mends) {
      mend.mended()
          .ifPresent(
              json ->
                  mended.add(
                      RowFactory.create(json, uris.get(mend.file()), mend.file(), mend.line())));
    }
    Dataset<Row> texts =
        spark.createDataFrame(
            mended,
            new StructType()
                .add("_json", DataTypes.StringType)
                .add(Provenance.PATH, DataTypes.StringType)
                .add(Provenance.FILE, DataTypes.StringType)
                .add(Provenance.LINE, DataTypes.StringType));
    List<Column> columns = new ArrayList<>();
    for (String column : own.fieldNames()) {
      columns.add(col("_row").getField(column).as(column));
    }
    columns.add(col(Provenance.PATH));
    columns.add(col(Provenance.FILE));
    columns.add(col(Provenance.LINE));
    columns.add(lit(null).cast(DataTypes.StringType).as(Provenance.MALFORMED));
    columns.add(lit(null).cast(DataTypes.StringType).as(Provenance.RAW));
    return texts
        .withColumn("_row", from_json(col("_json"), own))
        .select(columns.toArray(Column[]::new));
  }

  private static Column[] columns(Dataset<Row> records) {
    return Arrays.stream(records.columns()).map(LakeSource::quoted).toArray(Column[]::new);
  }
}
