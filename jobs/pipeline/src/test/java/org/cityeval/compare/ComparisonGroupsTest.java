package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityeval.comparison.Judged;
import org.cityeval.comparison.Panel;
import org.cityeval.series.Level;
import org.junit.jupiter.api.Test;

/** Districts a1, a2 and a3 of city a, b1 of city b; their numbers follow their ids. */
class ComparisonGroupsTest {
  private static final List<Judged> DISTRICTS =
      List.of(
          new Judged("a1", "a", Map.of()),
          new Judged("a2", "a", Map.of()),
          new Judged("a3", "a", Map.of()),
          new Judged("b1", "b", Map.of()));

  private static Member member(int group, String... peers) {
    return new Member("Name", group, List.of(peers));
  }

  private static ComparisonScope scope(ComparisonScope.NamedGroup... groups) {
    return new ComparisonScope(
        "e",
        LocalDate.of(2020, 6, 30),
        null,
        List.of(),
        new ComparisonScope.Draws(100, 0, 0.95, 1),
        List.of(groups),
        new ComparisonScope.Peers(List.of(), 0, 0));
  }

  private static String told(List<ComparisonGroups.Group> groups) {
    return groups.stream()
        .map(group -> group.id() + Arrays.toString(group.members()) + "/" + group.subject())
        .collect(Collectors.joining(" "));
  }

  private static ComparisonGroups groups(
      ComparisonScope scope, Level level, List<Judged> units, Member... members) {
    return new ComparisonGroups(scope, level, new Panel(units, List.of()), List.of(members));
  }

  @Test
  void districtsAreRankedInTheirCityAndAmongAll() {
    ComparisonGroups groups =
        groups(scope(), Level.DISTRICT, DISTRICTS, member(0), member(0), member(0), member(0));

    assertThat(told(groups.apart())).isEqualTo("a[0, 1, 2]/-1 b[3]/-1");
    assertThat(told(groups.all())).isEqualTo("a[0, 1, 2]/-1 b[3]/-1 all[0, 1, 2, 3]/-1");
  }

  @Test
  void ofOneCityAllWouldBeTheCityOnceMore() {
    ComparisonGroups groups =
        groups(scope(), Level.DISTRICT, DISTRICTS.subList(0, 3), member(0), member(0), member(0));

    assertThat(told(groups.all())).isEqualTo("a[0, 1, 2]/-1");
  }

  @Test
  void citiesAreRankedAmongCities() {
    List<Judged> cities = List.of(new Judged("a", "a", Map.of()), new Judged("b", "b", Map.of()));

    assertThat(told(groups(scope(), Level.CITY, cities, member(0), member(0)).all()))
        .isEqualTo("cities[0, 1]/-1");
  }

  @Test
  void aNamedGroupHoldsWhoIsThereOfItsLevel() {
    ComparisonScope scope =
        scope(
            new ComparisonScope.NamedGroup("coast", Level.DISTRICT, Set.of("a3", "b1", "gone")),
            new ComparisonScope.NamedGroup("none", Level.DISTRICT, Set.of("gone")),
            new ComparisonScope.NamedGroup("cities-of-the-coast", Level.CITY, Set.of("a")));

    assertThat(
            told(
                groups(
                        scope,
                        Level.DISTRICT,
                        DISTRICTS.subList(0, 3),
                        member(0),
                        member(0),
                        member(0))
                    .all()))
        .isEqualTo("a[0, 1, 2]/-1 coast[2]/-1");
  }

  @Test
  void theSimilarAreThoseOfOneGroupAndGroupNoneIsNone() {
    ComparisonGroups groups =
        groups(scope(), Level.DISTRICT, DISTRICTS.subList(0, 3), member(2), member(0), member(2));

    assertThat(told(groups.all())).isEqualTo("a[0, 1, 2]/-1 similar[0, 2]/-1");
  }

  @Test
  void amongPeersOnlyTheMemberItselfIsRanked() {
    List<ComparisonGroups.Group> all =
        groups(
                scope(),
                Level.DISTRICT,
                DISTRICTS.subList(0, 3),
                member(0),
                member(0, "a1", "a3", "without-a-value"),
                member(0, "without-a-value"))
            .all();

    assertThat(told(all)).isEqualTo("a[0, 1, 2]/-1 peers[0, 1, 2]/1");
    assertThat(all.get(1).ranks(1)).isTrue();
    assertThat(all.get(1).ranks(0)).isFalse();
    assertThat(all.get(0).ranks(0)).isTrue();
  }
}
