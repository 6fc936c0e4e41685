package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.cityeval.problem.SourceProblem;
import org.junit.jupiter.api.Test;

class FileWalkTest {
  private static FileWalk broken(String file, long line) {
    return new FileWalk(file, 7, new FileBreak(line, "the array is not closed"));
  }

  @Test
  void givesTheRecordsOfEachFile() {
    assertThat(
            FileWalk.records(
                "sources.cases", List.of(new FileWalk("b", 2, null), new FileWalk("a", 0, null))))
        .containsExactly(entry("a", 0L), entry("b", 2L));
  }

  @Test
  void oneFileThatBreaksOffStopsTheSourceAndIsNamedWithItsLine() {
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(
            () ->
                FileWalk.records(
                    "sources.cases", List.of(new FileWalk("a", 2, null), broken("b.json", 3))))
        .withMessage("sources.cases: a file breaks off.")
        .satisfies(p -> assertThat(p.why()).isEqualTo("b.json, line 3: the array is not closed."));
  }

  @Test
  void ofManyFilesThreeAreNamedAndTheRestCounted() {
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(
            () ->
                FileWalk.records(
                    "sources.cases",
                    List.of(
                        broken("a", 0),
                        broken("b", 1),
                        broken("c", 2),
                        broken("d", 3),
                        broken("e", 4))))
        .withMessage("sources.cases: 5 files break off.")
        .satisfies(
            p ->
                assertThat(p.why())
                    .startsWith("a: the array is not closed; b, line 1: ")
                    .endsWith("; and 2 more."));
  }
}
