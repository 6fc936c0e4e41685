package org.cityeval.draft.guess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files of one folder with the same columns whose names differ in numbers alone: one source. */
record FileFamily(List<Table> tables) {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  FileFamily {
    tables = List.copyOf(tables);
  }

  static List<FileFamily> group(List<Table> tables) {
    Map<String, List<Table>> families = new LinkedHashMap<>();
    for (Table table : tables) {
      families
          .computeIfAbsent(
              DIGITS.matcher(table.path()).replaceAll("#")
                  + table.sample().notation()
                  + table.sample().columns(),
              kind -> new ArrayList<>())
          .add(table);
    }
    return families.values().stream().map(FileFamily::new).toList();
  }

  Table first() {
    return tables.get(0);
  }

  /** The path, with a star for each number in which the names differ. */
  String path() {
    String path = first().path();
    StringBuilder glob = new StringBuilder();
    int from = 0;
    int place = 0;
    var digits = DIGITS.matcher(path);
    while (digits.find()) {
      int nth = place++;
      boolean same = tables.stream().map(t -> number(t.path(), nth)).distinct().count() == 1;
      glob.append(path, from, digits.start()).append(same ? digits.group() : "*");
      from = digits.end();
    }
    return glob.append(path.substring(from)).toString();
  }

  private static String number(String path, int nth) {
    return DIGITS.matcher(path).results().skip(nth).findFirst().orElseThrow().group();
  }

  /** From the first day of any file to the last of any. */
  Optional<DayGuess.Span> span() {
    return tables.stream()
        .flatMap(table -> span(table).stream())
        .reduce(
            (one, other) ->
                new DayGuess.Span(
                    one.first().isBefore(other.first()) ? one.first() : other.first(),
                    one.last().isAfter(other.last()) ? one.last() : other.last()));
  }

  private static Optional<DayGuess.Span> span(Table table) {
    if (table.headings().isEmpty()) {
      return table.day().flatMap(DayGuess::span);
    }
    DayNotation headings = table.headings().get();
    var days =
        table.sample().columns().stream().flatMap(c -> headings.day(c).stream()).sorted().toList();
    return Optional.of(new DayGuess.Span(days.get(0), days.get(days.size() - 1)));
  }
}
