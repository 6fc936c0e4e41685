package org.cityeval.source;

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
  private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

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
        collect(fileSystem, match, base(pattern, match).length() + 1, files);
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

  /**
   * The folder that labels start below: the one the config names. Below a glob it is the last
   * folder that the glob leaves no choice of, so that two files never share a label.
   */
  private static String base(Path pattern, FileStatus match) {
    Path found = match.getPath();
    Path named = pattern;
    boolean isGlob = false;
    while (named != null && GLOB.matcher(named.toString()).find()) {
      found = found.getParent();
      named = named.getParent();
      isGlob = true;
    }
    return (isGlob || match.isDirectory() ? found : found.getParent()).toString();
  }

  private static void collect(
      FileSystem fileSystem, FileStatus status, int base, List<LakeFile> files) throws IOException {
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
        new LakeFile(uri, uri.substring(base), status.getLen(), status.getModificationTime()));
  }
}
