package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cityeval.indicator.Status;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.PublishedFew;
import org.cityeval.testing.Xlsx;
import org.cityeval.warehouse.Publication;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxCoverTest {
  private static final String CONFIG =
      "{\"evaluation\": {\"title\": \"Two towns\", \"title_zh\": \"两镇\","
          + " \"first_day\": \"2020-03-01\", \"last_day\": \"2020-04-09\"}}";

  @TempDir private Path folder;

  /** The lines of the cover, cells apart by bars. */
  private List<String> cover(
      int cities, String config, List<XlsxCover.Entry> entries, List<String> notes)
      throws IOException {
    PublishedFew few = new PublishedFew(folder.resolve("w")).write(RankIntervalTable.SPEC);
    for (int i = 0; i < cities; i++) {
      few.write(
          CityTable.SPEC,
          PublishedFew.row(CityTable.SPEC, "tiny")
              .set(Keys.CITY_ID, "c" + i)
              .set(CityTable.NAME, "Town " + i));
    }
    Publication publication = few.publish("tiny", config);
    Path file = folder.resolve("cover.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", null)) {
      XlsxCover.write(
          book.newWorksheet("Cover"),
          PublishedTables.of(few.tables(), publication, List.of()),
          entries,
          notes);
    }
    return Xlsx.read(file).get("Cover").stream()
        .map(
            row ->
                row.stream()
                    .filter(Objects::nonNull)
                    .map(Xlsx.Value::text)
                    .collect(Collectors.joining("|")))
        .toList();
  }

  @Test
  void whatWasEvaluatedIsSaidByTheConfigAndThePublication() throws IOException {
    assertThat(cover(2, CONFIG, List.of(), List.of()))
        .startsWith("Two towns", "两镇")
        .contains(
            "evaluation|tiny",
            "cities|Town 0, Town 1",
            "days|2020-03-01 to 2020-04-09",
            "as of|2020-04-10: the day whose knowledge it rests on",
            "config|hash",
            "program|CityEval code",
            "cases|v1");
  }

  @Test
  void whatAConfigDoesNotSayIsNotThere() throws IOException {
    assertThat(cover(1, "{\"evaluation\": {\"first_day\": \"2020-03-01\"}}", List.of(), List.of()))
        .startsWith("tiny")
        .contains("days|2020-03-01 to ?");
    assertThat(cover(1, "{}", List.of(), List.of()))
        .noneMatch(line -> line.startsWith("days|2020"));
  }

  @Test
  void moreThanTwentyCitiesAreCounted() throws IOException {
    assertThat(cover(21, CONFIG, List.of(), List.of()))
        .contains("cities|21: see the table dim_city");
  }

  @Test
  void notesAreToldOrThatThereAreNone() throws IOException {
    assertThat(cover(1, CONFIG, List.of(), List.of("A table is cut.")))
        .contains("A table is cut.")
        .doesNotContain("All rows and all text of the publication are here.");
    assertThat(cover(1, CONFIG, List.of(), List.of()))
        .contains("All rows and all text of the publication are here.");
  }

  @Test
  void everySheetOfATableHasALineWithItsRows() throws IOException {
    XlsxCover.Entry entry =
        new XlsxCover.Entry(
            CityTable.SPEC,
            150,
            List.of(new XlsxTable.Part("dim_city", 100), new XlsxTable.Part("dim_city (2)", 50)));

    assertThat(cover(1, CONFIG, List.of(entry), List.of()))
        .contains(
            "dim_city|100|" + CityTable.SPEC.grain(), "dim_city (2)|50|" + CityTable.SPEC.grain());
  }

  @Test
  void everyStatusIsExplained() throws IOException {
    List<String> cover = cover(1, CONFIG, List.of(), List.of());

    for (Status status : Status.values()) {
      assertThat(cover).contains(status.id() + "|" + status.meaning());
    }
  }
}
