package org.cityeval.revision;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CausesTest {
  private static final Causes NONE = new Causes(new CauseRule(false, false, false, false));
  private static final Causes ALL = new Causes(new CauseRule(true, true, true, true));

  private static String told(SparkSession spark, Column cause) {
    return spark.range(1).select(cause).head().getString(0);
  }

  @Test
  void ofDataThatDifferWhicheverChangedIsNamed(SparkSession spark) {
    assertThat(
            told(
                spark,
                new Causes(new CauseRule(true, false, false, false))
                    .ofValue(lit(true), lit(false), lit(false))))
        .isEqualTo("data");
    assertThat(
            told(
                spark,
                new Causes(new CauseRule(false, true, false, false))
                    .ofValue(lit(true), lit(false), lit(false))))
        .isEqualTo("config of input");
    assertThat(told(spark, ALL.ofValue(lit(true), lit(true), lit(true))))
        .isEqualTo("data + config of input + config of indicators + method");
  }

  /** A source that changed elsewhere is no cause of a value whose data are the same. */
  @Test
  void whatDoesNotDifferIsNoCause(SparkSession spark) {
    assertThat(told(spark, ALL.ofValue(lit(false), lit(false), lit(true)))).isEqualTo("method");
    assertThat(told(spark, ALL.ofRank(lit(false), lit(false)))).isEqualTo("code or districts");
  }

  @Test
  void whatNothingExplainsIsTheCodeOrTheDistricts(SparkSession spark) {
    assertThat(told(spark, NONE.ofValue(lit(true), lit(false), lit(false))))
        .isEqualTo("code or districts");
    assertThat(told(spark, NONE.ofValue(lit(null).cast("boolean"), lit(false), lit(false))))
        .isEqualTo("code or districts");
    assertThat(told(spark, NONE.ofPresence())).isEqualTo("code or districts");
    assertThat(told(spark, NONE.ofRankPresence())).isEqualTo("code or districts");
  }

  @Test
  void aRankRestsOnValuesAndOnHowTheyAreCompared(SparkSession spark) {
    assertThat(told(spark, ALL.ofRank(lit(true), lit(true))))
        .isEqualTo("values + config of comparison");
    assertThat(told(spark, NONE.ofRank(lit(true), lit(true)))).isEqualTo("values");
    assertThat(told(spark, ALL.ofPresence()))
        .isEqualTo("data + config of input + config of indicators");
    assertThat(told(spark, ALL.ofRankPresence()))
        .isEqualTo("data + config of input + config of indicators + config of comparison");
  }
}
