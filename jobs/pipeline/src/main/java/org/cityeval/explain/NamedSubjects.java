package org.cityeval.explain;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cityeval.place.Spelling;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Level;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;

/** The districts and cities of some publications, by their ids and by their names. */
final class NamedSubjects {
  private final List<Named> all = new ArrayList<>();

  /**
   * @param cityId of a district; of a city its own
   */
  private record Named(
      String evaluationId, String id, Level level, String cityId, String name, String nameZh) {
    boolean isCalled(String asked) {
      return Stream.of(name, nameZh)
          .anyMatch(own -> own != null && Spelling.normal(own).equals(Spelling.normal(asked)));
    }
  }

  NamedSubjects(Publications publications, List<Publication> searched) {
    for (Publication publication : searched) {
      List<Named> own =
          new ArrayList<>(named(publications, publication, DistrictTable.SPEC, Level.DISTRICT));
      own.addAll(named(publications, publication, CityTable.SPEC, Level.CITY));
      own.sort(
          Comparator.comparing(Named::id)
              .thenComparing(Named::name, Comparator.nullsFirst(Comparator.naturalOrder())));
      all.addAll(own);
    }
  }

  private static List<Named> named(
      Publications publications, Publication publication, TableSpec table, Level level) {
    String id = level == Level.CITY ? CITY_ID.name() : DISTRICT_ID.name();
    return publications
        .rows(publication, table)
        .columns(Stream.of(id, CITY_ID.name(), "name", "name_zh").distinct().toList())
        .list()
        .stream()
        .map(
            row ->
                new Named(
                    publication.evaluationId(),
                    row.text(id),
                    level,
                    row.get(CITY_ID),
                    row.get(DistrictTable.NAME),
                    row.get(DistrictTable.NAME_ZH)))
        .toList();
  }

  /**
   * The subject by its id, where it was asked for by its name; itself where it is an id, or
   * neither.
   *
   * @throws UserProblem if several have the name
   */
  Explainer.Subject identified(Explainer.Subject asked) {
    List<Named> ofLevel =
        all.stream()
            .filter(named -> asked.level() == null || named.level() == asked.level())
            .toList();
    if (ofLevel.stream().anyMatch(named -> named.id().equals(asked.districtId()))) {
      return asked;
    }
    List<Named> called =
        ofLevel.stream().filter(named -> named.isCalled(asked.districtId())).toList();
    if (called.isEmpty()) {
      return asked;
    }
    Named first = called.get(0);
    if (called.stream()
        .anyMatch(named -> !named.id().equals(first.id()) || named.level() != first.level())) {
      throw new UserProblem(
          called.size() + " are called " + asked.districtId() + ".",
          "They are " + String.join("; ", called.stream().map(this::shown).toList()) + ".",
          "Name one by its id, or choose by --level or --evaluation.");
    }
    return new Explainer.Subject(asked.evaluationId(), first.id(), first.level(), asked.periodId());
  }

  private String shown(Named named) {
    String of =
        named.level() == Level.CITY
            ? "a city"
            : "district of "
                + all.stream()
                    .filter(city -> city.level() == Level.CITY)
                    .filter(city -> city.evaluationId().equals(named.evaluationId()))
                    .filter(city -> city.id().equals(named.cityId()))
                    .findFirst()
                    .map(Named::name)
                    .orElse(named.cityId());
    return named.name() + " (" + named.id() + ", " + of + ", in " + named.evaluationId() + ")";
  }

  /** Names of districts by id. */
  Map<String, String> districts() {
    Map<String, String> names = new TreeMap<>();
    all.stream()
        .filter(named -> named.level() == Level.DISTRICT)
        .forEach(named -> names.put(named.id(), named.name()));
    return names;
  }

  /** The name of a published district or city; its id where it has none. */
  String of(String id, String level) {
    return all.stream()
        .filter(named -> named.id().equals(id) && named.level().id().equals(level))
        .findFirst()
        .map(Named::name)
        .orElse(id);
  }

  /** What an unknown id or name probably meant. */
  Optional<String> nearest(String asked) {
    List<String> spellings =
        all.stream().flatMap(named -> Stream.of(named.id(), named.name())).distinct().toList();
    return NearestName.find(asked, spellings);
  }
}
