package org.cityeval.job.diff;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.revision.GroupCounts;
import org.cityeval.revision.IndicatorCounts;
import org.cityeval.revision.LargestMoves;
import org.cityeval.revision.LargestValues;
import org.cityeval.revision.RankRevisions;
import org.cityeval.revision.ValueRevisions;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRows;
import org.cityeval.warehouse.StoredTables;

/** Compares values, ranks and classes of two publications. Reads gold, writes nothing. */
public final class ResultRevisionJob {
  private final Publications publications;
  private final Publication a;
  private final Publication b;
  private final Differences differences;

  public ResultRevisionJob(StoredTables tables, Publication a, Publication b) {
    this.publications = new Publications(tables);
    this.a = a;
    this.b = b;
    this.differences = Differences.between(publications, a, b);
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
    ValueRevisions values = new ValueRevisions(differences.rule());
    IndicatorCounts byIndicator = new IndicatorCounts();
    LargestValues largestValues = new LargestValues(question.listed());
    values.each(
        values(a, question)::each,
        values(b, question)::each,
        one -> {
          byIndicator.add(one);
          largestValues.add(one);
        });
    Rows indicators = Rows.of(IndicatorCounts.Line.class, byIndicator.lines());
    if (indicators.rows().isEmpty()) {
      String period = question.period().orElse("any");
      throw nothing("period", period, known(PERIOD_ID, IndicatorValueTable.SPEC));
    }
    GroupCounts byGroup = new GroupCounts();
    LargestMoves largestMoves = new LargestMoves(question.listed());
    new RankRevisions(differences.rule(), values)
        .each(
            ranks(a, question)::each,
            ranks(b, question)::each,
            one -> {
              byGroup.add(one);
              largestMoves.add(one);
            });
    Rows groups = Rows.of(GroupCounts.Line.class, byGroup.lines());
    if (groups.rows().isEmpty() && question.weighting().isPresent()) {
      requireWeighting(question.weighting().get());
    }
    return new Answer(
        differences.rows(indicators),
        indicators,
        named(Rows.of(LargestValues.Line.class, largestValues.lines())),
        groups,
        Rows.of(LargestMoves.Line.class, largestMoves.lines()));
  }

  private StoredRows values(Publication publication, Question question) {
    return of(
        question.period(),
        PERIOD_ID,
        publications.rows(publication, IndicatorValueTable.SPEC).columns(ValueRevisions.COLUMNS));
  }

  private StoredRows ranks(Publication publication, Question question) {
    StoredRows all =
        publications.rows(publication, RankIntervalTable.SPEC).columns(RankRevisions.COLUMNS);
    return of(question.weighting(), WEIGHTING, of(question.period(), PERIOD_ID, all));
  }

  private static StoredRows of(Optional<String> only, TableColumn<String> column, StoredRows rows) {
    return only.map(value -> rows.where(column, value)).orElse(rows);
  }

  /** With the names that B gives, or A where B has no such district or city. */
  private Rows named(Rows values) {
    Map<String, String> names = new HashMap<>();
    for (Publication publication : List.of(a, b)) {
      publications
          .rows(publication, DistrictTable.SPEC)
          .columns(DISTRICT_ID, DistrictTable.NAME)
          .each(row -> names.put("district" + row.get(DISTRICT_ID), row.get(DistrictTable.NAME)));
      publications
          .rows(publication, CityTable.SPEC)
          .columns(CITY_ID, CityTable.NAME)
          .each(row -> names.put("city" + row.get(CITY_ID), row.get(CityTable.NAME)));
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
    Set<String> known = new TreeSet<>();
    for (Publication publication : List.of(a, b)) {
      publications.rows(publication, table).columns(column).each(row -> known.add(row.get(column)));
    }
    return List.copyOf(known);
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
