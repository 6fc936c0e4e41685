package org.cityeval.draft.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cityeval.problem.SourceProblem;

/** Looks at every file of a folder, or at one file. */
public final class FolderLook {
  private FolderLook() {}

  /**
   * Looks at what is there, sorted by name; hidden files are left out.
   *
   * @param beside the folder that the paths of the draft are relative to
   * @throws SourceProblem if there is nothing
   */
  public static List<Looked> at(Path from, Path beside) {
    if (!Files.exists(from)) {
      throw new SourceProblem(
          "There is nothing at " + from + ".",
          "A draft is made from the files of a lake.",
          "Name the folder or the file with --from.");
    }
    List<Looked> looked = new ArrayList<>();
    for (Path file : files(from)) {
      looked.add(one(file, shown(file, beside)));
    }
    if (looked.isEmpty()) {
      throw new SourceProblem(
          "The folder " + from + " is empty.",
          "A draft is made from the files of a lake.",
          "Put the data there, or name another folder with --from.");
    }
    return looked;
  }

  private static List<Path> files(Path from) {
    try (Stream<Path> all = Files.walk(from)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.equals(from) || !isHidden(from.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new SourceProblem(
          "The folder " + from + " cannot be read.",
          String.valueOf(unreadable.getMessage()),
          "Give the right to read it, or name another folder with --from.",
          unreadable);
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  private static String shown(Path file, Path beside) {
    Path there = file.toAbsolutePath().normalize();
    Path here = beside.toAbsolutePath().normalize();
    return here.getRoot() != null && here.getRoot().equals(there.getRoot())
        ? here.relativize(there).toString().replace('\\', '/')
        : there.toString();
  }

  private static Looked one(Path file, String path) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    try {
      if (Files.size(file) == 0) {
        return new PassedOver(path, "it is empty (0 bytes)");
      }
      return switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "csv", "tsv", "tab" -> DelimitedText.sample(file, path);
        case "json", "jsonl", "ndjson", "geojson" -> JsonText.look(file, path);
        case "parquet" -> ParquetSample.read(file, path);
        case "md" -> new PassedOver(path, "a text for people");
        case "zip", "tar", "tgz" -> new PassedOver(path, "an archive; unpack it to have it read");
        default -> new PassedOver(path, "neither csv, tsv, json, parquet nor geojson by its name");
      };
    } catch (IOException | RuntimeException unreadable) {
      return new PassedOver(path, "it cannot be read: " + reason(unreadable));
    }
  }

  private static String reason(Exception failure) {
    String told = failure.getMessage() == null ? "" : failure.getMessage();
    return told.lines().findFirst().orElse(failure.getClass().getSimpleName());
  }
}
