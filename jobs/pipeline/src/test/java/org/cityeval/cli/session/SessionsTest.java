package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import org.apache.hadoop.mapred.JobConf;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.metrics.source.CodegenMetrics;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Within a process that has a session already, as on a shared cluster. */
@ExtendWith(SparkExtension.class)
class SessionsTest {
  private final SparkSession spark;

  SessionsTest(SparkSession spark) {
    this.spark = spark;
  }

  @AfterEach
  void backToTheSessionOfAllTests() {
    spark.conf().unset("spark.sql.session.timeZone");
    spark.conf().unset("spark.sql.ansi.enabled");
    SparkSession.setActiveSession(spark);
  }

  @Test
  void aRunningSessionIsJoinedAndGoesOnAfterwards() {
    try (Sessions.Opened opened = Sessions.open("local[1]")) {
      assertThat(opened.ours()).isFalse();
      assertThat(opened.spark()).isNotSameAs(spark);
      assertThat(opened.spark().sparkContext()).isSameAs(spark.sparkContext());
    }

    assertThat(spark.sparkContext().isStopped()).isFalse();
  }

  @Test
  void aRunningSessionStaysAsItsUserSetIt() {
    spark.conf().set("spark.sql.dataFrameQueryContext.enabled", "true");
    try {
      Sessions.open("local[1]").close();
      assertThat(spark.conf().get("spark.sql.dataFrameQueryContext.enabled")).isEqualTo("true");
    } finally {
      spark.conf().unset("spark.sql.dataFrameQueryContext.enabled");
    }
  }

  /** The session that is running says what machine it has, not the command line. */
  @Test
  void whatARunningSessionLacksIsSetByTheMachineItHas() {
    String adaptive = "spark.sql.adaptive.enabled";
    SparkConf context = spark.sparkContext().conf();
    context.remove(adaptive);
    try (Sessions.Opened opened = Sessions.open("spark://elsewhere:7077")) {
      assertThat(opened.spark().conf().get(adaptive)).isEqualTo("false");
    } finally {
      context.set(adaptive, "false");
    }
  }

  /** A thread may have none, as one of native code has. */
  @Test
  void theClassLoaderOfTheThreadStaysWhatItWas() {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    try {
      Thread.currentThread().setContextClassLoader(null);
      Sessions.open("local[1]").close();
      assertThat(Thread.currentThread().getContextClassLoader()).isNull();
    } finally {
      Thread.currentThread().setContextClassLoader(own);
    }

    Sessions.open("local[1]").close();
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
  }

  /** What the cluster says of them counts in its own sessions alone. */
  @Test
  void whatNumbersAndDatesMeanIsNotTheClustersToChoose() {
    spark.conf().set("spark.sql.session.timeZone", "Asia/Shanghai");
    spark.conf().set("spark.sql.ansi.enabled", "true");

    try (Sessions.Opened opened = Sessions.open("local[1]")) {
      SparkSession own = opened.spark();
      assertThat(own.sql("select current_timezone()").first().getString(0)).isEqualTo("UTC");
      assertThat(own.sql("select cast('x' as int)").first().isNullAt(0)).isTrue();
      // An older Spark would have read it.
      assertThat(own.sql("select to_date('2020-3-1', 'yyyy-MM-dd')").first().isNullAt(0)).isTrue();
      assertThat(own.sql("select date'2020-03-01'").first().get(0))
          .isEqualTo(LocalDate.of(2020, 3, 1));
      assertThat(own.sql("select '${env:PATH}'").first().getString(0)).isEqualTo("${env:PATH}");
      assertThat(own.conf().get("spark.sql.sources.partitionColumnTypeInference.enabled"))
          .isEqualTo("false");
      assertThat(SparkSession.active()).isSameAs(own);
    }

    assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("Asia/Shanghai");
  }

  /** Settings that are sent with every job, and which one machine has no use for. */
  @Test
  void jobsOfOneMachineCarryNoSettingsOfOtherEngines() {
    new JobConf(false);
    spark.sparkContext().hadoopConfiguration().reloadConfiguration();
    assertThat(spark.sparkContext().hadoopConfiguration().get("yarn.acl.enable")).isNotNull();

    Sessions.open("local[1]").close();

    assertThat(spark.sessionState().newHadoopConf().get("yarn.acl.enable")).isNull();
    assertThat(spark.sessionState().newHadoopConf().get("mapreduce.task.io.sort.mb")).isNull();
  }

  /** Each command has a session of its own in a process that serves several. */
  @Test
  void whatOneSessionCompiledTheNextOneUses() {
    countedByAnotherSession();
    long compiled = CodegenMetrics.METRIC_COMPILATION_TIME().getCount();

    countedByAnotherSession();

    assertThat(compiled).isPositive();
    assertThat(CodegenMetrics.METRIC_COMPILATION_TIME().getCount()).isEqualTo(compiled);
  }

  /** Spark compiles how rows become objects, whatever is said of other plans. */
  private static void countedByAnotherSession() {
    try (Sessions.Opened opened = Sessions.open("local[1]")) {
      MapFunction<Long, Long> next = number -> number + 1;
      assertThat(opened.spark().range(3).map(next, Encoders.LONG()).collectAsList())
          .containsExactlyInAnyOrder(1L, 2L, 3L);
    }
  }

  /** There is no session here that could be stopped, so that whoever stops it fails. */
  @Test
  void onlyASessionOfItsOwnIsStopped() {
    new Sessions.Opened(null, false).close();

    assertThatNullPointerException().isThrownBy(new Sessions.Opened(null, true)::close);
  }
}
