package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ExclusionsTest {
  @Test
  void everyExclusionTellsHowManyRecordsOfWhichDaysItLeftOut(SparkSession spark) {
    List<Row> counted =
        Exclusions.counted(
                spark.sql(
                    """
                    select 's' as source_id, reason as reason_code, detail as reason,
                      'new_cases' as measure, district as district_id, cast(day as date) as date
                    from values
                      ('excluded', '0', 'a', '2020-03-02'),
                      ('excluded', '0', 'a', '2020-03-09'),
                      ('excluded', '1', 'a', '2020-03-04'),
                      ('excluded', '0', 'b', '2020-03-05'),
                      ('none', null, 'a', '2020-03-01') as t(reason, detail, district, day)
                    """))
            .orderBy(Exclusions.NUMBER, "district_id")
            .collectAsList();

    assertThat(counted)
        .extracting(Row::toString)
        .containsExactly(
            "[s,0,new_cases,a,2,2020-03-02,2020-03-09]",
            "[s,0,new_cases,b,1,2020-03-05,2020-03-05]",
            "[s,1,new_cases,a,1,2020-03-04,2020-03-04]");
  }
}
