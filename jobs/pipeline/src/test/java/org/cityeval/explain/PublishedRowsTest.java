package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.series.Level;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class PublishedRowsTest {
  @Test
  void aDistrictAndACityOfOneIdAreNotMixed(SparkSession spark) {
    List<Row> both =
        spark
            .sql(
                "select * from values ('city', 'Phoenix'), ('district', 'Bernalillo')"
                    + " as t(level, name)")
            .collectAsList();

    assertThat(names(both, null)).containsExactly("Bernalillo");
    assertThat(names(both, Level.DISTRICT)).containsExactly("Bernalillo");
    assertThat(names(both, Level.CITY)).containsExactly("Phoenix");
    assertThat(names(both.subList(0, 1), null)).containsExactly("Phoenix");
    assertThat(names(both.subList(0, 1), Level.DISTRICT)).isEmpty();
  }

  private static List<String> names(List<Row> rows, Level asked) {
    return PublishedRows.ofLevel(rows, asked).stream()
        .map(row -> row.<String>getAs("name"))
        .toList();
  }
}
