package org.cityeval.draft.guess;

import java.util.Arrays;
import java.util.List;
import org.cityeval.draft.sample.FileSample;

/** Files as a draft samples them, written as they would stand there. */
final class SampleTables {
  private SampleTables() {}

  /** A csv file of a heading and its lines, all of it sampled. */
  static Table table(String path, String... lines) {
    List<String[]> rows = Arrays.stream(lines).map(line -> line.split(",", -1)).toList();
    return Table.of(
        new FileSample(
            path,
            new FileSample.Notation("csv", "UTF-8", "", ',', '.'),
            List.of(rows.get(0)),
            rows.subList(1, rows.size()),
            rows.size() - 1,
            true));
  }
}
