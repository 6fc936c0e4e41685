package org.cityeval.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictDayTest {
  @TempDir private Path folder;

  /** Two contenders agree only if their files do: the last digit of a number must show. */
  @Test
  void writesEveryDigitInOneOrder() throws IOException {
    DistrictDay first = new DistrictDay(330101, "2020-01-06", 3, 2, 900, 300, 1 / 3.0);
    DistrictDay second = new DistrictDay(330100, "2020-01-07", 1, 1, 5, 5, Math.nextUp(1 / 3.0));
    Path file = folder.resolve("answer");

    DistrictDay.write(List.of(first, second), file);

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "330100,2020-01-07,1,1,5.0,5.0,0.33333333333333337",
            "330101,2020-01-06,3,2,900.0,300.0,0.3333333333333333");
  }
}
