package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class LakeFileTest {
  private static LakeFile file(String label) {
    return new LakeFile("file:/lake/" + label, label, 1, 1);
  }

  @Test
  void foldersAreColumnsAsTextInTheirOrder() {
    assertThat(file("year=2020/month=03/part-0.csv").partitions())
        .containsExactly(entry("year", "2020"), entry("month", "03"));
  }

  @Test
  void hivesMarkOfAMissingValueIsNoValue() {
    assertThat(file("city=__HIVE_DEFAULT_PARTITION__/f.csv").partitions())
        .containsExactly(entry("city", null));
  }

  @Test
  void whatHiveWroteOtherwiseIsRead() {
    assertThat(file("area=a%2Fb/at=08%3A00/f.csv").partitions())
        .containsExactly(entry("area", "a/b"), entry("at", "08:00"));
    assertThat(file("city=杭州/f.csv").partitions()).containsExactly(entry("city", "杭州"));
  }

  @Test
  void otherFoldersAndTheFilesOwnNameAreNone() {
    assertThat(file("2020/=x/a=1.csv").partitions()).isEmpty();
    assertThat(file("f.csv").partitions()).isEmpty();
    assertThat(file("a=/f.csv").partitions()).containsExactly(entry("a", ""));
  }
}
