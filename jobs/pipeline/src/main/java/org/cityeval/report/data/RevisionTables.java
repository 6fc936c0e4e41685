package org.cityeval.report.data;

import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.config.load.ConfigChanges;
import org.cityeval.indicator.Status;
import org.cityeval.problem.UserProblem;
import org.cityeval.revision.Cause;
import org.cityeval.revision.CauseRule;
import org.cityeval.revision.ResultState;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.series.Period;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;

/** Sets the values and ranks of a publication beside those of the vintage before, without Spark. */
public final class RevisionTables {
  private static final List<String> VALUE =
      List.of("city_id", "district_id", "level", "period_id", "indicator_id");
  private static final List<String> VALUE_CELLS =
      List.of(
          "value",
          "ci_low",
          "ci_high",
          "status",
          "parameters",
          "method_version",
          "data_hash",
          "input_hash");
  private static final List<String> RANK =
      List.of("comparison_group", "city_id", "district_id", "level", "period_id", "weighting");
  private static final List<String> RANK_CELLS =
      List.of("rank", "rank_low", "rank_high", "class", "input_hash");

  private final Publications publications;
  private final Publication before;
  private final Publication now;
  private final CauseRule rule;
  private final CityIds cityIds;

  private RevisionTables(Publications publications, Publication before, Publication now) {
    this.publications = publications;
    this.before = before;
    this.now = now;
    this.rule = CauseRule.between(before, now);
    Set<String> cities = ids(CityTable.SPEC, "city_id");
    this.cityIds = CityIds.of(cities, ids(DistrictTable.SPEC, "district_id"));
  }

  private Set<String> ids(TableSpec table, String column) {
    Set<String> ids = new TreeSet<>();
    for (Publication publication : List.of(before, now)) {
      publications
          .rows(publication, table)
          .columns(List.of(column))
          .each(row -> ids.add(row.text(column)));
    }
    return ids;
  }

  /** What changed since the vintage before; null where there is none. */
  public static RevisionData read(StoredTables tables, Publication publication) {
    Publications publications = new Publications(tables);
    Optional<Publication> earlier =
        publications.list().stream()
            .filter(other -> other.evaluationId().equals(publication.evaluationId()))
            .filter(other -> other.asOf().isBefore(publication.asOf()))
            .max(Comparator.comparing(Publication::asOf));
    return earlier.map(before -> between(publications, before, publication)).orElse(null);
  }

  private static RevisionData between(
      Publications publications, Publication before, Publication now) {
    try {
      return new RevisionTables(publications, before, now).read();
    } catch (UserProblem anotherRelease) {
      return new RevisionData(
          before.asOf(), anotherRelease.getMessage(), List.of(), List.of(), List.of());
    }
  }

  private RevisionData read() {
    List<RevisionData.ValueChange> values = values();
    return new RevisionData(before.asOf(), null, inputs(), values, ranks(values));
  }

  private List<RevisionData.Input> inputs() {
    List<RevisionData.Input> inputs = new ArrayList<>();
    Set<String> sources = new TreeSet<>(before.sourceVersions().keySet());
    sources.addAll(now.sourceVersions().keySet());
    for (String source : sources) {
      add(
          inputs,
          Cause.DATA,
          source,
          before.sourceVersions().get(source),
          now.sourceVersions().get(source));
    }
    for (ConfigChanges.Change change : ConfigChanges.between(before.config(), now.config())) {
      Cause cause =
          switch (change.reach()) {
            case INPUT -> Cause.INPUT;
            case PARAMETERS -> Cause.PARAMETERS;
            case COMPARISON -> Cause.COMPARISON;
            case NOTHING -> null;
          };
      if (cause != null) {
        add(inputs, cause, change.key(), change.before(), change.after());
      }
    }
    Map<String, Integer> versions = versions(before);
    versions(now)
        .forEach(
            (indicator, version) -> {
              if (versions.containsKey(indicator)) {
                String earlier = String.valueOf(versions.get(indicator));
                add(inputs, Cause.METHOD, indicator, earlier, String.valueOf(version));
              }
            });
    add(inputs, Cause.CODE, null, before.codeVersion(), now.codeVersion());
    return inputs;
  }

  private static void add(
      List<RevisionData.Input> inputs, Cause cause, String what, String before, String now) {
    if (!Objects.equals(before, now)) {
      inputs.add(new RevisionData.Input(cause, what, before, now));
    }
  }

  private Map<String, Integer> versions(Publication publication) {
    Map<String, Integer> versions = new TreeMap<>();
    publications
        .rows(publication, IndicatorTable.SPEC)
        .columns(List.of("indicator_id", "method_version"))
        .each(row -> versions.put(row.get(INDICATOR_ID), row.get(IndicatorTable.METHOD_VERSION)));
    return versions;
  }

  private List<ResultPair> pairs(TableSpec table, List<String> key, List<String> cells) {
    List<String> columns = new ArrayList<>(key);
    columns.addAll(cells);
    ResultPair.Gathered pairs = new ResultPair.Gathered(key, cityIds);
    for (Publication publication : List.of(before, now)) {
      publications
          .rows(publication, table)
          .columns(columns)
          // The waves of single districts stay in the tables, as on the whole page.
          .where(row -> !row.get(PERIOD_ID).startsWith(Period.OWN_WAVE_PREFIX))
          .each(row -> pairs.add(row, publication.equals(before)));
    }
    return pairs.all();
  }

  private List<RevisionData.ValueChange> values() {
    List<ResultPair> pairs = pairs(IndicatorValueTable.SPEC, VALUE, VALUE_CELLS);
    Map<String, List<Double>> earlier = new TreeMap<>();
    for (ResultPair pair : pairs) {
      if (pair.before() != null && pair.before().value() != null) {
        earlier.computeIfAbsent(spreadOf(pair), k -> new ArrayList<>()).add(pair.before().value());
      }
    }
    List<RevisionData.ValueChange> changes = new ArrayList<>();
    for (ResultPair pair : pairs) {
      Outcome outcome = ResultState.outcome(pair.before(), pair.now());
      boolean isWithheld = isWithheld(pair.before()) || isWithheld(pair.now());
      changes.add(
          new RevisionData.ValueChange(
              pair.any().get(DISTRICT_ID),
              pair.any().get(LEVEL),
              pair.any().get(PERIOD_ID),
              pair.any().get(INDICATOR_ID),
              outcome,
              isWithheld ? unsaid(pair.before()) : pair.before(),
              isWithheld ? unsaid(pair.now()) : pair.now(),
              outcome == Outcome.VALUE
                      && pair.before().value() != null
                      && pair.now().value() != null
                  ? size(pair, earlier.get(spreadOf(pair)))
                  : null,
              outcome == Outcome.EQUAL
                  ? List.of()
                  : ResultState.causesOfValue(rule, pair.before(), pair.now())));
    }
    return changes;
  }

  private static String spreadOf(ResultPair pair) {
    return String.join(
        "\0", pair.any().get(INDICATOR_ID), pair.any().get(LEVEL), pair.any().get(PERIOD_ID));
  }

  private static Double size(ResultPair pair, List<Double> earlier) {
    double deviation = deviation(earlier);
    return deviation > 0 ? Math.abs(pair.now().value() - pair.before().value()) / deviation : null;
  }

  /** The standard deviation of a sample; NaN of fewer than two. */
  static double deviation(List<Double> values) {
    double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }

  private static boolean isWithheld(ResultState state) {
    return state != null && Status.SUPPRESSED.id().equals(state.word());
  }

  /** What the other vintage says would tell what this one withholds. */
  private static ResultState unsaid(ResultState state) {
    return state == null ? null : new ResultState(null, null, null, state.word(), state.rests());
  }

  private List<RevisionData.RankChange> ranks(List<RevisionData.ValueChange> values) {
    Set<String> touched = new TreeSet<>();
    for (RevisionData.ValueChange value : values) {
      boolean rests =
          value.outcome() != Outcome.EQUAL
              || !Objects.equals(
                  value.before().rests().inputHash(), value.now().rests().inputHash());
      if (rests) {
        touched.add(value.level() + "\0" + value.periodId());
      }
    }
    List<RevisionData.RankChange> changes = new ArrayList<>();
    for (ResultPair pair : pairs(RankIntervalTable.SPEC, RANK, RANK_CELLS)) {
      Outcome outcome = ResultState.outcome(pair.before(), pair.now());
      boolean isTouched =
          touched.contains(pair.any().get(LEVEL) + "\0" + pair.any().get(PERIOD_ID));
      changes.add(
          new RevisionData.RankChange(
              pair.any().get(COMPARISON_GROUP),
              pair.any().get(DISTRICT_ID),
              pair.any().get(LEVEL),
              pair.any().get(PERIOD_ID),
              pair.any().get(WEIGHTING),
              outcome,
              pair.before(),
              pair.now(),
              outcome == Outcome.EQUAL
                  ? List.of()
                  : ResultState.causesOfRank(rule, pair.before(), pair.now(), isTouched)));
    }
    return changes;
  }
}
