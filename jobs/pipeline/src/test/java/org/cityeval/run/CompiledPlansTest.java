package org.cityeval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.cityeval.lake.LakeFile;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CompiledPlansTest {
  private final SparkSession own;

  CompiledPlansTest(SparkSession spark) {
    own = spark.newSession();
    own.conf().set(CompiledPlans.WHOLE_STAGE, "false");
    own.conf().set(CompiledPlans.FACTORIES, "NO_CODEGEN");
  }

  private static LakeFile file(String name, long bytes) {
    return new LakeFile("file:/lake/" + name, name, bytes, 0);
  }

  private void leaveTheChoice() {
    own.conf().set(CompiledPlans.IS_OURS, "true");
  }

  private String chosen() {
    return own.conf().get(CompiledPlans.WHOLE_STAGE)
        + " "
        + own.conf().get(CompiledPlans.FACTORIES)
        + " "
        + own.conf().get(CompiledPlans.SHARED_PARTS);
  }

  @Test
  void plansAreInterpretedUntilTheSizeIsKnown() {
    SparkConf conf = new SparkConf(false);

    CompiledPlans.interpretAtFirst(conf);

    assertThat(conf.get(CompiledPlans.WHOLE_STAGE)).isEqualTo("false");
    assertThat(conf.get(CompiledPlans.FACTORIES)).isEqualTo("NO_CODEGEN");
    assertThat(conf.contains(CompiledPlans.IS_OURS)).isTrue();
  }

  @Test
  void whatTheUserChoseStays() {
    for (String key :
        List.of(CompiledPlans.WHOLE_STAGE, CompiledPlans.FACTORIES, CompiledPlans.SHARED_PARTS)) {
      SparkConf conf = new SparkConf(false).set(key, "theirs");
      CompiledPlans.interpretAtFirst(conf);
      assertThat(conf.getAll()).hasSize(1);
    }

    CompiledPlans.fitTable(own, Long.MAX_VALUE);
    assertThat(own.conf().get(CompiledPlans.WHOLE_STAGE)).isEqualTo("false");
  }

  /** 95,000 records are 1.1 MB in us-metros, 2.5 million are 5.3 MB compressed in the counties. */
  @Test
  void aLargeLakeIsReadByCompiledPlansAndASmallOneIsNot() {
    leaveTheChoice();

    CompiledPlans.fitLake(own, List.of(file("a.csv", 1_100_000)));
    assertThat(chosen()).isEqualTo("false NO_CODEGEN false");
    CompiledPlans.fitLake(own, List.of(file("a.csv.gz", 4_300_000), file("b.csv.GZ", 1_000_000)));
    assertThat(chosen()).isEqualTo("true FALLBACK true");
    CompiledPlans.fitLake(own, List.of(file("a.CSV", 2_000_000)));
    assertThat(chosen()).isEqualTo("false NO_CODEGEN false");
    CompiledPlans.fitLake(own, List.of(new LakeFile("t", "t", 0, LakeFile.UNKNOWN)));
    assertThat(chosen()).isEqualTo("true FALLBACK true");
    CompiledPlans.fitLake(own, List.of());
    assertThat(chosen()).isEqualTo("false NO_CODEGEN false");
    CompiledPlans.fitLake(own, List.of(file("a.json", 1 << 20), file("b.csv", 1 << 20)));
    assertThat(chosen()).isEqualTo("true FALLBACK true");
  }

  @Test
  void aLargeTableIsReadByCompiledPlansAndASmallOneIsNot() {
    leaveTheChoice();

    CompiledPlans.fitTable(own, CompiledPlans.LARGE_TABLE);
    assertThat(chosen()).isEqualTo("true FALLBACK true");
    CompiledPlans.fitTable(own, CompiledPlans.LARGE_TABLE - 1);
    assertThat(chosen()).isEqualTo("false NO_CODEGEN false");
  }
}
