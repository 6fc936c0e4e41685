package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cityeval.comparison.PeerVariables;
import org.cityeval.numeric.neighbours.PeerSpace;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Districts of 100,000 residents, so that incidence is cases; 20 days from the first of March. */
@ExtendWith(SparkExtension.class)
class CovariatesTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final Double NONE = null;

  private final List<Row> districts = new ArrayList<>();
  private final List<Row> days = new ArrayList<>();

  /** Districts whose count of the fourth day is too small to publish. */
  private final List<String> withheld = List.of("withheld");

  private void district(String id, Double... cases) {
    districts.add(
        RowFactory.create("c", id, "district", id, 100_000.0, null, Map.<String, Double>of()));
    for (int day = 0; day < 20; day++) {
      days.add(
          RowFactory.create(
              id,
              "district",
              FIRST.plusDays(day),
              day < cases.length ? cases[day] : NONE,
              withheld.contains(id) && day == 3 ? "suppressed" : null));
    }
  }

  private static Double[] daily(int length, double cases) {
    Double[] daily = new Double[length];
    Arrays.fill(daily, cases);
    return daily;
  }

  @Test
  void earlyIncidenceIsOfTheFortnightFromTheFirstCase(SparkSession spark) {
    Double[] late = daily(20, 1);
    late[0] = -5.0; // a correction of what came before
    late[1] = 0.0;
    late[2] = 0.0;
    district("late", late); // 14 days of 1 from the third on
    Double[] gaps = daily(20, 2);
    gaps[4] = NONE;
    gaps[9] = NONE;
    district("gaps", gaps); // 12 of 14 days of 2
    gaps = gaps.clone();
    gaps[11] = NONE;
    district("fewer", gaps); // 11 of 14 days
    district("cut", daily(12, 3)); // observed for 12 days
    district("never", daily(16, 0)); // 16 of 20 days
    district("hardly", daily(15, 0));
    district("unknown");
    Double[] few = daily(20, 2);
    few[3] = NONE;
    district("withheld", few); // 13 of 14 days, but the fourteenth is a count

    assertThat(earlyIncidence(spark))
        .containsEntry("late", 14.0)
        .containsEntry("gaps", 28.0)
        .containsEntry("fewer", null)
        .containsEntry("cut", 42.0)
        .containsEntry("never", 0.0)
        .containsEntry("hardly", null)
        .containsEntry("unknown", null)
        .containsEntry("withheld", null);
  }

  private Map<String, Double> earlyIncidence(SparkSession spark) {
    Dataset<Row> described =
        spark.createDataFrame(
            districts,
            StructType.fromDDL(
                "city_id string, district_id string, level string, name string, population double,"
                    + " density double, attributes map<string, double>"));
    Dataset<Row> districtDay =
        spark.createDataFrame(
            days,
            StructType.fromDDL(
                "district_id string, level string, date date, new_cases double, cases_flag string"));
    Map<String, Double> found = new TreeMap<>();
    Covariates.gather(
            described,
            districtDay,
            List.of(new PeerSpace.Variable(PeerVariables.EARLY_INCIDENCE, PeerSpace.Scale.LINEAR)))
        .collectAsList()
        .forEach(
            row ->
                found.put(
                    DISTRICT_ID.of(row), row.<Double>getList(row.fieldIndex("variables")).get(0)));
    return found;
  }
}
