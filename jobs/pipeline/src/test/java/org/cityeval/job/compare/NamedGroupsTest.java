package org.cityeval.job.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityeval.compare.ComparisonScope.NamedGroup;
import org.cityeval.config.ComparisonConfig;
import org.cityeval.place.District;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Level;
import org.junit.jupiter.api.Test;

class NamedGroupsTest {
  private static final List<District> DISTRICTS =
      List.of(district("330100"), district("330200"), district("330300"));

  private static District district(String id) {
    return new District(id, id, null, "33", "Zhejiang", null, 1000, List.of(), null);
  }

  private static ComparisonConfig naming(String group, String... ids) {
    return new ComparisonConfig(2, 0, null, null, Map.of(group, List.of(ids)), null);
  }

  @Test
  void membersAreDistrictsOrCities() {
    assertThat(NamedGroups.read(naming("coast", "330300", "330200"), DISTRICTS))
        .containsExactly(new NamedGroup("coast", Level.DISTRICT, Set.of("330200", "330300")));
    assertThat(NamedGroups.read(naming("provinces", "33"), DISTRICTS))
        .containsExactly(new NamedGroup("provinces", Level.CITY, Set.of("33")));
  }

  @Test
  void idsThatCitiesHaveTooAreThoseOfDistricts() {
    List<District> districts =
        List.of(
            new District("1", "one", null, "1", "Metro", null, 1000, List.of(), null),
            new District("2", "two", null, "1", "Metro", null, 1000, List.of(), null),
            new District("3", "three", null, "3", "Town", null, 1000, List.of(), null));

    assertThat(NamedGroups.read(naming("both", "1", "3"), districts).get(0).level())
        .isEqualTo(Level.DISTRICT);
  }

  @Test
  void districtsAndCitiesAreNotOneGroup() {
    assertThatThrownBy(() -> NamedGroups.read(naming("mixed", "33", "330100"), DISTRICTS))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("33 is a city and 330100 is a district");
  }

  @Test
  void anIdOnNoListIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> NamedGroups.read(naming("coast", "330300", "33020"), DISTRICTS))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("33020")
        .satisfies(
            problem ->
                assertThat(((UserProblem) problem).render()).contains("Did you mean 330200?"));
  }

  @Test
  void theNameOfACityIsTaken() {
    assertThatThrownBy(() -> NamedGroups.read(naming("33", "330100", "330200"), DISTRICTS))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("there is a city of that id");
  }
}
