package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

class IndicatorCountsTest {
  private static List<IndicatorCounts.Line> lines(List<StoredRow> a, List<StoredRow> b) {
    IndicatorCounts counts = new IndicatorCounts();
    SampleResults.values(SampleResults.DATA_ALONE, a, b).forEach(counts::add);
    return counts.lines();
  }

  @Test
  void countsAddUpByIndicator() {
    assertThat(lines(SampleResults.VALUES_A, SampleResults.VALUES_B))
        .containsExactly(
            new IndicatorCounts.Line(
                "P1", "district", 7, 3, 2, 1, 1, 1, 1, 1, -2.0, "ok > censored 1", 1, 1, "data 6"));
  }

  @Test
  void ofChangesOfOneSizeTheLastDistrictsIsTold() {
    List<StoredRow> a =
        List.of(
            SampleResults.value("x", 5.0, null, null, "ok", "p", 1, "d"),
            SampleResults.value("y", 5.0, null, null, "ok", "p", 2, "d"));
    List<StoredRow> b =
        List.of(
            SampleResults.value("x", 6.0, null, null, "ok", "p", 2, "e"),
            SampleResults.value("y", 4.0, null, null, "ok", "p", 2, "e"));

    assertThat(lines(a, b))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.largestChange()).isEqualTo(-1);
              assertThat(line.methodA()).isEqualTo(2);
              assertThat(line.because()).isEqualTo("data 1, data + method 1");
            });
  }

  @Test
  void anIndicatorThatOnlyOneHasIsCounted() {
    assertThat(lines(List.of(), SampleResults.VALUES_B.subList(0, 1)))
        .containsExactly(
            new IndicatorCounts.Line(
                "P1", "district", 0, 0, 0, 0, 0, 0, 1, 0, null, "", null, 1, "data 1"));
    assertThat(lines(List.of(), List.of())).isEmpty();
  }
}
