package org.cityeval.requests;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AgencyPathTest {
  @Test
  void handOffsAreTheStepsBetweenNamedAgencies(SparkSession spark) {
    assertThat(
            spark
                .sql(
                    "select * from values (1, 'street'), (2, 'street>health>city'),"
                        + " (3, 'street > city'), (4, 'street>>city>'), (5, '>'), (6, null)"
                        + " as t(id, path)")
                .withColumn(ServiceRequestTable.HAND_OFFS.name(), AgencyPath.handOffs(col("path")))
                .orderBy("id")
                .collectAsList())
        .extracting(row -> ServiceRequestTable.HAND_OFFS.of(row))
        .containsExactly(0, 2, 1, 1, null, null);
  }
}
