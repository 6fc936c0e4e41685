package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SparkExtension.class)
class ExportFormatsTest {
  static List<ExportFormat> formats() {
    return ExportFormats.ALL;
  }

  @Test
  void aFormatIsFoundByItsName() {
    assertThat(ExportFormats.of("CSV").id()).isEqualTo("csv");
    assertThatThrownBy(() -> ExportFormats.of("xslx"))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains("xlsx, csv, parquet, json.")
                    .contains("Did you mean xlsx?"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theSamePublicationGivesTheSameBytes(ExportFormat format, @TempDir Path folder)
      throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    format.write(PublishedTiny.tables(), first, notice -> {});
    format.write(PublishedTiny.tables(), second, notice -> {});

    if (!format.isFolder()) {
      assertThat(second).hasSameBinaryContentAs(first);
      return;
    }
    try (Stream<Path> files = Files.list(first)) {
      for (Path file : files.toList()) {
        assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }
}
