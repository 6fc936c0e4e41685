package org.cityeval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.lake.LakeFile;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmountTest {
  private static LakeFile file(String name, long bytes) {
    return new LakeFile("file:/lake/" + name, name, bytes, 0);
  }

  private static Amount of(LakeFile... files) {
    return Amount.ofLake(List.of(files));
  }

  /** 95,000 records are 1.1 MB in us-metros, 2.5 million are 5.3 MB compressed in the counties. */
  @Test
  void aLakeIsMeasuredByTheTextOfItsFiles() {
    assertThat(of()).isEqualTo(Amount.SMALL);
    assertThat(of(file("a.csv", 1_100_000))).isEqualTo(Amount.SMALL);
    assertThat(of(file("a.CSV", 2_000_000))).isEqualTo(Amount.SMALL);
    assertThat(of(file("a.json", 1 << 20), file("b.csv", 1 << 20))).isEqualTo(Amount.LARGE);
    assertThat(of(file("a.csv.gz", 300_000))).isEqualTo(Amount.LARGE);
    assertThat(of(file("a.csv.gz", 4_300_000), file("b.csv.GZ", 1_000_000))).isEqualTo(Amount.HUGE);
  }

  @Test
  void aTableOfACatalogueIsLargeForItsBytesAreNotKnown() {
    assertThat(of(new LakeFile("t", "t", 0, LakeFile.UNKNOWN))).isEqualTo(Amount.LARGE);
  }

  @Test
  void theFilesOfAConfigAreMeasuredWhereTheyAreThere(@TempDir Path folder) {
    TinyLake lake = TinyLake.in(folder);
    EvaluationConfig config = ConfigLoader.load(lake.config(), Map.of(), List.of());
    Configuration hadoop = new Configuration(false);

    assertThat(Amount.ofLake(config, hadoop)).isEqualTo(Amount.SMALL);
    lake.write("mobility.csv", "x".repeat(32 << 20));
    assertThat(Amount.ofLake(config, hadoop)).isEqualTo(Amount.HUGE);
    lake.remove("cases.csv");
    assertThat(Amount.ofLake(config, hadoop)).isEqualTo(Amount.SMALL);
  }

  @Test
  void aTableIsMeasuredByItsFiles() {
    assertThat(Amount.ofTable(Amount.LARGE_TABLE - 1)).isEqualTo(Amount.SMALL);
    assertThat(Amount.ofTable(Amount.LARGE_TABLE)).isEqualTo(Amount.LARGE);
    assertThat(Amount.ofTable(Amount.HUGE_BY_LARGE * Amount.LARGE_TABLE - 1))
        .isEqualTo(Amount.LARGE);
    assertThat(Amount.ofTable(Amount.HUGE_BY_LARGE * Amount.LARGE_TABLE)).isEqualTo(Amount.HUGE);
  }
}
