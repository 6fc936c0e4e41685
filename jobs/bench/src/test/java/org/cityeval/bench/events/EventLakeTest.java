package org.cityeval.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EventLakeTest {
  @TempDir private Path folder;

  /** As in the benchmark, but for the processes: whoever answers has the same cells. */
  @Test
  void theLakeIsWrittenAndAllContendersAnswerAlike() throws Exception {
    Path lake = folder.resolve("lake");
    List<String> options = List.of("--trips=3000", "--districts=4", "--days=9", "--files=2");
    int exit =
        new CommandLine(new EventLake())
            .execute(
                Stream.concat(options.stream(), Stream.of("--out=" + lake)).toArray(String[]::new));
    assertThat(exit).isZero();

    Map<Contender.Name, List<String>> answers = new HashMap<>();
    for (Contender.Name name : Contender.Name.values()) {
      Path file = folder.resolve(name.name());
      try (Contender contender = name.open(2, lake)) {
        List<DistrictDay> answer = contender.answer();
        assertThat(answer.stream().mapToLong(DistrictDay::trips).sum())
            .as("" + name)
            .isEqualTo(3000);
        DistrictDay.write(answer, file);
      }
      answers.put(name, Files.readAllLines(file));
    }
    assertThat(answers.get(Contender.Name.DUCKDB)).hasSize(36);
    assertThat(answers.values()).allMatch(answers.get(Contender.Name.DUCKDB)::equals);
  }
}
