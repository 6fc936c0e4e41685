package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of one line is whole where the line is a commit's. */
class TableLogsTest {
  private static final String WHOLE = "{\"commitInfo\":{}}\n";

  @TempDir private Path folder;
  private StoredTables tables;

  @BeforeEach
  void open() {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
  }

  private void commit(String table, int version, String text) throws IOException {
    Path log = Files.createDirectories(folder.resolve(table).resolve("_delta_log"));
    Files.writeString(log.resolve("0".repeat(19) + version + ".json"), text);
  }

  private UserProblem problem() {
    UserProblem[] told = new UserProblem[1];
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> TableLogs.requireWhole(tables))
        .satisfies(problem -> told[0] = problem);
    return told[0];
  }

  @Test
  void whatIsWholeOrNotThereIsNoProblem() throws IOException {
    TableLogs.requireWhole(tables);
    commit("gold/wave", 0, WHOLE);
    commit("ops/run", 0, WHOLE);
    commit("not/ours", 0, "{");
    Files.createDirectories(folder.resolve("silver/observation/_delta_log"));

    TableLogs.requireWhole(tables);
  }

  /** What was cut short before was mended since, or nobody could have written after it. */
  @Test
  void onlyTheLastCommitIsLookedAt() throws IOException {
    commit("gold/wave", 0, "{");
    commit("gold/wave", 1, WHOLE);

    TableLogs.requireWhole(tables);
  }

  /** In the order of the tables, in which ops.run is the last. */
  @Test
  void theFirstTableWithADamagedCommitIsNamedWithItsFileAndTheMend() throws IOException {
    commit("ops/run", 0, "{\"commitInfo\":{");
    assertThat(problem().problem()).isEqualTo("The last commit of table ops.run is damaged.");

    commit("gold/wave", 0, WHOLE);
    commit("gold/wave", 3, "");
    assertThat(problem().problem()).isEqualTo("The last commit of table gold.wave is damaged.");
    assertThat(problem().why())
        .endsWith("/gold/wave/_delta_log/00000000000000000003.json is cut short or is not JSON.");
    assertThat(problem().fix()).startsWith("Move it away,").contains("'cityeval run --full'");
  }
}
