package org.cityeval.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cityeval.config.lake.DistrictsConfig.Merge;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Districts of the list that are evaluated as one. */
public final class MergedDistricts {
  private MergedDistricts() {}

  /**
   * The districts with the wholes in the place of their parts, sorted by id.
   *
   * @param merges what is merged, by the id of the whole
   * @throws UserProblem where a part is not on the list or has unknown residents, a whole has an id
   *     of the list, or parts differ in city or region
   */
  static List<District> merge(List<District> listed, Map<String, Merge> merges) {
    if (merges.isEmpty()) {
      return List.copyOf(listed);
    }
    Map<String, District> byId = new TreeMap<>();
    listed.forEach(district -> byId.put(district.districtId(), district));
    List<District> all = new ArrayList<>(listed);
    merges.forEach(
        (id, merge) -> {
          List<District> parts = parts("districts.merge." + id, id, merge, byId);
          all.removeAll(parts);
          all.add(whole("districts.merge." + id, id, merge, parts));
        });
    Map<String, String> wholes = wholes(all);
    return all.stream()
        .map(district -> district.with(neighbours(district, wholes), district.geometryWkt()))
        .sorted(Comparator.comparing(District::districtId))
        .toList();
  }

  /** The whole of each part, by id. */
  public static Map<String, String> wholes(List<District> districts) {
    Map<String, String> wholes = new TreeMap<>();
    for (District district : districts) {
      district.parts().keySet().forEach(part -> wholes.put(part, district.districtId()));
    }
    return wholes;
  }

  private static List<District> parts(
      String key, String id, Merge merge, Map<String, District> byId) {
    if (byId.containsKey(id)) {
      throw new UserProblem(
          key + ": " + id + " is on the list itself.",
          "A row could not say whether it means the part or the whole.",
          "Give the whole an id of its own, such as " + id + "+.");
    }
    List<District> parts = new ArrayList<>();
    for (String part : merge.parts()) {
      if (!byId.containsKey(part)) {
        throw new UserProblem(
            key + ".parts: no district " + part + ".",
            "The list has " + byId.size() + " districts, as districts.where leaves them.",
            NearestName.find(part, byId.keySet())
                .map(near -> "Did you mean " + near + "?")
                .orElse("Correct the id."));
      }
      if (Double.isNaN(byId.get(part).population())) {
        throw new UserProblem(
            key + ".parts: the residents of " + part + " are unknown.",
            "Numbers of parts are weighed by residents.",
            "Fill in districts.columns.population for the parts.");
      }
      parts.add(byId.get(part));
    }
    return parts;
  }

  private static District whole(String key, String id, Merge merge, List<District> parts) {
    District first = parts.get(0);
    shared(key, "city", parts, District::cityId);
    Map<String, String> regions = new HashMap<>();
    for (String region : names(parts, District::regions)) {
      regions.put(region, shared(key, region, parts, part -> part.regions().get(region)));
    }
    regions.values().removeIf(Objects::isNull);
    Map<String, Double> residents = new TreeMap<>();
    parts.forEach(part -> residents.put(part.districtId(), part.population()));
    return new District(
        id,
        merge.name() == null ? joined(parts, District::name) : merge.name(),
        merge.nameZh() == null ? joined(parts, District::nameZh) : merge.nameZh(),
        first.cityId(),
        first.cityName(),
        first.cityNameZh(),
        sum(parts, District::population),
        parts.stream().flatMap(part -> part.neighbours().stream()).toList(),
        union(parts),
        regions,
        attributes(parts),
        residents);
  }

  private static Set<String> names(List<District> parts, Function<District, Map<String, ?>> of) {
    return parts.stream()
        .flatMap(part -> of.apply(part).keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String shared(
      String key, String what, List<District> parts, Function<District, String> of) {
    for (District part : parts) {
      if (!Objects.equals(of.apply(part), of.apply(parts.get(0)))) {
        throw new UserProblem(
            key + ".parts: " + what + " of " + part.districtId() + " is " + of.apply(part) + ".",
            "That of "
                + parts.get(0).districtId()
                + " is "
                + of.apply(parts.get(0))
                + "; a whole has one.",
            "Merge districts that agree, or correct the list.");
      }
    }
    return of.apply(parts.get(0));
  }

  private static String joined(List<District> parts, Function<District, String> name) {
    return parts.stream().map(name).anyMatch(Objects::isNull)
        ? null
        : parts.stream().map(name).collect(Collectors.joining(" + "));
  }

  private static double sum(List<District> parts, Function<District, Double> of) {
    return parts.stream().mapToDouble(of::apply).sum();
  }

  /** Means weighed by residents, of what is known of every part. */
  private static Map<String, Double> attributes(List<District> parts) {
    Map<String, Double> attributes = new HashMap<>();
    for (String name : names(parts, District::attributes)) {
      if (parts.stream().allMatch(part -> part.attributes().containsKey(name))) {
        attributes.put(
            name,
            sum(parts, part -> part.population() * part.attributes().get(name))
                / sum(parts, District::population));
      }
    }
    return attributes;
  }

  private static String union(List<District> parts) {
    if (parts.stream().anyMatch(part -> part.geometryWkt() == null)) {
      return null;
    }
    List<Geometry> shapes = new ArrayList<>();
    for (District part : parts) {
      try {
        shapes.add(new WKTReader().read(part.geometryWkt()));
      } catch (ParseException impossible) {
        throw new IllegalStateException(part.districtId(), impossible);
      }
    }
    return new WKTWriter().write(UnaryUnionOp.union(shapes));
  }

  /** Ids of the neighbours as they are now, without itself. */
  private static List<String> neighbours(District district, Map<String, String> wholes) {
    return district.neighbours().stream()
        .map(id -> wholes.getOrDefault(id, id))
        .filter(id -> !id.equals(district.districtId()))
        .distinct()
        .sorted()
        .toList();
  }
}
