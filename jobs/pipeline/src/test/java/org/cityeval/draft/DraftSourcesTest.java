package org.cityeval.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.sample.FileSample;
import org.cityeval.draft.sample.FileSample.Notation;
import org.junit.jupiter.api.Test;

class DraftSourcesTest {
  private static final Notation PLAIN = new Notation("csv", "UTF-8", "", ',', '.');

  private static FileSample file(String path, String... lines) {
    List<String[]> rows = Arrays.stream(lines).map(line -> line.split("[|]", -1)).toList();
    return new FileSample(
        path, PLAIN, List.of(rows.get(0)), rows.subList(1, rows.size()), rows.size() - 1, true);
  }

  private static final FileSample LIST =
      file("list.csv", "code|name|population", "7|Alder|90000", "8|Birch|80000", "9|Cedar|70000");

  private static LakeDraft lake(FileSample... files) {
    List<FileSample> all = new ArrayList<>(List.of(LIST));
    all.addAll(List.of(files));
    return LakeDraft.guess("lake", List.copyOf(all));
  }

  private static String printed(FileSample... files) {
    YamlLines lines = new YamlLines();
    new DraftSources(lake(files), lines).print();
    return lines.toString();
  }

  /** Three districts, so many days, so many apart. */
  private static FileSample series(String path, String heading, String cell, int apart) {
    List<String> lines = new ArrayList<>(List.of(heading));
    for (int i = 0; i < 30; i++) {
      LocalDate day = LocalDate.of(2020, 1, 1).plusDays((long) (i / 3) * apart);
      lines.add(day + "|" + (7 + i % 3) + "|" + cell.formatted(i % 7));
    }
    return file(path, lines.toArray(String[]::new));
  }

  @Test
  void aSourceIsPrintedKeyByKey() {
    assertThat(printed(series("cases.csv", "day|code|new_cases", "%d", 1)))
        .contains("sources:\n  cases:\n    path: cases.csv\n    shape: long  # guessed")
        .contains("date: day  # guessed", "district: code  # guessed")
        .contains("new_cases:\n        value: new_cases  # guessed: the heading says cases")
        .contains("kind: daily_count  # guessed")
        .doesNotContain("options", "every", "crosswalk");
  }

  @Test
  void howTextIsWrittenIsSaidOnlyWhereItIsUnusual() {
    YamlLines usual = new YamlLines();
    DraftSources.writing(PLAIN, Optional.empty(), usual, 1);
    YamlLines unusual = new YamlLines();
    DraftSources.writing(
        new Notation("csv", "GB18030", "its bytes", ';', ','), Optional.of("."), unusual, 1);

    assertThat(usual.toString()).isEmpty();
    assertThat(unusual.toString())
        .isEqualTo(
            "  options: {encoding: GB18030, delimiter: ';', decimal: ',', thousands: '.'}  # guessed:"
                + " its bytes; it cuts all records alike; numbers like 1,5 and none like 1.5; numbers"
                + " like 1,234\n");
  }

  @Test
  void groupedThousandsAndMarksOfMissingValuesAreSaid() {
    assertThat(printed(series("cases.csv", "day|code|new_cases", "1,00%d", 1)))
        .contains("options: {thousands: ','}  # guessed: numbers like 1,234");
    assertThat(
            printed(
                file(
                    "confirmed.csv",
                    "code|1/1/20|1/2/20|1/3/20|1/4/20|1/5/20",
                    "7|1|2|3|4|1,005",
                    "8|1|-|3|4|5",
                    "9|1|2|3|4|5")))
        .contains("options: {thousands: ','}", "missing: ['-']", "date_columns: M/d/yy  # guessed");
  }

  @Test
  void numbersOfAWeekOrAMonthSaySo() {
    assertThat(printed(series("sales.csv", "day|code|sales", "%d", 7)))
        .contains("every: week  # guessed", "dated: last_day  # DECIDE");
    assertThat(printed(series("sales.csv", "week_end|code|sales", "%d", 7)))
        .contains("dated: last_day  # guessed: the heading says end of week");
    assertThat(printed(series("sales.csv", "day|code|sales", "%d", 30)))
        .contains("every: month  # guessed")
        .doesNotContain("dated:");
  }

  @Test
  void strangersAreToldOrLeftOut() {
    assertThat(
            printed(
                file(
                    "cases.csv",
                    "day|code|new_cases",
                    "2020-03-01|7|1",
                    "2020-03-01|8|1",
                    "2020-03-01|9|1",
                    "2020-03-01|10|1")))
        .contains("# DECIDE: 1 values of code stand for no district");
    String[] country = new String[41];
    country[0] = "day|code|new_cases";
    for (int i = 1; i <= 40; i++) {
      country[i] = "2020-03-01|" + i + "|1";
    }
    assertThat(printed(file("cases.csv", country)))
        .contains("unknown_district: out_of_scope  # guessed: 37 of its 40 values");
  }

  @Test
  void aFolderNamedByADayMayBeAPublication() {
    assertThat(printed(series("2020-05-08/cases.csv", "day|code|new_cases", "%d", 1)))
        .contains("as_of: 2020-05-08  # guessed");
  }

  @Test
  void withoutASourceTheFormIsShown() {
    assertThat(printed()).contains("my_numbers:", "path: my-numbers.csv  # DECIDE");
  }

  @Test
  void aTableThatGaveNoSourceIsDescribedInALine() {
    LakeDraft draft = lake(series("w.csv", "day|code|temperature", "%d", 1));

    assertThat(DraftSources.description(draft.sources().get(0)))
        .isEqualTo(
            "shape long; 2020-01-01 to 2020-01-10, by day; no word of it speaks of a measure of the"
                + " vocabulary");
  }
}
