package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LargestValuesTest {
  private static List<LargestValues.Line> lines(int most) {
    LargestValues largest = new LargestValues(most);
    SampleResults.values(SampleResults.DATA_ALONE, SampleResults.VALUES_A, SampleResults.VALUES_B)
        .forEach(largest::add);
    return largest.lines();
  }

  @Test
  void listsTheLargestOfEachOutcomeFirst() {
    assertThat(lines(1))
        .extracting(line -> line.outcome() + " " + line.districtId())
        .containsExactly(
            "value far", "status status", "only_b new", "only_a gone", "interval follow");
    assertThat(lines(9))
        .extracting(line -> line.outcome() + " " + line.districtId())
        .startsWith("value far", "value value")
        .hasSize(6);
  }

  @Test
  void aSideWithoutTheRowSaysNothing() {
    LargestValues.Line added = lines(1).get(2);

    assertThat(added)
        .isEqualTo(
            new LargestValues.Line(
                "only_b",
                "c",
                "new",
                "district",
                "span",
                "P1",
                null,
                null,
                null,
                null,
                9.0,
                null,
                null,
                "ok",
                null,
                null,
                null,
                "data"));
  }
}
