package org.cityeval.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.DistrictKey.DistrictColumns;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Quantity;

/** Turns a table with a column a district, for each measure, into a row a district and measure. */
public final class WideDistricts {
  /** The district as the heading spells it. */
  public static final String DISTRICT = "_district_heading";

  /** The measure the cell is of. */
  public static final String MEASURE = "_measure";

  private static final StructType SAID =
      new StructType().add(DISTRICT, DataTypes.StringType).add(MEASURE, DataTypes.StringType);

  private WideDistricts() {}

  /**
   * Unpivots the columns that are districts.
   *
   * @throws UserProblem the first of {@link #problems}
   */
  public static Dataset<Row> unpivot(
      Dataset<Row> rows, String owner, Map<Quantity, DistrictColumns> measures) {
    problems(rows, owner, measures).stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw problem;
            });
    List<WideCells.Heading> headings = new ArrayList<>();
    measures.forEach((measure, columns) -> headings.addAll(headings(rows, measure, columns)));
    return WideCells.unpivot(rows, SAID, headings);
  }

  /** What the headings lack of what the config says of them. */
  public static List<UserProblem> problems(
      Dataset<Row> rows, String owner, Map<Quantity, DistrictColumns> measures) {
    List<String> own = LakeSource.ownColumns(rows);
    List<UserProblem> problems = new ArrayList<>();
    for (Map.Entry<Quantity, DistrictColumns> measure : measures.entrySet()) {
      String key = owner + ".district_columns." + measure.getKey().column();
      for (String heading : measure.getValue().columns().keySet()) {
        if (!own.contains(heading)) {
          problems.add(
              new UserProblem(
                  key + ": no column " + heading + ".",
                  "The columns are " + LakeSource.shown(own) + ".",
                  NearestName.of(heading, own)
                      .map(near -> "Did you mean " + near + "?")
                      .orElse("Correct the heading.")));
        }
      }
      if (measure.getValue().columns().isEmpty()
          && headings(rows, measure.getKey(), measure.getValue()).isEmpty()) {
        problems.add(
            new UserProblem(
                key + ": no heading is " + pattern(measure.getValue()) + ".",
                "The columns are " + LakeSource.shown(own) + ".",
                "Correct prefix and suffix, or name the columns one by one."));
      }
    }
    return problems;
  }

  private static List<WideCells.Heading> headings(
      Dataset<Row> rows, Quantity measure, DistrictColumns columns) {
    List<WideCells.Heading> headings = new ArrayList<>();
    List<String> all = Arrays.asList(rows.columns());
    for (String heading : LakeSource.ownColumns(rows)) {
      String district = columns.columns().get(heading);
      if (columns.columns().isEmpty()) {
        district = between(heading, text(columns.prefix()), text(columns.suffix()));
      }
      if (district != null) {
        headings.add(
            new WideCells.Heading(all.indexOf(heading), List.of(district, measure.column())));
      }
    }
    return headings;
  }

  private static String between(String heading, String prefix, String suffix) {
    int end = heading.length() - suffix.length();
    return heading.startsWith(prefix) && heading.endsWith(suffix) && prefix.length() < end
        ? heading.substring(prefix.length(), end)
        : null;
  }

  private static String pattern(DistrictColumns columns) {
    return text(columns.prefix()) + "<district>" + text(columns.suffix());
  }

  private static String text(String affix) {
    return affix == null ? "" : affix;
  }
}
