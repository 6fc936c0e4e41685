package org.cityeval.bench.events;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A way from the lake to the answer. */
interface Contender extends AutoCloseable {
  /** The answer, in any order; whatever is started before is not part of it. */
  List<DistrictDay> answer() throws SQLException;

  @Override
  void close() throws SQLException;

  /** The contenders by name. */
  enum Name {
    CITYEVAL,
    SPARK_SQL,
    DUCKDB,
    DUCKDB_TWO_STEPS;

    Contender open(int cores, Path lake) throws IOException, SQLException {
      return switch (this) {
        case CITYEVAL -> new CityEvalContender(cores, lake);
        case SPARK_SQL -> new SparkSqlContender(cores, lake);
        case DUCKDB -> new DuckDbContender(cores, lake, DuckDbContender.ONE_STEP);
        case DUCKDB_TWO_STEPS -> new DuckDbContender(cores, lake, DuckDbContender.TWO_STEPS);
      };
    }

    /** What the name says of itself in results. */
    String title() {
      return switch (this) {
        case CITYEVAL -> "CityEval's event path";
        case SPARK_SQL -> "Spark SQL, count(distinct)";
        case DUCKDB -> "DuckDB, count(distinct)";
        case DUCKDB_TWO_STEPS -> "DuckDB, group by device first";
      };
    }
  }
}
