package org.cityeval.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunBasisTest {
  @TempDir private Path folder;
  private TinyLake lake;
  private Optional<String> before;

  @BeforeEach
  void begin() {
    lake = TinyLake.in(folder);
    before = basis();
    assertThat(before).get().asString().matches("[0-9a-f]{16}");
  }

  private Optional<String> basis() {
    return basis(Map.of(), Optional.empty(), "program");
  }

  private Optional<String> basis(
      Map<String, String> environment, Optional<LocalDate> knownOn, String program) {
    return RunBasis.digest(
        ConfigLoader.load(lake.config(), environment, List.of()),
        knownOn,
        program,
        new Configuration());
  }

  @Test
  void theSameIsTheSame() {
    lake.write("notes.txt", "no part of the lake");

    assertThat(basis()).isEqualTo(before);
  }

  @Test
  void aFileCountsByItsSizeAndItsTime() throws IOException {
    FileTime written = Files.getLastModifiedTime(lake.file("cases.csv"));
    lake.change("cases.csv", "2020-03-11,A,60", "2020-03-11,A,600");
    Files.setLastModifiedTime(lake.file("cases.csv"), written);
    Optional<String> longer = basis();
    lake.change("cases.csv", "2020-03-11,A,600", "2020-03-11,A,60");
    Files.setLastModifiedTime(
        lake.file("cases.csv"), FileTime.fromMillis(written.toMillis() + 1000));

    assertThat(longer).isPresent().isNotEqualTo(before);
    assertThat(basis()).isPresent().isNotEqualTo(before).isNotEqualTo(longer);
  }

  @Test
  void theListOfDistrictsIsAFileOfTheLake() {
    lake.change("districts.csv", "A,Alder", "A,Aldern");

    assertThat(basis()).isPresent().isNotEqualTo(before);
  }

  @Test
  void configDayAndProgramCount() {
    Optional<LocalDate> day = Optional.of(LocalDate.of(2020, 4, 1));
    assertThat(basis(Map.of(), day, "program")).isPresent().isNotEqualTo(before);
    assertThat(basis(Map.of(), Optional.empty(), "other")).isPresent().isNotEqualTo(before);
    lake.configure("draws: 200", "draws: 201");
    assertThat(basis()).isPresent().isNotEqualTo(before);
  }

  @Test
  void whatCannotBeToldIsNotClaimed() {
    lake.configure("residents\n", "residents * ${SHARE}\n");
    assertThat(basis(Map.of("SHARE", "1"), Optional.empty(), "program")).isEmpty();
  }

  @Test
  void variablesOfPathsAreCoveredByTheirFiles() {
    lake.configure("path: cases.csv", "path: ${LAKE}/cases.csv");

    assertThat(basis(Map.of("LAKE", folder.toString()), Optional.empty(), "program")).isPresent();
  }

  @Test
  void aFileThatIsNotThereIsLeftToTheRun() {
    lake.remove("mobility.csv");

    assertThat(basis()).isEmpty();
  }

  @Test
  void aTableMayHaveChanged() {
    lake.configure("path: cases.csv", "table: lake.cases");

    assertThat(basis()).isEmpty();
  }
}
