package org.cityeval.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.lake.DistrictKey.DistrictColumns;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Quantity;

/** Turns a table with a column a district, for each measure, into a row a district and measure. */
public final class WideDistricts {
  /** The district as the heading spells it. */
  public static final String DISTRICT = "_district_heading";

  /** The measure the cell is of. */
  public static final String MEASURE = "_measure";

  /** Columns that the number of the district is the sum of; absent where it is one of each. */
  public static final String COLUMNS = "_columns_of_district";

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
    DistrictHeadings headings = headings(rows, owner, measures);
    boolean areAdded = headings.said().stream().anyMatch(said -> headings.columnsOf(said) > 1);
    StructType schema =
        new StructType().add(DISTRICT, DataTypes.StringType).add(MEASURE, DataTypes.StringType);
    List<String> all = Arrays.asList(rows.columns());
    List<WideCells.Heading> wide = new ArrayList<>();
    for (DistrictHeadings.Said said : headings.said()) {
      List<Serializable> says = new ArrayList<>(List.of(said.district(), said.measure().column()));
      if (areAdded) {
        says.add(headings.columnsOf(said));
      }
      wide.add(new WideCells.Heading(all.indexOf(said.heading()), says));
    }
    return WideCells.unpivot(
        rows, areAdded ? schema.add(COLUMNS, DataTypes.IntegerType) : schema, wide);
  }

  /** What the headings lack of what the config says of them. */
  public static List<UserProblem> problems(
      Dataset<Row> rows, String owner, Map<Quantity, DistrictColumns> measures) {
    return headings(rows, owner, measures).missing();
  }

  /**
   * Headings that a prefix and suffix fit besides those of districts.
   *
   * @param known whether a spelling means a district
   */
  public static List<UserProblem> longerHeadings(
      Dataset<Row> rows,
      String owner,
      Map<Quantity, DistrictColumns> measures,
      Predicate<String> known) {
    return headings(rows, owner, measures).longer(known);
  }

  static DistrictHeadings headings(
      Dataset<Row> rows, String owner, Map<Quantity, DistrictColumns> measures) {
    return new DistrictHeadings(owner, LakeSource.ownColumns(rows), measures);
  }
}
