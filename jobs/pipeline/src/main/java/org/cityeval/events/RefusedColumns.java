package org.cityeval.events;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.CellText;
import org.cityeval.lake.Damage;
import org.cityeval.lake.Provenance;
import org.cityeval.source.Expressions;
import org.cityeval.source.KeptColumns;

/** What is told of a refused event, in columns that follow those of {@link EventColumns}. */
final class RefusedColumns {
  static final int FILE = 0;
  static final int LINE = 1;
  static final int MALFORMED = 2;
  static final int RAW = 3;
  static final int DISTRICT = 4;
  static final int IDENTITY = 5;

  /** The values of all measures as text, an array. */
  static final int TEXTS = 6;

  /** The source's own columns, a struct. */
  static final int EVENT = 7;

  private final List<Column> columns;
  private final StructType rawType;

  RefusedColumns(Dataset<Row> located, SourceConfig source) {
    KeptColumns kept =
        KeptColumns.of(located.drop(EventDistricts.COLUMNS.toArray(String[]::new)), source);
    Column[] raw = kept.columns();
    List<Column> texts = new ArrayList<>();
    for (MeasureConfig measure : source.measures().values()) {
      texts.add(CellText.stripped(text(located.sparkSession(), measure.value())));
    }
    this.rawType = located.select(raw).schema();
    this.columns =
        List.of(
            col(Provenance.FILE).as("_refused_file"),
            col(Provenance.LINE).as("_refused_line"),
            Damage.found(col(Provenance.MALFORMED)).as("_refused_malformed"),
            (kept.keepsUnreadable() ? col(Provenance.RAW) : lit(null).cast(DataTypes.StringType))
                .as("_refused_raw"),
            EventDistricts.text().as("_refused_district"),
            source
                .events()
                .identity()
                .map(id -> text(located.sparkSession(), id))
                .orElse(lit(null).cast(DataTypes.StringType))
                .as("_refused_identity"),
            array(texts.toArray(Column[]::new)).as("_refused_texts"),
            struct(raw).as("_refused_event"));
  }

  private static Column text(SparkSession spark, String expression) {
    return Expressions.column(spark, expression).cast(DataTypes.StringType);
  }

  List<Column> columns() {
    return columns;
  }

  /** The type of the source's own columns. */
  StructType rawType() {
    return rawType;
  }

  static Column inFiles(Collection<String> paths) {
    return col(EventColumns.PATH_NAME).isin(paths.toArray());
  }
}
