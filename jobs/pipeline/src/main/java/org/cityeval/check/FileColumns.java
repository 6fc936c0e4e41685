package org.cityeval.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.Location;
import org.cityeval.lake.FileHeadings;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.source.ExpressionCells;
import org.cityeval.source.Expressions;
import org.cityeval.source.HeadingProblems;

/** The columns of each file of a part of the lake, and what its expressions miss in them. */
record FileColumns(List<FileHeadings> headings, Location location) {
  private static final int SHOWN = 3;

  /**
   * The first file in which an expression gives nothing, because one of its columns is not there. A
   * heading may have been renamed, and a blank cell would not tell.
   *
   * @param rows with the columns of all files
   */
  Optional<UserProblem> lacking(Dataset<Row> rows, String key, String expression) {
    if (headings.size() < 2) {
      // The columns of one file are those of all.
      return Optional.empty();
    }
    List<String> used =
        Expressions.columns(rows.sparkSession(), expression).stream()
            .flatMap(name -> own(rows, name).stream())
            .distinct()
            .toList();
    Map<Set<String>, List<FileHeadings>> lacking = new LinkedHashMap<>();
    for (FileHeadings file : headings) {
      Set<String> columns = new TreeSet<>(used);
      columns.removeIf(column -> isIn(column, file.columns()) || isIn(column, mayLack()));
      if (!columns.isEmpty()) {
        lacking.computeIfAbsent(columns, files -> new ArrayList<>()).add(file);
      }
    }
    return lacking.entrySet().stream()
        .filter(files -> ExpressionCells.areNeeded(rows, expression, files.getKey()))
        .map(files -> problem(key, files.getKey().iterator().next(), files.getValue()))
        .findFirst();
  }

  private List<String> mayLack() {
    List<String> mayLack = location.options().mayLack();
    return mayLack == null ? List.of() : mayLack;
  }

  private static boolean isIn(String column, List<String> names) {
    return names.stream().anyMatch(column::equalsIgnoreCase);
  }

  /** The column that some file has and the name means; of a nested one, the outermost. */
  private Optional<String> own(Dataset<Row> rows, String name) {
    String outermost = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    return LakeSource.ownColumns(rows).stream()
        .filter(column -> column.equalsIgnoreCase(name) || column.equalsIgnoreCase(outermost))
        .filter(column -> headings.stream().anyMatch(file -> isIn(column, file.columns())))
        .findFirst();
  }

  private UserProblem problem(String key, String column, List<FileHeadings> files) {
    FileHeadings first = files.get(0);
    if (first.twice().containsKey(column)) {
      return HeadingProblems.twice(key, first, column);
    }
    List<String> unlike =
        first.columns().stream()
            .filter(own -> headings.stream().anyMatch(file -> !file.holds(own)))
            .toList();
    return new UserProblem(
        key + ": no column " + column + " in " + files(files) + ".",
        "Other files have it. "
            + first.file()
            + " has "
            + LakeSource.shown(first.columns())
            + "; all its records would be blank.",
        NearestName.find(column, unlike)
                .or(() -> unlike.stream().findFirst())
                .map(
                    other -> "If it was renamed, write coalesce(" + column + ", " + other + "); if")
                .orElse("If")
            + " it may be absent, say so: options: {may_lack: ["
            + column
            + "]}.");
  }

  private static String files(List<FileHeadings> files) {
    return String.join(", ", files.stream().limit(SHOWN).map(FileHeadings::file).toList())
        + (files.size() > SHOWN ? " and " + (files.size() - SHOWN) + " more" : "");
  }

  /** Where a name that no column has stands twice, if it does. */
  Optional<UserProblem> twice(String key, String name) {
    return headings.stream()
        .filter(file -> file.twice().containsKey(name))
        .map(file -> HeadingProblems.twice(key, file, name))
        .findFirst();
  }
}
