package org.cityeval.bench.methods;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodTableTest {
  @Test
  void showsMediansAndTheExponentOfTheGrowth() {
    MethodTable table = new MethodTable();
    table.add("squares", 10, taking(0.02));
    table.add("squares", 100, taking(1));
    table.add("squares", 100, taking(2));
    table.add("squares", 100, taking(9));

    // 2 s for 100 districts are 20 ms each, and 100 times the time for 10 times the districts.
    assertThat(table.markdown())
        .contains(
            "| squares | 10 | 1.00 | 1.50 | 0.5000 | 0.0200 | 2.000 |  | 7.5 | 80 |",
            "| squares | 100 | 1.00 | 1.50 | 0.5000 | 2.0000 | 20.000 | 2.00 | 7.5 | 80 |");
  }

  @Test
  void leavesOutWhatAPeerDoesNotCount() {
    MethodTable table = new MethodTable();
    table.add("peer", 10, Figures.parse("1.0 1.5 0.5 0.02 3 NaN 80.0 0"));

    assertThat(table.markdown())
        .contains("| peer | 10 | 1.00 | 1.50 | 0.5000 | 0.0200 | 2.000 |  |  | 80 |");
  }

  @Test
  void readsFiguresAsTheyAreWritten() {
    assertThat(Figures.parse(taking(2).line())).isEqualTo(taking(2));
  }

  private static Figures taking(double cpu) {
    return new Figures(1, 1.5, 0.5, cpu, 3, 7.5, 80, -5);
  }
}
