package org.cityeval.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityeval.series.Quantity;

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
  static final String CITY_SUFFIX = "市$";

  private static final double ENOUGH_POLYGONS = 0.9;

  /** Drafts from what was looked at. */
  public static LakeDraft of(String name, List<Looked> looked) {
    List<Table> tables =
        looked.stream()
            .filter(FileSample.class::isInstance)
            .map(file -> Table.of((FileSample) file))
            .toList();
    List<PolygonFile> shapes =
        looked.stream().filter(PolygonFile.class::isInstance).map(PolygonFile.class::cast).toList();
    Optional<DistrictListGuess> districts = DistrictListGuess.of(tables);
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
    for (FileFamily family : FileFamily.of(tables.stream().filter(Table::isDated).toList())) {
      sources.add(SourceDraft.of(family, sourceName(family.first().path(), names), known));
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
        oneSourceForEachMeasure(sources),
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

  /** A measure has one source; the others are told of. */
  private static List<SourceDraft> oneSourceForEachMeasure(List<SourceDraft> sources) {
    Map<Quantity, SourceDraft> best = new LinkedHashMap<>();
    for (SourceDraft source : sources) {
      for (MeasureGuess measure : source.measures()) {
        Comparator<SourceDraft> order = order(measure.quantity());
        best.merge(measure.quantity(), source, (a, b) -> order.compare(b, a) < 0 ? b : a);
      }
    }
    return sources.stream().map(source -> keeping(source, best)).toList();
  }

  private static SourceDraft keeping(SourceDraft source, Map<Quantity, SourceDraft> best) {
    List<MeasureGuess> kept = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (MeasureGuess measure : source.measures()) {
      SourceDraft owner = best.get(measure.quantity());
      if (owner.equals(source)) {
        kept.add(measure);
      } else {
        notes.add(
            measure.value()
                + " is "
                + measure.quantity().column()
                + " too, taken from "
                + owner.name());
      }
    }
    return source.with(kept, notes);
  }

  private static Comparator<SourceDraft> order(Quantity quantity) {
    return Comparator.comparing((SourceDraft s) -> s.step())
        .thenComparing(s -> s.dayInPath().isPresent())
        .thenComparing(s -> isMade(s, quantity))
        .thenComparing(s -> s.shape().shape() == ShapeGuess.Shape.EVENTS)
        .thenComparing(s -> -s.table().sample().records());
  }

  /** Whether its numbers are means already, where another file may hold what was counted. */
  private static boolean isMade(SourceDraft source, Quantity quantity) {
    return source.measures().stream()
        .filter(measure -> measure.quantity() == quantity)
        .anyMatch(measure -> measure.smoothing().filter(s -> s.days() > 1).isPresent());
  }

  /** The days that every daily source with measures reaches. */
  Optional<DayGuess.Span> overlap() {
    Optional<DayGuess.Span> common = Optional.empty();
    for (SourceDraft source : sources) {
      if (source.isSource() && source.step() == DayGuess.Step.DAY && source.span().isPresent()) {
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
  record PolygonGuess(PolygonFile file, String id, Optional<Integer> width, String why) {
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
