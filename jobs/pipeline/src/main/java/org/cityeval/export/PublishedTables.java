package org.cityeval.export;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.SortedRows;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredTables;

/**
 * What an export is made of: one publication and its tables, or some of them. Rows are read as they
 * are asked for, never all at once.
 */
public final class PublishedTables {
  private final Publications publications;
  private final Publication publication;
  private final List<TableSpec> tables;
  private final Map<String, Object> evaluation;

  private PublishedTables(
      Publications publications, Publication publication, List<TableSpec> tables) {
    this.publications = publications;
    this.publication = publication;
    this.tables = tables;
    this.evaluation = section(TableJson.read(publication.config()), "evaluation");
  }

  /**
   * Tables of a publication.
   *
   * @param names with or without their schema; all that are published where it is empty
   * @throws UserProblem if one is not published
   */
  public static PublishedTables of(
      StoredTables stored, Publication publication, List<String> names) {
    List<TableSpec> published =
        Tables.PUBLISHED.stream()
            .filter(table -> publication.tableVersions().containsKey(table.qualifiedName()))
            .toList();
    List<TableSpec> asked = new ArrayList<>(published);
    if (!names.isEmpty()) {
      List<TableSpec> named = names.stream().map(name -> named(published, name)).toList();
      asked.retainAll(named);
    }
    return new PublishedTables(new Publications(stored), publication, List.copyOf(asked));
  }

  private static TableSpec named(List<TableSpec> published, String asked) {
    String name = asked.strip().replaceFirst("^(gold|current)\\.", "");
    List<String> known = published.stream().map(TableSpec::name).toList();
    return published.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserProblem(
                    "There is no published table " + asked + ".",
                    "Published are " + String.join(", ", known) + ".",
                    NearestName.find(name, known)
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("Name some of them with --tables.")));
  }

  public Publication publication() {
    return publication;
  }

  /** In the order data flows. */
  public List<TableSpec> tables() {
    return tables;
  }

  /** The title of the evaluation as its config has it; its id where there is none. */
  public String title() {
    return text("title").orElse(publication.evaluationId());
  }

  public Optional<String> chineseTitle() {
    return text("title_zh");
  }

  /** First and last day that were evaluated. */
  Optional<LocalDate> day(String end) {
    return text(end).map(LocalDate::parse);
  }

  /** The run that published it, where the log still tells. */
  Optional<String> run() {
    return publications.findRun(publication);
  }

  /** Names of the cities, by their ids. */
  List<String> cities() {
    return publications
        .rows(publication, CityTable.SPEC)
        .columns(EVALUATION_ID, AS_OF, CITY_ID, CityTable.NAME)
        .list()
        .stream()
        .map(row -> row.get(CityTable.NAME) == null ? row.get(CITY_ID) : row.get(CityTable.NAME))
        .toList();
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(evaluation.get(key)).map(Object::toString);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> section(Map<String, Object> config, String key) {
    return (Map<String, Object>) config.getOrDefault(key, Map.of());
  }

  /**
   * Goes through the rows of a table in the order of its key.
   *
   * @param folder where rows may lie meanwhile
   * @return how many there are
   * @throws IOException of the use, or of the folder
   */
  long each(TableSpec table, Path folder, SortedRows.Use use) throws IOException {
    try (SortedRows sorted = SortedRows.of(table, folder)) {
      publications
          .rows(publication, table)
          .each(
              row -> {
                requireFinite(table, row);
                sorted.add(row);
              });
      return sorted.each(use);
    } catch (SortedRows.Unwritable unwritable) {
      throw unwritable.getCause();
    }
  }

  /** No format but Parquet has a word for what is no number, and no table may hold it. */
  private static void requireFinite(TableSpec table, StoredRow row) {
    for (int i = 0; i < row.columns().size(); i++) {
      if (row.cells().get(i) instanceof Double number && !Double.isFinite(number)) {
        throw new IllegalStateException(
            table.qualifiedName() + "." + row.columns().get(i) + " holds " + number);
      }
    }
  }
}
