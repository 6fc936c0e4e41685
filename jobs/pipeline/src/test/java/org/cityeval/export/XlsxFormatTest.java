package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.Xlsx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class XlsxFormatTest {
  @TempDir private Path folder;

  private static String text(List<List<Xlsx.Value>> sheet) {
    return sheet.stream()
        .map(
            row ->
                row.stream()
                    .filter(Objects::nonNull)
                    .map(Xlsx.Value::text)
                    .collect(Collectors.joining("|")))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theCoverSaysWhatItIsAndHowItReads() throws IOException {
    Path file = folder.resolve("tiny.xlsx");
    List<String> notices = new ArrayList<>();
    new XlsxFormat().write(PublishedTiny.tables(), file, notices::add);

    Map<String, List<List<Xlsx.Value>>> sheets = Xlsx.read(file);
    assertThat(sheets.keySet()).startsWith("Cover", "Columns", "dim_district").hasSize(21);
    assertThat(text(sheets.get("Cover")))
        .contains("evaluation|tiny\n")
        .contains("days|2020-03-01 to 2020-04-09\n")
        .contains("as of|2020-04-10")
        .contains("run|first\n")
        .contains("dim_district|3|One district of one evaluation.")
        .contains("censored|had not happened when the period ended")
        .contains("tiny/cases|")
        .contains("All rows and all text of the publication are here.");
    assertThat(text(sheets.get("Columns")))
        .contains("dim_district|district_id|string|yes|The district's code.");
    assertThat(notices).isEmpty();
  }

  @Test
  void aTableThatNeedsMoreSheetsIsToldOnTheCoverAndToTheCaller() throws IOException {
    Path file = folder.resolve("tiny.xlsx");
    List<String> notices = new ArrayList<>();
    List<ExportFormat.Written> written =
        new XlsxFormat(101).write(PublishedTiny.tables("district_day"), file, notices::add);

    // Three districts and their city, on 40 days.
    assertThat(written).extracting(ExportFormat.Written::rows).containsExactly(160L);
    assertThat(notices)
        .containsExactly(
            "district_day has more rows than a sheet holds (100); it goes on in 'district_day (2)'.");
    Map<String, List<List<Xlsx.Value>>> sheets = Xlsx.read(file);
    assertThat(text(sheets.get("Cover")))
        .contains(notices.get(0))
        .contains("district_day|100|")
        .contains("district_day (2)|60|");
    assertThat(sheets.get("district_day")).hasSize(101);
    assertThat(sheets.get("district_day (2)")).hasSize(61);
  }
}
