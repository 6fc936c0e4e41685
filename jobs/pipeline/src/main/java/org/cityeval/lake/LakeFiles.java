package org.cityeval.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.cityeval.problem.SourceProblem;

/** Finds the files a config names: one file, a folder with all below it, or a glob. */
public final class LakeFiles {
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{\\\\]");

  private LakeFiles() {}

  /**
   * Lists the files, sorted by name; hidden ones (beginning with {@code _} or {@code .}) left out.
   *
   * @throws SourceProblem if there is none, or all are empty
   */
  public static List<LakeFile> list(String owner, String path, Configuration hadoop) {
    List<LakeFile> files = new ArrayList<>();
    try {
      Path pattern = new Path(path);
      FileSystem fileSystem = pattern.getFileSystem(hadoop);
      FileStatus[] matches = fileSystem.globStatus(pattern);
      for (FileStatus match : matches == null ? new FileStatus[0] : matches) {
        Path base = fixedPart(pattern);
        if (base.equals(pattern) && !match.isDirectory()) {
          base = pattern.getParent();
        }
        collect(fileSystem, match, fileSystem.makeQualified(base).toString(), files);
      }
    } catch (FileNotFoundException e) {
      // Reported below, as a source that is not there.
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + path, e);
    }
    files.sort(Comparator.comparing(LakeFile::label));
    if (files.isEmpty()) {
      throw new SourceProblem(
          owner + ": no file at " + path + ".",
          "The path does not exist, or matches nothing; what was published stays as it is.",
          "Put the data there, or correct " + owner + ".path in the config.");
    }
    if (files.stream().allMatch(file -> file.bytes() == 0)) {
      throw new SourceProblem(
          owner + ": " + path + " is empty (0 bytes).",
          "An empty source never erases what was published.",
          "Deliver the data again, then rerun.");
    }
    return files;
  }

  /** The part of the path above the first folder or name with a wildcard. */
  private static Path fixedPart(Path pattern) {
    Path fixed = pattern;
    for (Path at = pattern; at != null; at = at.getParent()) {
      if (WILDCARD.matcher(at.getName()).find()) {
        fixed = at.getParent();
      }
    }
    return fixed;
  }

  private static void collect(
      FileSystem fileSystem, FileStatus status, String base, List<LakeFile> files)
      throws IOException {
    String name = status.getPath().getName();
    if (name.startsWith("_") || name.startsWith(".")) {
      return;
    }
    if (status.isDirectory()) {
      for (FileStatus child : fileSystem.listStatus(status.getPath())) {
        collect(fileSystem, child, base, files);
      }
      return;
    }
    String uri = status.getPath().toString();
    files.add(
        new LakeFile(
            uri, uri.substring(base.length() + 1), status.getLen(), status.getModificationTime()));
  }
}
