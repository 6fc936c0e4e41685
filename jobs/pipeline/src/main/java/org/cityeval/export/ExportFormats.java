package org.cityeval.export;

import java.util.List;
import java.util.stream.Collectors;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;

/** The formats that there are. */
public final class ExportFormats {
  public static final List<ExportFormat> ALL =
      List.of(
          new XlsxFormat(),
          new FolderFormat(CsvFile.KIND),
          new FolderFormat(ParquetFile.KIND),
          new FolderFormat(JsonLinesFile.KIND));

  private ExportFormats() {}

  /**
   * The format of a name.
   *
   * @throws UserProblem if there is none
   */
  public static ExportFormat of(String id) {
    List<String> known = ALL.stream().map(ExportFormat::id).toList();
    return ALL.stream()
        .filter(format -> format.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UserProblem(
                    "There is no export format " + id + ".",
                    "Known are " + known.stream().collect(Collectors.joining(", ")) + ".",
                    NearestName.find(id, known)
                        .map(name -> "Did you mean " + name + "?")
                        .orElse("Name one of them with --format.")));
  }
}
