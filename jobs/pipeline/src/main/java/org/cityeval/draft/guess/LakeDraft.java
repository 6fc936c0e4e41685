package org.cityeval.draft.guess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityeval.draft.sample.DistrictCodes;
import org.cityeval.draft.sample.FileSample;
import org.cityeval.draft.sample.Looked;
import org.cityeval.draft.sample.PassedOver;
import org.cityeval.draft.sample.PolygonFile;

/**
 * What a folder's files were taken for, all together.
 *
 * @param sources those with measures and those without
 * @param lists tables without days that are neither the list of districts nor one of spellings
 */
public record LakeDraft(
    String name,
    Optional<DistrictListGuess> districts,
    Optional<KeyGuess.SpellingList> spellings,
    Optional<PolygonGuess> polygons,
    List<SourceDraft> sources,
    List<Table> lists,
    List<PolygonFile> otherPolygons,
    List<PassedOver> passedOver) {
  /** What the name of a Chinese city ends in, and is often left out. */
  public static final String CITY_SUFFIX = "市$";

  private static final double ENOUGH_POLYGONS = 0.9;

  /** Drafts from what was looked at. */
  public static LakeDraft guess(String name, List<Looked> looked) {
    List<Table> tables =
        looked.stream()
            .filter(FileSample.class::isInstance)
            .map(file -> Table.of((FileSample) file))
            .toList();
    List<PolygonFile> shapes =
        looked.stream().filter(PolygonFile.class::isInstance).map(PolygonFile.class::cast).toList();
    Optional<DistrictListGuess> districts = DistrictListGuess.find(tables);
    Optional<KeyGuess.SpellingList> spellings =
        districts.flatMap(list -> KeyGuess.SpellingList.of(tables, list));
    Optional<PolygonGuess> polygons = districts.flatMap(list -> PolygonGuess.of(shapes, list));
    SourceDraft.Districts known =
        new SourceDraft.Districts(
            districts.map(list -> list.id().distinct()).orElse(Set.of()),
            districts.map(list -> list.id().name()).orElse(""),
            spelt(districts, spellings),
            polygons.isPresent());
    List<SourceDraft> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (FileFamily family : FileFamily.group(tables.stream().filter(Table::isDated).toList())) {
      sources.add(SourceDraft.draft(family, sourceName(family.first().path(), names), known));
    }
    boolean spelt =
        sources.stream()
            .flatMap(source -> source.key().stream())
            .anyMatch(key -> key.how() == KeyGuess.How.SPELLINGS);
    Optional<KeyGuess.SpellingList> used = spellings.filter(list -> spelt);
    return new LakeDraft(
        name,
        districts,
        used,
        polygons,
        SourceChoice.choose(sources),
        tables.stream()
            .filter(table -> !table.isDated())
            .filter(table -> districts.filter(list -> list.table().equals(table)).isEmpty())
            .filter(table -> used.filter(list -> list.table().equals(table)).isEmpty())
            .toList(),
        shapes.stream().filter(s -> polygons.filter(p -> p.file().equals(s)).isEmpty()).toList(),
        looked.stream().filter(PassedOver.class::isInstance).map(PassedOver.class::cast).toList());
  }

  private static Set<String> spelt(
      Optional<DistrictListGuess> districts, Optional<KeyGuess.SpellingList> spellings) {
    Set<String> all = new HashSet<>();
    districts.ifPresent(
        list -> {
          all.addAll(list.id().codes());
          list.otherCodes().forEach(c -> all.addAll(c.codes()));
          list.name(false).ifPresent(c -> all.addAll(c.codes()));
          list.name(true)
              .ifPresent(
                  c -> {
                    all.addAll(c.codes());
                    c.codes().forEach(text -> all.add(text.replaceFirst(CITY_SUFFIX, "")));
                  });
        });
    spellings.ifPresent(list -> all.addAll(list.spelling().codes()));
    return all;
  }

  private static String sourceName(String path, Set<String> taken) {
    String name =
        path.substring(path.lastIndexOf('/') + 1)
            .replaceFirst("(\\.\\w+)+$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    String base = name.isEmpty() ? "source" : name;
    String free = base;
    for (int i = 2; !taken.add(free); i++) {
      free = base + "_" + i;
    }
    return free;
  }

  /** The days that every daily source with measures reaches. */
  public Optional<DayGuess.Span> overlap() {
    Optional<DayGuess.Span> common = Optional.empty();
    for (SourceDraft source : sources) {
      if (source.isSeries() && source.step() == DayGuess.Step.DAY && source.span().isPresent()) {
        common =
            common.isEmpty()
                ? source.span()
                : common.flatMap(span -> span.common(source.span().get()));
        if (common.isEmpty()) {
          return common;
        }
      }
    }
    return common;
  }

  /** The file of polygons whose ids are those of the list. */
  public record PolygonGuess(PolygonFile file, String id, Optional<Integer> width, String why) {
    static Optional<PolygonGuess> of(List<PolygonFile> files, DistrictListGuess list) {
      Set<String> ids = list.id().distinct();
      Set<String> plain = DistrictCodes.plain(ids);
      PolygonGuess best = null;
      double covered = 0;
      for (PolygonFile file : files) {
        for (Map.Entry<String, Set<String>> property : file.ids().entrySet()) {
          double share = DistrictCodes.covered(plain, DistrictCodes.plain(property.getValue()));
          boolean named = property.getKey().equals("id");
          if (share >= ENOUGH_POLYGONS && (share > covered || (share == covered && named))) {
            covered = share;
            boolean exact = property.getValue().containsAll(ids);
            int width = exact ? 0 : DistrictCodes.width(property.getValue());
            best =
                new PolygonGuess(
                    file,
                    property.getKey(),
                    width > 0 ? Optional.of(width) : Optional.empty(),
                    String.format(
                        Locale.ROOT,
                        "it has %.0f %% of the districts by %s",
                        100 * share,
                        property.getKey()));
          }
        }
      }
      return Optional.ofNullable(best);
    }
  }
}
