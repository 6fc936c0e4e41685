package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.draft.guess.SampleTables.table;

import java.util.List;
import java.util.Optional;
import org.cityeval.draft.sample.ColumnProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistrictListGuessTest {
  private static final Table CASES =
      table(
          "cases.csv",
          "day,fips,new_cases",
          "2020-03-01,7,1",
          "2020-03-01,8,2",
          "2020-03-01,9,4",
          "2020-03-02,7,1",
          "2020-03-02,8,3",
          "2020-03-02,9,5");

  private static DistrictListGuess of(Table... tables) {
    return DistrictListGuess.find(List.of(tables)).orElseThrow();
  }

  private static Optional<String> name(Optional<ColumnProfile> column) {
    return column.map(ColumnProfile::name);
  }

  @Test
  void theListHasARowForEachKeyThatDatedFilesSpeakOf() {
    Table list =
        table(
            "list.csv", "fips,name,population", "7,Alder,90000", "8,Birch,80000", "9,Cedar,70000");
    DistrictListGuess guess = of(table("other.csv", "x,y", "1,a", "2,b"), CASES, list);

    assertThat(guess.table()).isEqualTo(list);
    assertThat(guess.id().name()).isEqualTo("fips");
    assertThat(guess.why())
        .isEqualTo(
            "one row for each of 3 values of fips, which 1 of 1 dated files speak of, with"
                + " population");
  }

  @Test
  void aDatedTableOrOneRowIsNoList() {
    assertThat(DistrictListGuess.find(List.of(CASES))).isEmpty();
    assertThat(DistrictListGuess.find(List.of(table("l.csv", "fips,name,population", "7,Alder,9"))))
        .isEmpty();
    assertThat(DistrictListGuess.find(List.of())).isEmpty();
  }

  @Test
  void anIdStandsOnce() {
    Table list = table("l.csv", "fips,name,population", "7,Alder,9", "7,Birch,8", "9,Birch,7");

    assertThat(DistrictListGuess.find(List.of(CASES, list)))
        .map(guess -> guess.id().name())
        .isNotEqualTo(Optional.of("fips"));
  }

  @Test
  void aTableOfWhatWasFoundOfDistrictsIsNoListUnlessItHasResidents() {
    Table jobs =
        table("jobs.csv", "fips,name,unemployment_rate", "7,Alder,5", "8,Birch,6", "9,Cedar,7");
    Table both =
        table(
            "both.csv",
            "fips,name,unemployment_rate,population",
            "7,Alder,5,90000",
            "8,Birch,6,80000",
            "9,Cedar,7,70000");

    assertThat(DistrictListGuess.find(List.of(CASES, jobs))).isEmpty();
    assertThat(of(CASES, both, jobs).table()).isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource({
    "population, true",
    "POP2020, true",
    "常住人口, true",
    "residents, true",
    "population density, false",
    "population per km2, false",
    "popdens, false",
    "name, false"
  })
  void residentsAreKnownByTheirHeading(String heading, boolean expected) {
    ColumnProfile column = ColumnProfile.of(heading, List.of("90000", "80000"), '.');

    assertThat(DistrictListGuess.isPopulation(column)).isEqualTo(expected);
    assertThat(
            DistrictListGuess.isPopulation(ColumnProfile.of(heading, List.of("many", "few"), '.')))
        .isFalse();
  }

  @Test
  void namesAreLatinOrChinese() {
    DistrictListGuess guess =
        of(
            CASES,
            table(
                "l.csv",
                "fips,name_en,name_zh,city,population",
                "7,Alder,桤木区,Oak,90000",
                "8,Birch,桦树区,Oak,80000",
                "9,Cedar,雪松区,Elm,70000",
                "10,Dale,山谷区,Elm,70000"));

    assertThat(name(guess.name(false))).contains("name_en");
    assertThat(name(guess.name(true))).contains("name_zh");
    assertThat(guess.group()).extracting(ColumnProfile::name).containsExactly("city");
    assertThat(name(guess.population())).contains("population");
    assertThat(name(guess.neighbours())).isEmpty();
  }

  /** Texts that hold several names are a list of neighbours, not a name. */
  @Test
  void aListOfNamesIsNoName() {
    DistrictListGuess guess =
        of(
            CASES,
            table(
                "l.csv",
                "fips,zone_names,neighbours,population",
                "7,Alder;Birch,8;9,90000",
                "8,Birch;Cedar,7,80000",
                "9,Cedar;Dale,7,70000"));

    assertThat(guess.name(false)).isEmpty();
    assertThat(name(guess.neighbours())).contains("neighbours");
  }

  @Test
  void districtsAreGatheredByAnIdAndTheNameThatGoesWithIt() {
    DistrictListGuess guess =
        of(
            CASES,
            table(
                "l.csv",
                "fips,name,state,metro_code,metro_name,population",
                "7,Alder,NY,1,Oak,90000",
                "8,Birch,NJ,1,Oak,80000",
                "9,Cedar,NY,2,Elm,70000",
                "10,Dale,NJ,2,Elm,60000"));

    assertThat(guess.group())
        .extracting(ColumnProfile::name)
        .containsExactly("metro_code", "metro_name");
  }

  @Test
  void aListOfCitiesGathersNothing() {
    Table list =
        table(
            "l.csv",
            "city_code,name,province,population",
            "7,Alder,X,90000",
            "8,Birch,X,80000",
            "9,Cedar,Y,70000",
            "10,Dale,Y,60000");

    assertThat(of(list).id().name()).isEqualTo("city_code");
    assertThat(of(list).group()).isEmpty();
  }

  @Test
  void codesOfAnotherAuthorityAreOtherCodes() {
    DistrictListGuess guess =
        of(
            CASES,
            table(
                "l.csv",
                "fips,name,borough_code,area_km2,population",
                "7,Alder,BX,1.5,90000",
                "8,Birch,BK,2.5,80000",
                "9,Cedar,MN,3.5,70000"));

    assertThat(guess.otherCodes()).extracting(ColumnProfile::name).containsExactly("borough_code");
  }
}
