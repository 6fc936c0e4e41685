package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityeval.draft.sample.FileSample;
import org.cityeval.draft.sample.Looked;
import org.cityeval.draft.sample.PassedOver;
import org.cityeval.draft.sample.PolygonFile;
import org.junit.jupiter.api.Test;

class LakeDraftTest {
  private static final FileSample LIST =
      file(
          "list.csv",
          "code,name,population",
          "007,Alder,90000",
          "008,Birch,80000",
          "009,Cedar,70000");

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

  /** Rows of three districts a day, from a day on, so many days apart. */
  private static FileSample series(String path, String heading, String first, int days, int apart) {
    String[] lines = new String[3 * days + 1];
    lines[0] = "day,code," + heading;
    for (int i = 0; i < 3 * days; i++) {
      lines[i + 1] =
          LocalDate.parse(first).plusDays((long) (i / 3) * apart)
              + ",00"
              + (7 + i % 3)
              + ","
              + i % 5;
    }
    return file(path, lines);
  }

  private static LakeDraft of(Looked... looked) {
    return LakeDraft.guess("lake", List.of(looked));
  }

  @Test
  void tellsTheListTheSourcesAndTheRestApart() {
    FileSample notes = file("notes.csv", "a,b", "x,y", "z,w");
    PassedOver readme = new PassedOver("README.md", "a text for people");
    LakeDraft draft = of(LIST, series("cases.csv", "new_cases", "2020-03-01", 5, 1), notes, readme);

    assertThat(draft.districts()).map(list -> list.table().path()).contains("list.csv");
    assertThat(draft.sources()).extracting(SourceDraft::name).containsExactly("cases");
    assertThat(draft.lists()).extracting(Table::path).containsExactly("notes.csv");
    assertThat(draft.passedOver()).containsExactly(readme);
  }

  @Test
  void aSourceIsNamedByItsFileAndNoTwoAlike() {
    LakeDraft draft =
        of(
            LIST,
            series("a/New Cases.csv.gz", "new_cases", "2020-03-01", 5, 1),
            series("b/new_cases.csv", "new_cases", "2020-03-01", 5, 1),
            series("c/确诊.csv", "new_cases", "2020-03-01", 5, 1));

    assertThat(draft.sources())
        .extracting(SourceDraft::name)
        .containsExactly("new_cases", "new_cases_2", "source");
  }

  /** 1 to 20 March and 10 to 29 March share 10 to 20; weekly numbers do not count. */
  @Test
  void theDailySourcesShareTheirDays() {
    LakeDraft draft =
        of(
            LIST,
            series("cases.csv", "new_cases", "2020-03-01", 20, 1),
            series("trips.csv", "trips", "2020-03-10", 20, 1),
            series("sales.csv", "sales", "2020-01-01", 8, 7));

    assertThat(draft.overlap())
        .contains(new DayGuess.Span(LocalDate.of(2020, 3, 10), LocalDate.of(2020, 3, 20)));
  }

  @Test
  void sourcesWithoutACommonDayShareNone() {
    assertThat(
            of(
                    LIST,
                    series("cases.csv", "new_cases", "2020-03-01", 5, 1),
                    series("trips.csv", "trips", "2020-05-01", 5, 1))
                .overlap())
        .isEmpty();
    assertThat(of(LIST).overlap()).isEmpty();
  }

  private static PolygonFile polygons(String path, Map<String, Set<String>> ids) {
    return new PolygonFile(path, 3, ids);
  }

  private static Optional<LakeDraft.PolygonGuess> guess(PolygonFile... files) {
    return LakeDraft.PolygonGuess.of(List.of(files), of(LIST).districts().orElseThrow());
  }

  @Test
  void polygonsAreThoseWhoseIdsAreOfTheList() {
    PolygonFile other = polygons("rivers.geojson", Map.of("id", Set.of("1", "2")));
    PolygonFile ours =
        polygons(
            "a.geojson", Map.of("name", Set.of("x", "y"), "adcode", Set.of("007", "008", "009")));
    LakeDraft draft = of(LIST, other, ours);

    assertThat(draft.polygons()).map(LakeDraft.PolygonGuess::id).contains("adcode");
    assertThat(draft.polygons().orElseThrow().why())
        .isEqualTo("it has 100 % of the districts by adcode");
    assertThat(draft.otherPolygons()).containsExactly(other);
  }

  @Test
  void ofPropertiesThatFitAlikeTheFeaturesOwnIdIsTaken() {
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    ids.put("adcode", Set.of("007", "008", "009"));
    ids.put("id", Set.of("007", "008", "009"));
    ids.put("zip", Set.of("007", "008", "009"));

    assertThat(guess(polygons("a.geojson", ids))).map(LakeDraft.PolygonGuess::id).contains("id");
  }

  /** Two of three districts are 67 %, and 90 % are asked for. */
  @Test
  void polygonsThatLackDistrictsAreNotTaken() {
    assertThat(guess(polygons("a.geojson", Map.of("id", Set.of("007", "008"))))).isEmpty();
  }

  @Test
  void codesThatPolygonsWriteLongerAreFilledUpToTheirWidth() {
    assertThat(guess(polygons("a.geojson", Map.of("id", Set.of("00007", "00008", "00009")))))
        .flatMap(LakeDraft.PolygonGuess::width)
        .contains(5);
    assertThat(guess(polygons("a.geojson", Map.of("id", Set.of("007", "008", "009")))))
        .flatMap(LakeDraft.PolygonGuess::width)
        .isEmpty();
  }

  @Test
  void aListOfSpellingsIsTakenWhereASourceSpellsDistricts() {
    FileSample spellings =
        file("spellings.csv", "text,code", "Ald,007", "Alder Co,007", "Bir,008", "Ced,009");
    FileSample spelt =
        file(
            "cases.csv",
            "day,area,new_cases",
            "2020-03-01,Ald,1",
            "2020-03-01,Bir,2",
            "2020-03-01,Ced,3");

    assertThat(of(LIST, spellings, spelt).spellings()).isPresent();
    LakeDraft byCode = of(LIST, spellings, series("cases.csv", "new_cases", "2020-03-01", 5, 1));
    assertThat(byCode.spellings()).isEmpty();
    assertThat(byCode.lists()).extracting(Table::path).containsExactly("spellings.csv");
  }

  /** The list writes 杭州市, the source 杭州. */
  @Test
  void aChineseCityIsSpeltWithoutItsLastLetterToo() {
    LakeDraft draft =
        of(
            file(
                "list.csv",
                "city_code,城市名,人口",
                "3301,杭州市,90000",
                "3302,宁波市,80000",
                "3303,温州市,70000"),
            file(
                "cases.csv",
                "day,地区,new_cases",
                "2020-03-01,杭州,1",
                "2020-03-01,宁波,2",
                "2020-03-01,温州,3"));

    assertThat(draft.sources().get(0).key()).map(KeyGuess::how).contains(KeyGuess.How.SPELLINGS);
  }
}
