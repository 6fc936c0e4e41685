package org.cityeval.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.sample.FileSample;
import org.cityeval.draft.sample.Looked;
import org.cityeval.draft.sample.PolygonFile;
import org.junit.jupiter.api.Test;

class DraftDistrictsTest {
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

  /** Cases of three keys. */
  private static FileSample cases(String key, String... keys) {
    List<String> lines = new ArrayList<>(List.of("day," + key + ",new_cases"));
    Arrays.stream(keys).forEach(one -> lines.add("2020-03-01," + one + ",1"));
    return file("cases.csv", lines.toArray(String[]::new));
  }

  private static String districts(Looked... looked) {
    YamlLines lines = new YamlLines();
    new DraftDistricts(LakeDraft.guess("Xi'an", List.of(looked)), lines).print();
    return lines.toString();
  }

  private static String crosswalks(Looked... looked) {
    YamlLines lines = new YamlLines();
    new DraftDistricts(LakeDraft.guess("lake", List.of(looked)), lines).crosswalks();
    return lines.toString();
  }

  private static final FileSample LIST =
      file(
          "list.csv",
          "code,name,borough_code,population",
          "007,Alder,BX,90000",
          "008,Birch,BK,80000",
          "009,Cedar,MN,70000");

  @Test
  void eachColumnOfTheListIsPrintedWithItsGround() {
    assertThat(districts(LIST, cases("code", "007", "008", "009")))
        .contains("path: list.csv  # guessed: one row for each of 3 values of code")
        .contains("code_system: 'codes of list.csv'  # DECIDE: whose codes")
        .contains("district_id: code  # guessed: each of its values stands once\n")
        .contains("district_name: name  # guessed: 3 different texts in 3 rows")
        .contains("city_id: '''Xi\\''an'''  # DECIDE: which city")
        .contains("population: population  # guessed: its heading");
  }

  @Test
  void withoutAListOneIsAskedFor() {
    assertThat(districts(cases("code", "x", "y")))
        .contains("# DECIDE: no file looks like a list of districts")
        .contains("# districts:");
  }

  @Test
  void populationIsDoubtedWhereItIsSmallAndScaledWhereItsHeadingSaysSo() {
    assertThat(districts(file("l.csv", "code,name,population", "7,A,9", "8,B,8")))
        .contains("population: population  # DECIDE: the numbers are too small for residents");
    assertThat(districts(file("l.csv", "code,name,population_10k", "7,A,9", "8,B,8")))
        .contains("population: 'cast(population_10k as double) * 10000'  # guessed");
    assertThat(
            districts(file("l.csv", "zone_code,name", "7,A", "8,B"), cases("zone_code", "7", "8")))
        .contains("# DECIDE: population: no column looks like residents");
  }

  @Test
  void codesThatPolygonsWriteLongerAreFilledUp() {
    assertThat(
            districts(
                LIST,
                new PolygonFile("p.geojson", 3, Map.of("id", Set.of("00007", "00008", "00009")))))
        .contains("district_id: 'lpad(code, 5, ''0'')'  # guessed")
        .contains("the polygons write it with leading zeros")
        .contains("geometry:\n    path: p.geojson");
  }

  @Test
  void codesWithoutTheirZerosNeedAWidth() {
    assertThat(crosswalks(LIST, cases("code", "7", "8", "9")))
        .contains("district_codes:\n    numeric_width: 3  # guessed")
        .doesNotContain("district_spellings");
    assertThat(crosswalks(LIST, cases("code", "007", "008", "009"))).isEmpty();
  }

  @Test
  void namesAndOtherCodesAreSpellingsOfTheList() {
    assertThat(crosswalks(LIST, cases("area", "Alder", "Birch", "Cedar")))
        .contains("district_spellings:\n    path: list.csv")
        .contains("spelling: array(code, name, borough_code)  # guessed")
        .contains("district_id: code\n");
    assertThat(crosswalks(LIST, cases("area", "Alder County", "Birch County", "Cedar County")))
        .contains("spelling: 'array(code, name, concat(name, '' County''), borough_code)'");
  }

  @Test
  void aListOfSpellingsIsTakenAsItIs() {
    FileSample spellings =
        file("names.csv", "text,code", "Ald,007", "Alder Co,007", "Bir,008", "Ced,009");

    assertThat(crosswalks(LIST, spellings, cases("area", "Ald", "Bir", "Ced")))
        .contains("path: names.csv  # guessed: it gives an id of the list for each of its texts")
        .contains("spelling: text  # guessed")
        .contains("district_id: code  # guessed");
  }
}
