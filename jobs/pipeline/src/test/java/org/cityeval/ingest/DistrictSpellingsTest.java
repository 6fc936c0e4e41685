package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.place.Crosswalk;
import org.junit.jupiter.api.Test;

/** Maple and Kings County are on the list; Elsewhere is known to the spellings alone. */
class DistrictSpellingsTest {
  private static final LocalDate DAY = LocalDate.of(2020, 3, 1);
  private static final Map<String, String> CITIES = Map.of("maple", "one", "kings county", "two");

  private static final Crosswalk KNOWN =
      Crosswalk.ofIds(List.of("maple", "kings county", "elsewhere"));

  private static final DistrictSpellings EXACT =
      DistrictSpellings.exact(KNOWN, CITIES, Reason.UNKNOWN_DISTRICT);

  private static final DistrictSpellings ANY =
      DistrictSpellings.anySpelling(KNOWN, CITIES, Reason.UNKNOWN_DISTRICT);

  @Test
  void aKeyOfTheListIsItsDistrictInItsCity() {
    assertThat(EXACT.find(" maple ", DAY))
        .isEqualTo(new DistrictSpellings.Found("maple", "one", null, null));
  }

  @Test
  void theCaseOfAKeyMattersWhereItIsTakenAsItIs() {
    assertThat(EXACT.find("Maple", DAY).reason()).isEqualTo(Reason.UNKNOWN_DISTRICT);
    assertThat(ANY.find("ＭAPLE", null).districtId()).isEqualTo("maple");
  }

  @Test
  void anUnknownKeyIsToldWithTheNearestName() {
    assertThat(ANY.find("Kings Countty", DAY))
        .isEqualTo(
            new DistrictSpellings.Found(
                null, null, Reason.UNKNOWN_DISTRICT, " (nearest: kings county)"));
  }

  /** A list of spellings may know districts that are not evaluated. */
  @Test
  void aDistrictThatIsNotOnTheListHasItsIdAndNoCity() {
    DistrictSpellings.Found found = EXACT.find("elsewhere", DAY);

    assertThat(found.districtId()).isEqualTo("elsewhere");
    assertThat(found.cityId()).isNull();
    assertThat(found.reason()).isEqualTo(Reason.UNKNOWN_DISTRICT);
  }

  @Test
  void idsDependOnNoDay() {
    assertThat(EXACT.dependOnDays()).isFalse();
    assertThat(EXACT.dependsOnDay("maple")).isFalse();
    assertThat(EXACT.unknown()).isEqualTo(Reason.UNKNOWN_DISTRICT);
  }
}
