package org.cityeval.job.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferencesTest {
  @TempDir private Path folder;
  private Publications publications;

  @BeforeEach
  void write() {
    StoredTables tables = new StoredTables(StoragePath.of(folder), new Configuration());
    Written.to(
        tables,
        RankIntervalTable.SPEC,
        new TableRow(RankIntervalTable.SPEC)
            .set(Keys.EVALUATION_ID, "tiny")
            .set(Keys.AS_OF, LocalDate.of(2020, 4, 10)));
    publications = new Publications(tables);
  }

  private static Publication publication(
      int day, long ranks, String code, String config, Map<String, String> sources) {
    return new Publication(
        "tiny",
        LocalDate.of(2020, 4, day),
        true,
        Map.of(RankIntervalTable.SPEC.qualifiedName(), ranks),
        sources,
        "hash",
        config,
        code);
  }

  private static Rows indicators(List<List<Object>> rows) {
    return new Rows(List.of("indicator_id", "method_a", "method_b"), rows);
  }

  private List<List<Object>> told(Publication a, Publication b, List<List<Object>> methods) {
    return Differences.between(publications, a, b).rows(indicators(methods)).rows();
  }

  /** Version 0 of the ranks was written by a test; what wrote version 7 is gone from the log. */
  @Test
  void thePublicationsAreNamedFirst() {
    assertThat(
            told(
                publication(5, 0, "1", "{}", Map.of()),
                publication(10, 7, "1", "{}", Map.of()),
                List.of()))
        .containsExactly(
            List.of("publication", "as_of", "2020-04-05", "2020-04-10"),
            List.of("publication", "made by", "written by a test", "not known any more"));
  }

  @Test
  void everythingThatDiffersIsTold() {
    List<List<Object>> rows =
        told(
            publication(
                5, 0, "1", "{\"evaluation\": {\"title\": \"A\"}}", Map.of("s", "v", "gone", "g")),
            publication(
                10,
                0,
                "2",
                "{\"evaluation\": {\"title\": \"B\"}, \"comparison\": {\"draws\": 9}}",
                Map.of("s", "w", "new", "n")),
            List.of(
                List.of("E1", 3, 4),
                List.of("E1", 3, 4),
                List.of("E2", 1, 1),
                Arrays.asList("E3", null, 1)));

    assertThat(rows.subList(2, rows.size()))
        .containsExactly(
            List.of("code", "code_version", "1", "2"),
            List.of("config of comparison", "comparison.draws", "none", "9"),
            List.of("config without effect", "evaluation.title", "A", "B"),
            List.of("method", "E1", "3", "4"),
            List.of("data", "gone", "g", "none"),
            List.of("data", "new", "none", "n"),
            List.of("data", "s", "v", "w"));
  }
}
