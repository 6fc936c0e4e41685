package org.cityeval.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cityeval.draft.guess.Affix;
import org.cityeval.draft.guess.DistrictListGuess;
import org.cityeval.draft.guess.KeyGuess;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.guess.SourceDraft;
import org.cityeval.draft.guess.Sql;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.DistrictCodes;

/** Prints the list of districts and the ways other files spell them. */
final class DraftDistricts {
  static final String CODES = "district_codes";
  static final String SPELLINGS = "district_spellings";

  private static final double FEWEST_RESIDENTS = 20_000;

  private final LakeDraft draft;
  private final YamlLines lines;

  DraftDistricts(LakeDraft draft, YamlLines lines) {
    this.draft = draft;
    this.lines = lines;
  }

  void print() {
    if (draft.districts().isEmpty()) {
      lines
          .remark(
              0,
              "DECIDE: no file looks like a list of districts (a row each, with an id that other"
                  + " files speak of):")
          .remark(0, "districts:")
          .remark(0, "  path: districts.csv")
          .remark(0, "  code_system: whose codes they are")
          .remark(
              0,
              "  columns: {district_id: id, district_name: name, city_id: city, city_name: city,"
                  + " population: residents}");
      return;
    }
    DistrictListGuess list = draft.districts().get();
    lines
        .open(0, "districts")
        .guessed(1, "path", YamlLines.scalar(list.table().path()), list.why());
    DraftSources.writing(list.table().sample().notation(), Optional.empty(), lines, 1);
    lines
        .unknown(
            1,
            "code_system",
            YamlLines.scalar("codes of " + fileName(list)),
            "whose codes, and of which year")
        .open(1, "columns")
        .guessed(2, "district_id", YamlLines.scalar(idExpression()), idWhy());
    names(list);
    city(list);
    population(list);
    draft
        .polygons()
        .ifPresent(
            polygons ->
                lines
                    .open(1, "geometry")
                    .guessed(2, "path", YamlLines.scalar(polygons.file().path()), polygons.why())
                    .guessed(
                        2, "id", YamlLines.scalar(polygons.id()), "its values are the districts"));
    list.neighbours()
        .ifPresent(
            column ->
                lines.guessed(
                    1, "neighbours", YamlLines.scalar(Sql.column(column.name())), "its heading"));
  }

  private static String fileName(DistrictListGuess list) {
    String path = list.table().path();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String idExpression() {
    String column = Sql.column(draft.districts().orElseThrow().id().name());
    return draft
        .polygons()
        .flatMap(LakeDraft.PolygonGuess::width)
        .map(width -> "lpad(" + column + ", " + width + ", '0')")
        .orElse(column);
  }

  private String idWhy() {
    return "each of its values stands once"
        + draft
            .districts()
            .flatMap(list -> list.id().soleMark())
            .map(mark -> "; DECIDE: " + mark + " is taken for one of them, not for a missing value")
            .orElse("")
        + (draft.polygons().flatMap(LakeDraft.PolygonGuess::width).isPresent()
            ? "; the polygons write it with leading zeros"
            : "");
  }

  private void names(DistrictListGuess list) {
    Optional<ColumnProfile> latin = list.name(false);
    Optional<ColumnProfile> chinese = list.name(true);
    Optional<ColumnProfile> name = latin.isPresent() ? latin : chinese;
    if (name.isEmpty()) {
      lines.unknown(
          2, "district_name", YamlLines.scalar(idExpression()), "no column of names was found");
      return;
    }
    lines.guessed(
        2,
        "district_name",
        YamlLines.scalar(Sql.column(name.get().name())),
        name.get().distinctCount() + " different texts in " + name.get().filled() + " rows");
    if (latin.isPresent() && chinese.isPresent()) {
      lines.guessed(
          2,
          "district_name_zh",
          YamlLines.scalar(Sql.column(chinese.get().name())),
          "Chinese names");
    }
  }

  private void city(DistrictListGuess list) {
    List<ColumnProfile> group = list.group();
    if (group.isEmpty()) {
      String constant = YamlLines.scalar(Sql.text(draft.name()));
      lines
          .unknown(2, "city_id", constant, "which city each district belongs to; all are one here")
          .unknown(2, "city_name", constant, "its name");
      return;
    }
    ColumnProfile id = group.get(0);
    ColumnProfile name = group.get(group.size() - 1);
    String why = "its " + id.distinctCount() + " different values gather the districts";
    lines
        .guessed(2, "city_id", YamlLines.scalar(Sql.column(id.name())), why)
        .guessed(2, "city_name", YamlLines.scalar(Sql.column(name.name())), why);
  }

  private void population(DistrictListGuess list) {
    Optional<ColumnProfile> population = list.population();
    if (population.isEmpty()) {
      lines.remark(
          2, "DECIDE: population: no column looks like residents; without it there are no rates");
      return;
    }
    String column = Sql.column(population.get().name());
    String words = population.get().words();
    if (words.matches(".*(10k|10 000|万).*")) {
      lines.guessed(
          2,
          "population",
          YamlLines.scalar("cast(" + column + " as double) * 10000"),
          "the heading says units of 10,000");
    } else if (population.get().quantile(1) < FEWEST_RESIDENTS) {
      lines.unknown(
          2,
          "population",
          YamlLines.scalar(column),
          "the numbers are too small for residents; multiply by their unit");
    } else {
      lines.guessed(
          2, "population", YamlLines.scalar(column), "its heading, and numbers of that size");
    }
  }

  void crosswalks() {
    boolean codes = uses(KeyGuess.How.CODES_WRITTEN_OTHERWISE) && width() > 0;
    boolean spellings = uses(KeyGuess.How.SPELLINGS);
    if (!codes && !spellings) {
      return;
    }
    lines.blank().open(0, "crosswalks");
    if (codes) {
      lines
          .open(1, CODES)
          .guessed(
              2,
              "numeric_width",
              Integer.toString(width()),
              "the longest code of the list has so many digits");
    }
    if (spellings) {
      lines.open(1, SPELLINGS);
      spellings();
    }
  }

  private void spellings() {
    if (draft.spellings().isPresent()) {
      KeyGuess.SpellingList list = draft.spellings().get();
      lines
          .guessed(
              2,
              "path",
              YamlLines.scalar(list.table().path()),
              "it gives an id of the list for each of its texts")
          .guessed(
              2,
              "spelling",
              YamlLines.scalar(Sql.column(list.spelling().name())),
              "nearly every text is another")
          .guessed(
              2,
              "district_id",
              YamlLines.scalar(Sql.column(list.id().name())),
              "its values are ids of the list");
      return;
    }
    DistrictListGuess list = draft.districts().orElseThrow();
    List<String> columns = new ArrayList<>(List.of(idExpression()));
    list.name(false).ifPresent(column -> columns.add(Sql.column(column.name())));
    list.name(false)
        .map(column -> Sql.column(column.name()))
        .ifPresent(name -> affixes().forEach(affix -> columns.add(affix.around(name))));
    list.otherCodes().forEach(column -> columns.add(Sql.column(column.name())));
    list.name(true)
        .map(column -> Sql.column(column.name()))
        .ifPresent(
            column -> {
              columns.add(column);
              columns.add("regexp_replace(" + column + ", '" + LakeDraft.CITY_SUFFIX + "', '')");
            });
    lines
        .guessed(
            2,
            "path",
            YamlLines.scalar(list.table().path()),
            "a source spells districts by their names or other codes")
        .guessed(
            2,
            "spelling",
            YamlLines.scalar("array(" + String.join(", ", columns) + ")"),
            "id, names and other codes, as the sources write them")
        .sure(2, "district_id", YamlLines.scalar(idExpression()));
  }

  private List<Affix> affixes() {
    return draft.sources().stream()
        .filter(SourceDraft::isSource)
        .flatMap(source -> source.key().stream())
        .flatMap(key -> key.affixes().stream())
        .distinct()
        .toList();
  }

  private boolean uses(KeyGuess.How how) {
    return draft.sources().stream()
        .filter(SourceDraft::isSource)
        .anyMatch(source -> source.key().filter(key -> key.how() == how).isPresent());
  }

  /** Digits of a code of the list, leading zeros included; 0 where they are no digits. */
  private int width() {
    return draft
        .polygons()
        .flatMap(LakeDraft.PolygonGuess::width)
        .orElse(draft.districts().map(list -> DistrictCodes.width(list.id().distinct())).orElse(0));
  }
}
