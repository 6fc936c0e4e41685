package org.cityeval.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.guess.SourceDraft;
import org.cityeval.draft.sample.FileSample;
import org.junit.jupiter.api.Test;

class DraftHeadingsTest {
  private static FileSample file(String path, String... lines) {
    List<String[]> rows = Arrays.stream(lines).map(line -> line.split(",", -1)).toList();
    return new FileSample(
        path,
        new FileSample.Notation("csv", "UTF-8", "", ',', '.'),
        List.of(rows.get(0)),
        rows.subList(1, rows.size()),
        rows.size() - 1,
        true);
  }

  private static String printed(String heading) {
    String numbers = ",1".repeat(heading.split(",", -1).length - 1);
    SourceDraft source =
        LakeDraft.guess(
                "lake",
                List.of(
                    file(
                        "list.csv",
                        "code,name,population",
                        "BX,Bronx,9",
                        "BK,Kings,8",
                        "MN,New York,7"),
                    file("cases.csv", heading, "2020-03-01" + numbers, "2020-03-02" + numbers)))
            .sources()
            .get(0);
    YamlLines lines = new YamlLines();
    DraftHeadings.print(source, source.shape().headings().orElseThrow(), lines);
    return lines.toString();
  }

  @Test
  void headingsAreNamedByWhatStandsAroundTheDistricts() {
    assertThat(printed("day,n_BX_cases,n_BK_cases,n_MN_cases"))
        .isEqualTo(
            """
                district_columns:
                  new_cases: {prefix: n_, suffix: _cases}  # guessed: 3 headings are districts around n__cases
            """);
  }

  @Test
  void headingsThatAreTheDistrictsThemselvesAreNamedOneByOne() {
    assertThat(printed("day,BX,BK,MN"))
        .contains("new_cases: {columns: {BK: BK, BX: BX, MN: MN}}  # guessed");
  }

  /** With the suffix alone, BX_probable would be taken for a district. */
  @Test
  void whereTheAffixesFitOtherHeadingsTooTheyAreNamedOneByOneAndTheOthersTold() {
    assertThat(printed("day,BX_cases,BK_cases,MN_cases,BX_probable_cases,BK_probable_cases"))
        .contains("# DECIDE: BX_probable_cases and 1 more end alike")
        .contains("{columns: {BK_cases: BK, BX_cases: BX, MN_cases: MN}}");
  }
}
