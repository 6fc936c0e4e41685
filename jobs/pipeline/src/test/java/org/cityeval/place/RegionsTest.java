package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionsTest {
  private static final List<District> LISTED =
      List.of(
          district("B", Map.of("state", "NY")),
          district("A", Map.of("state", "NY", "market", "east")),
          district("C", Map.of("state", "NJ")),
          district("D", Map.of()));

  private static District district(String id, Map<String, String> regions) {
    return new District(
        id, id, null, "c", "c", null, 1, List.of(), null, regions, Map.of(), Map.of());
  }

  @Test
  void aRegionHasItsDistrictsInTheOrderOfTheList() {
    var regions = Regions.of(LISTED, "state");

    assertThat(regions.keySet()).containsExactly("NJ", "NY");
    assertThat(regions.get("NY")).extracting(District::districtId).containsExactly("B", "A");
    assertThat(regions.get("NJ")).extracting(District::districtId).containsExactly("C");
  }

  @Test
  void aDistrictThatNamesNoneIsInNone() {
    assertThat(Regions.of(LISTED, "market").get("east"))
        .extracting(District::districtId)
        .containsExactly("A");
    assertThat(Regions.of(LISTED, "county")).isEmpty();
  }

  @Test
  void regionsAreAListOfTheirOwnWithoutCityOrResidents() {
    List<District> regions = Regions.asDistricts(LISTED, "state");

    assertThat(regions).extracting(District::districtId).containsExactly("NJ", "NY");
    assertThat(regions.get(0).cityId()).isNull();
    assertThat(regions.get(0).population()).isNaN();
  }
}
