package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cityeval.draft.sample.ColumnProfile;
import org.junit.jupiter.api.Test;

class AffixTest {
  private static final Set<String> SPELLINGS = Set.of("camden", "ealing", "westminster", "ely");
  private static final Affix BOROUGH = new Affix("London Borough of ", "");

  private static ColumnProfile column(String... cells) {
    return ColumnProfile.of("area", List.of(cells), '.');
  }

  @Test
  void whatStandsAroundNamesIsFoundTheMostFrequentFirst() {
    ColumnProfile column =
        column("City of Westminster", "London Borough of Camden", "London Borough of Ealing");

    assertThat(Affix.find(column, SPELLINGS)).containsExactly(BOROUGH, new Affix("City of ", ""));
  }

  @Test
  void whatStandsBehindANameIsFoundToo() {
    assertThat(Affix.find(column("Camden (London)", "Ealing (London)"), SPELLINGS))
        .containsExactly(new Affix("", " (London)"));
  }

  @Test
  void whatStandsOnceAloneIsNotBelieved() {
    assertThat(Affix.find(column("City of Westminster", "Camden", "Ealing"), SPELLINGS)).isEmpty();
  }

  @Test
  void aNameWithinAWordIsNone() {
    assertThat(Affix.find(column("Newcamden", "Newealing"), SPELLINGS)).isEmpty();
    assertThat(Affix.find(column("Camdenshire", "Ealingshire"), SPELLINGS)).isEmpty();
  }

  @Test
  void namesBelowFourLettersAndTextsAboveSixtyAreNotLookedInto() {
    String long1 = "x".repeat(60) + " Camden";
    String long2 = "x".repeat(60) + " Ealing";

    assertThat(Affix.find(column("City of Ely", "Town of Ely"), SPELLINGS)).isEmpty();
    assertThat(Affix.find(column(long1, long2), SPELLINGS)).isEmpty();
  }

  @Test
  void spellingsCountWithAndWithoutWhatStandsAroundThem() {
    ColumnProfile column =
        column("London Borough of Camden", "London Borough of Ealing", "WESTMINSTER", "Kent");

    assertThat(Affix.spelt(column, SPELLINGS)).isEqualTo(3);
    assertThat(Affix.spelt(column("Kent", "Essex"), SPELLINGS)).isZero();
  }

  @Test
  void isPrintedAsAnExpressionOverAColumnOfNames() {
    assertThat(BOROUGH.around("name")).isEqualTo("concat('London Borough of ', name)");
    assertThat(new Affix("", " County").around("`the name`"))
        .isEqualTo("concat(`the name`, ' County')");
    assertThat(new Affix("Ville d'", "!").around("name"))
        .isEqualTo("concat('Ville d\\'', name, '!')");
  }
}
