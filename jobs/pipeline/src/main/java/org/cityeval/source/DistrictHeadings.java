package org.cityeval.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cityeval.config.lake.DistrictKey.Affixes;
import org.cityeval.config.lake.DistrictKey.DistrictColumns;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Quantity;

/** Which headings of a table are which district, of which measure. */
final class DistrictHeadings {
  private final String owner;
  private final List<String> headings;
  private final Map<Quantity, DistrictColumns> measures;
  private final List<Said> said = new ArrayList<>();

  /**
   * A heading and what it says.
   *
   * @param by what stands around the district; null where the config names the heading
   */
  record Said(String heading, String district, Quantity measure, Affixes by) {
    private int length() {
      return by == null ? Integer.MAX_VALUE : by.length();
    }
  }

  /**
   * @param owner how messages name the source
   * @param headings of the table
   */
  DistrictHeadings(String owner, List<String> headings, Map<Quantity, DistrictColumns> measures) {
    this.owner = owner;
    this.headings = List.copyOf(headings);
    this.measures = measures;
    for (String heading : headings) {
      List<Said> senses = senses(heading);
      int longest = senses.stream().mapToInt(Said::length).max().orElse(0);
      senses.stream().filter(sense -> sense.length() == longest).forEach(said::add);
    }
  }

  private List<Said> senses(String heading) {
    List<Said> senses = new ArrayList<>();
    measures.forEach(
        (measure, columns) -> {
          if (columns.columns().containsKey(heading)) {
            senses.add(new Said(heading, columns.columns().get(heading), measure, null));
          } else if (columns.columns().isEmpty()) {
            for (Affixes affixes : columns.affixes()) {
              String district = affixes.district(heading);
              if (district != null) {
                senses.add(new Said(heading, district, measure, affixes));
              }
            }
          }
        });
    return senses;
  }

  /** What the headings say; each by the longest prefix and suffix that fit it. */
  List<Said> said() {
    return List.copyOf(said);
  }

  /** How many columns the number of a district is the sum of. */
  int columnsOf(Said one) {
    return (int)
        said.stream()
            .filter(other -> other.measure() == one.measure())
            .filter(other -> other.district().equals(one.district()))
            .count();
  }

  /** What the headings lack of what the config says of them. */
  List<UserProblem> missing() {
    List<UserProblem> problems = new ArrayList<>();
    measures.forEach(
        (measure, columns) -> {
          for (String heading : columns.columns().keySet()) {
            if (!headings.contains(heading)) {
              problems.add(
                  new UserProblem(
                      key(measure) + ": no column " + heading + ".",
                      "The columns are " + LakeSource.shown(headings) + ".",
                      NearestName.find(heading, headings)
                          .map(near -> "Did you mean " + near + "?")
                          .orElse("Correct the heading.")));
            }
          }
          if (columns.columns().isEmpty()) {
            columns.affixes().stream()
                .filter(affixes -> said.stream().noneMatch(one -> isOf(one, measure, affixes)))
                .forEach(affixes -> problems.add(fitsNothing(measure, affixes)));
          }
        });
    return problems;
  }

  private static boolean isOf(Said one, Quantity measure, Affixes affixes) {
    return one.measure() == measure && affixes.equals(one.by());
  }

  private UserProblem fitsNothing(Quantity measure, Affixes affixes) {
    return new UserProblem(
        key(measure) + ": no heading is " + pattern(affixes) + ".",
        "The columns are " + LakeSource.shown(headings) + ".",
        "Correct prefix and suffix, or name the columns one by one.");
  }

  /**
   * Headings that a prefix and suffix fit besides those of districts. What is left over of a longer
   * one begins or ends with a district, and is none.
   *
   * @param known whether a spelling means a district
   */
  public List<UserProblem> longer(Predicate<String> known) {
    List<UserProblem> problems = new ArrayList<>();
    for (Said longer : said) {
      if (longer.by() == null || known.test(longer.district())) {
        continue;
      }
      said.stream()
          .filter(one -> isOf(one, longer.measure(), longer.by()))
          .filter(one -> isWithin(one, longer) && known.test(one.district()))
          .findFirst()
          .ifPresent(one -> problems.add(fitsBoth(one, longer)));
    }
    return problems;
  }

  private static boolean isWithin(Said one, Said longer) {
    return longer.district().length() > one.district().length()
        && (longer.district().startsWith(one.district())
            || longer.district().endsWith(one.district()));
  }

  private UserProblem fitsBoth(Said one, Said longer) {
    return new UserProblem(
        key(one.measure())
            + ": "
            + pattern(one.by())
            + " is both "
            + one.heading()
            + " and "
            + longer.heading()
            + ".",
        "The rest of the longer heading, " + longer.district() + ", is no district.",
        "Name the columns one by one under columns. Or, if both count the same district, list both"
            + " endings; they are then added up.");
  }

  private String key(Quantity measure) {
    return owner + ".district_columns." + measure.column();
  }

  private static String pattern(Affixes affixes) {
    return affixes.before() + "<district>" + affixes.after();
  }
}
