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

    CompiledPlans.fit(own, Amount.HUGE);
    assertThat(own.conf().get(CompiledPlans.WHOLE_STAGE)).isEqualTo("false");
  }

  @Test
  void theyAreCompiledUnlessLittleIsRead() {
    leaveTheChoice();

    CompiledPlans.fit(own, Amount.LARGE);
    assertThat(chosen()).isEqualTo("true FALLBACK true");
    CompiledPlans.fit(own, Amount.SMALL);
    assertThat(chosen()).isEqualTo("false NO_CODEGEN false");
    CompiledPlans.fit(own, Amount.HUGE);
    assertThat(chosen()).isEqualTo("true FALLBACK true");
    CompiledPlans.fitLake(own, List.of());
    assertThat(chosen()).isEqualTo("false NO_CODEGEN false");
    CompiledPlans.fitLake(own, List.of(new LakeFile("file:/lake/a.csv", "a.csv", 4 << 20, 0)));
    assertThat(chosen()).isEqualTo("true FALLBACK true");
  }
}
