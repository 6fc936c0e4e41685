package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ExportCommandTest {
  @TempDir private Path folder;

  private Cli.Answer export(Path out, String... further) {
    List<String> all = new ArrayList<>(List.of("export", "--out", out.toString()));
    all.addAll(List.of("--warehouse", TinyLake.published().warehouse().toString()));
    all.addAll(List.of(further));
    return Cli.plain().run(all.toArray(String[]::new));
  }

  private void refused(Cli.Answer answer, String... told) throws IOException {
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains(told).doesNotContain("a bug of CityEval's");
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void tellsWhatItWroteAndWhere() {
    Path out = folder.resolve("out");

    Cli.Answer answer = export(out, "--format", "csv", "--tables", "dim_district,dim_city");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out())
        .isEqualTo(
            "Tiny, a city for tests, as of 2020-04-10: 2 tables, 4 rows\nWritten  "
                + out
                + System.lineSeparator());
    assertThat(answer.err()).isEmpty();
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder("datapackage.json", "dim_city.csv", "dim_district.csv");
  }

  @Test
  void keepsWhatIsThereUnlessForced() throws IOException {
    Path out = Files.writeString(folder.resolve("a.xlsx"), "mine");

    refused(export(out, "--format", "xlsx"), out + " is there already.", "add --force");
    assertThat(out).hasContent("mine");

    assertThat(export(out, "--format", "xlsx", "--force").exit()).isZero();
    assertThat(Files.readAllBytes(out)).startsWith('P', 'K');
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNoBug() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Assumptions.assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed));

    refused(export(closed.resolve("out"), "--format", "csv"), "Cannot write ", "AccessDenied");
  }

  @Test
  void aPlaceThatIsNotThereIsToldBeforeAnythingIsRead() throws IOException {
    refused(export(folder.resolve("no/where.xlsx"), "--format", "xlsx"), "There is no folder for ");
    refused(export(folder.resolve("x"), "--format", "xls"), "Did you mean xlsx?");
    refused(
        export(folder.resolve("x"), "--format", "csv", "--tables", "scorecrd"),
        "Did you mean scorecard?");
  }

  @Test
  void theEvaluationAndTheVintageAreChosen() throws IOException {
    refused(
        export(folder.resolve("x"), "--format", "csv", "--evaluation", "tinny"),
        "Did you mean tiny?");
    refused(
        export(folder.resolve("x"), "--format", "csv", "--as-of", "2020-04-11"),
        "Nothing is published of tiny as of 2020-04-11.",
        "2020-04-10.");
    assertThat(folder).isEmptyDirectory();
    assertThat(
            export(
                    folder.resolve("x"),
                    "--format",
                    "json",
                    "--as-of",
                    "2020-04-10",
                    "--config",
                    TinyLake.published().config().toString())
                .exit())
        .isZero();
  }
}
