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
import org.cityeval.revision.RankRevision;
import org.cityeval.revision.RankRevisions;
import org.cityeval.revision.ResultState;
import org.cityeval.revision.ValueRevision;
import org.cityeval.revision.ValueRevisions;
import org.cityeval.series.Period;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredRows;
import org.cityeval.warehouse.StoredTables;

/** Sets the values and ranks of a publication beside those of the vintage before, without Spark. */
public final class RevisionTables {
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
    ValueRevisions values = new ValueRevisions(rule);
    List<RevisionData.ValueChange> changes = new ArrayList<>();
    values.each(
        rows(before, IndicatorValueTable.SPEC, ValueRevisions.COLUMNS)::each,
        rows(now, IndicatorValueTable.SPEC, ValueRevisions.COLUMNS)::each,
        one -> changes.add(change(one)));
    List<RevisionData.RankChange> moves = new ArrayList<>();
    new RankRevisions(rule, values)
        .each(
            rows(before, RankIntervalTable.SPEC, RankRevisions.COLUMNS)::each,
            rows(now, RankIntervalTable.SPEC, RankRevisions.COLUMNS)::each,
            one -> moves.add(change(one)));
    return new RevisionData(before.asOf(), null, inputs(), changes, moves);
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

  private StoredRows rows(Publication publication, TableSpec table, List<String> columns) {
    return publications
        .rows(publication, table)
        .columns(columns)
        // The waves of single districts stay in the tables, as on the whole page.
        .where(row -> !row.get(PERIOD_ID).startsWith(Period.OWN_WAVE_PREFIX));
  }

  private RevisionData.ValueChange change(ValueRevision one) {
    StoredRow key = cityIds.apart(one.key());
    boolean isWithheld = isWithheld(one.a()) || isWithheld(one.b());
    return new RevisionData.ValueChange(
        key.get(DISTRICT_ID),
        key.get(LEVEL),
        key.get(PERIOD_ID),
        key.get(INDICATOR_ID),
        one.outcome(),
        isWithheld ? unsaid(one.a()) : one.a(),
        isWithheld ? unsaid(one.b()) : one.b(),
        one.size(),
        one.causes());
  }

  private static boolean isWithheld(ResultState state) {
    return state != null && Status.SUPPRESSED.id().equals(state.word());
  }

  /** What the other vintage says would tell what this one withholds. */
  private static ResultState unsaid(ResultState state) {
    return state == null ? null : new ResultState(null, null, null, state.word(), state.rests());
  }

  private RevisionData.RankChange change(RankRevision one) {
    StoredRow key = cityIds.apart(one.key());
    return new RevisionData.RankChange(
        key.get(COMPARISON_GROUP),
        key.get(DISTRICT_ID),
        key.get(LEVEL),
        key.get(PERIOD_ID),
        key.get(WEIGHTING),
        one.outcome(),
        one.a(),
        one.b(),
        one.causes());
  }
}
