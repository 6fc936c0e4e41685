package org.cityeval.job.diff;

import static org.apache.spark.sql.functions.lit;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.revision.RankRevisions;
import org.cityeval.revision.ValueRevisions;
import org.cityeval.run.KeptRows;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.Warehouse;

/** Compares values, ranks and classes of two publications. Reads gold, writes nothing. */
public final class ResultRevisionJob {
  private final Warehouse warehouse;
  private final Publication a;
  private final Publication b;
  private final Differences differences;

  public ResultRevisionJob(Warehouse warehouse, Publication a, Publication b) {
    this.warehouse = warehouse;
    this.a = a;
    this.b = b;
    this.differences = Differences.between(new Publications(warehouse.stored()), a, b);
  }

  /**
   * What is asked.
   *
   * @param period a period alone, or all
   * @param weighting a weighting alone, or both
   * @param listed how many of the rows that differ are listed
   */
  public record Question(Optional<String> period, Optional<String> weighting, int listed) {}

  /**
   * What differs, from the cause to the class.
   *
   * @param causes config, method, code and sources that differ
   * @param indicators a row per indicator and level
   * @param values the values that differ most
   * @param groups a row per comparison group, level, period and weighting
   * @param ranks who is ranked or classed otherwise
   */
  public record Answer(Rows causes, Rows indicators, Rows values, Rows groups, Rows ranks) {}

  /**
   * Compares.
   *
   * @throws UserProblem if neither side has the period or weighting
   */
  public Answer compare(Question question) {
    try (KeptRows keptValues = KeptRows.of(values(question));
        KeptRows keptRanks = KeptRows.of(ranks(question, keptValues.rows()))) {
      Dataset<Row> values = keptValues.rows();
      Dataset<Row> ranks = keptRanks.rows();
      Rows indicators = Rows.of(ValueRevisions.byIndicator(values));
      if (indicators.rows().isEmpty()) {
        String period = question.period().orElse("any");
        throw nothing("period", period, known(PERIOD_ID, IndicatorValueTable.SPEC));
      }
      Rows groups = Rows.of(RankRevisions.byGroup(ranks));
      if (groups.rows().isEmpty() && question.weighting().isPresent()) {
        requireWeighting(question.weighting().get());
      }
      return new Answer(
          differences.rows(indicators),
          indicators,
          named(Rows.of(ValueRevisions.largest(values, question.listed()))),
          groups,
          Rows.of(RankRevisions.largest(ranks, question.listed())));
    }
  }

  private Dataset<Row> values(Question question) {
    return new ValueRevisions(differences.causes())
        .compare(
            of(question.period(), PERIOD_ID, read(a, IndicatorValueTable.SPEC)),
            of(question.period(), PERIOD_ID, read(b, IndicatorValueTable.SPEC)));
  }

  private Dataset<Row> ranks(Question question, Dataset<Row> values) {
    return new RankRevisions(differences.causes())
        .compare(ranks(a, question), ranks(b, question), ValueRevisions.touched(values));
  }

  private Dataset<Row> ranks(Publication publication, Question question) {
    return of(
        question.weighting(),
        WEIGHTING,
        of(question.period(), PERIOD_ID, read(publication, RankIntervalTable.SPEC)));
  }

  private Dataset<Row> read(Publication publication, TableSpec table) {
    return warehouse.read(publication, table);
  }

  private static Dataset<Row> of(
      Optional<String> only, TableColumn<String> column, Dataset<Row> rows) {
    return only.map(value -> rows.where(column.col().equalTo(value))).orElse(rows);
  }

  /** With the names that B gives, or A where B has no such district or city. */
  private Rows named(Rows values) {
    Map<String, String> names = new HashMap<>();
    Object[] ids =
        values.rows().stream().map(row -> values.cell(row, DISTRICT_ID)).distinct().toArray();
    for (Publication publication : List.of(a, b)) {
      read(publication, DistrictTable.SPEC)
          .select(lit("district").as(LEVEL.name()), DISTRICT_ID.col(), DistrictTable.NAME.col())
          .union(
              read(publication, CityTable.SPEC)
                  .select(lit("city"), CITY_ID.col(), DistrictTable.NAME.col()))
          .where(DISTRICT_ID.col().isin(ids))
          .collectAsList()
          .forEach(
              row -> names.put(LEVEL.of(row) + DISTRICT_ID.of(row), DistrictTable.NAME.of(row)));
    }
    return values.with(
        DistrictTable.NAME.name(),
        row -> names.get("" + values.cell(row, LEVEL) + values.cell(row, DISTRICT_ID)));
  }

  private void requireWeighting(String weighting) {
    List<String> known = known(WEIGHTING, RankIntervalTable.SPEC);
    if (!known.contains(weighting)) {
      throw nothing("weighting", weighting, known);
    }
  }

  private List<String> known(TableColumn<String> column, TableSpec table) {
    List<String> known = new ArrayList<>();
    for (Publication publication : List.of(a, b)) {
      read(publication, table)
          .select(column.col())
          .distinct()
          .collectAsList()
          .forEach(row -> known.add(column.of(row)));
    }
    return known.stream().distinct().sorted().toList();
  }

  private static UserProblem nothing(String what, String name, List<String> known) {
    return new UserProblem(
        "Neither publication has a " + what + " " + name + ".",
        "There are " + String.join(", ", known) + ".",
        NearestName.find(name, known)
            .map(near -> "Did you mean " + near + "?")
            .orElse("Name one of these, or all."));
  }
}
