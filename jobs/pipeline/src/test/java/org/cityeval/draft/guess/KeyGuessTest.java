package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.draft.guess.SampleTables.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cityeval.draft.guess.KeyGuess.How;
import org.cityeval.draft.guess.KeyGuess.SpellingList;
import org.junit.jupiter.api.Test;

class KeyGuessTest {
  private static final Set<String> IDS = Set.of("007", "008", "009");
  private static final Set<String> SPELLINGS = Set.of("7", "8", "9", "alder", "birch", "cedar");

  /** A row for each of the keys, on one day. */
  private static Optional<KeyGuess> of(String heading, String... keys) {
    String[] lines = new String[keys.length + 1];
    lines[0] = "day," + heading;
    for (int i = 0; i < keys.length; i++) {
      lines[i + 1] = "2020-03-01," + keys[i];
    }
    return KeyGuess.guess(table("f.csv", lines), IDS, "code", SPELLINGS);
  }

  @Test
  void idsOfTheListStandAsTheyAre() {
    KeyGuess key = of("code", "007", "008", "009").orElseThrow();

    assertThat(key.column().name()).isEqualTo("code");
    assertThat(key.how()).isEqualTo(How.AS_IT_IS);
    assertThat(key.strangers()).isZero();
    assertThat(key.why()).isEqualTo("3 of its 3 values are districts of the list");
  }

  @Test
  void codesWithoutTheirZerosAreWrittenOtherwise() {
    KeyGuess key = of("fips", "7.0", "8.0", "9.0").orElseThrow();

    assertThat(key.how()).isEqualTo(How.CODES_WRITTEN_OTHERWISE);
    assertThat(key.why())
        .isEqualTo("3 of its 3 values are districts of the list, written otherwise (7.0)");
  }

  @Test
  void namesAreSpellings() {
    KeyGuess key = of("area", "Alder", "BIRCH", "Cedar", "Dale").orElseThrow();

    assertThat(key.how()).isEqualTo(How.SPELLINGS);
    assertThat(key.strangers()).isEqualTo(1);
    assertThat(key.affixes()).isEmpty();
    assertThat(key.why()).isEqualTo("3 of its 4 values are spellings of districts");
  }

  @Test
  void namesWithSomethingAroundThemAreSpellingsToo() {
    KeyGuess key = of("county", "Alder County", "Birch County", "Cedar County").orElseThrow();

    assertThat(key.how()).isEqualTo(How.SPELLINGS);
    assertThat(key.affixes()).containsExactly(new Affix("", " County"));
    assertThat(key.why()).endsWith("are spellings of districts, with ... County");
  }

  /** Passengers are small numbers like codes; two of fifty are not the districts. */
  @Test
  void aColumnThatHappensToHoldCodesIsNoKey() {
    Set<String> fifty = new HashSet<>();
    for (int i = 1; i <= 50; i++) {
      fifty.add(String.valueOf(i));
    }
    Table table = table("f.csv", "day,passengers", "2020-03-01,1", "2020-03-02,2");

    assertThat(KeyGuess.guess(table, fifty, "zone", fifty)).isEmpty();
  }

  @Test
  void aRegionThatNamesNoDistrictIsNoKey() {
    assertThat(of("region", "North", "South", "West")).isEmpty();
  }

  @Test
  void ofAnOriginAndADestinationTheFirstIsMeant() {
    Table table =
        table(
            "t.csv",
            "day,from_zone,to_zone",
            "2020-03-01,007,008",
            "2020-03-01,008,009",
            "2020-03-01,009,007");

    assertThat(KeyGuess.guess(table, IDS, "code", SPELLINGS).orElseThrow().column().name())
        .isEqualTo("from_zone");
  }

  @Test
  void aColumnOfTheIdsNameGoesBeforeOneOfNames() {
    Table table =
        table(
            "t.csv",
            "day,area,code",
            "2020-03-01,Alder,007",
            "2020-03-01,Birch,008",
            "2020-03-01,Cedar,009");

    assertThat(KeyGuess.guess(table, IDS, "code", SPELLINGS).orElseThrow().column().name())
        .isEqualTo("code");
  }

  @Test
  void withoutAListAHeadingMustDo() {
    Table table = table("f.csv", "day,district,note", "2020-03-01,A,x", "2020-03-01,B,y");
    KeyGuess key = KeyGuess.guess(table, Set.of(), "", Set.of()).orElseThrow();

    assertThat(key.column().name()).isEqualTo("district");
    assertThat(key.how()).isEqualTo(How.UNKNOWN);
    assertThat(key.isMostlyElsewhere()).isFalse();
    Table words = table("f.csv", "day,note", "2020-03-01,x", "2020-03-01,y");
    assertThat(KeyGuess.guess(words, Set.of(), "", Set.of())).isEmpty();
  }

  /** Three of eight are of the list: more than half are elsewhere. Of six, half are. */
  @Test
  void aFileOfACountryIsMostlyElsewhere() {
    String[] eight = {"007", "008", "009", "101", "102", "103", "104", "105"};

    KeyGuess country = of("code", eight).orElseThrow();
    assertThat(country.strangers()).isEqualTo(5);
    assertThat(country.isMostlyElsewhere()).isTrue();
    assertThat(of("code", Arrays.copyOf(eight, 6)).orElseThrow().isMostlyElsewhere()).isFalse();
  }

  @Test
  void aListOfSpellingsGivesAnIdForEachText() {
    Table list =
        table("list.csv", "code,name,population", "007,Alder,9", "008,Birch,8", "009,Cedar,7");
    Table spellings =
        table("spellings.csv", "text,code", "Alder Co,007", "Alder,007", "Birch,008", "Cdr,009");
    DistrictListGuess districts =
        new DistrictListGuess(list, list.column("code").orElseThrow(), 3, "");

    SpellingList found = SpellingList.of(List.of(list, spellings), districts).orElseThrow();
    assertThat(found.table()).isEqualTo(spellings);
    assertThat(found.spelling().name()).isEqualTo("text");
    assertThat(found.id().name()).isEqualTo("code");
    assertThat(SpellingList.of(List.of(list), districts)).isEmpty();
  }

  @Test
  void aTableOfOtherIdsIsNoListOfSpellings() {
    Table list =
        table("list.csv", "code,name,population", "007,Alder,9", "008,Birch,8", "009,Cedar,7");
    Table other = table("o.csv", "text,code", "a,1", "b,1", "c,2", "d,007");

    assertThat(
            SpellingList.of(
                List.of(list, other),
                new DistrictListGuess(list, list.column("code").orElseThrow(), 3, "")))
        .isEmpty();
  }
}
