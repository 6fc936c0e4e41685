package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cityeval.config.lake.Location.FileOptions;
import org.cityeval.config.lake.Location.Format;
import org.junit.jupiter.api.Test;

class LocationTest {
  @Test
  void aFormatIsWrittenAsSparkCallsIt() {
    assertThat(Arrays.stream(Format.values()).map(Format::id))
        .containsExactly("csv", "json", "parquet", "delta");
  }

  @Test
  void namesThatAreLeftOutStayLeftOut() {
    FileOptions options = new FileOptions("UTF-8", ",", null, ".", null, null);

    assertThat(options.header()).isNull();
    assertThat(options.mayLack()).isNull();
  }

  @Test
  void namesDoNotChangeAfterwards() {
    List<String> header = new ArrayList<>(List.of("a"));
    List<String> mayLack = new ArrayList<>(List.of("b"));
    FileOptions options = new FileOptions("UTF-8", ",", null, ".", header, mayLack);

    header.add("c");
    mayLack.clear();

    assertThat(options.header()).containsExactly("a");
    assertThat(options.mayLack()).containsExactly("b");
    assertThatThrownBy(() -> options.header().add("d"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
