package org.cityeval.lake;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.problem.SourceProblem;

/**
 * What a walk through a file finds, from its first byte to its last.
 *
 * @param file its label
 * @param records records it holds, those that cannot be read as well
 * @param broken where it breaks off, or null
 */
record FileWalk(String file, long records, FileBreak broken) implements Serializable {
  private static final int SHOWN = 3;

  /**
   * The records of each file.
   *
   * @throws SourceProblem which files break off, and where
   */
  static Map<String, Long> records(String owner, List<FileWalk> walks) {
    List<String> broken =
        walks.stream()
            .filter(walk -> walk.broken() != null)
            .map(walk -> walk.broken().told(walk.file()))
            .toList();
    if (!broken.isEmpty()) {
      throw new SourceProblem(
          owner
              + ": "
              + (broken.size() == 1 ? "a file breaks off." : broken.size() + " files break off."),
          String.join("; ", broken.subList(0, Math.min(SHOWN, broken.size())))
              + (broken.size() > SHOWN ? "; and " + (broken.size() - SHOWN) + " more" : "")
              + ".",
          "Mend the file, or deliver it again whole; what was published stays.");
    }
    Map<String, Long> records = new TreeMap<>();
    walks.forEach(walk -> records.put(walk.file(), walk.records()));
    return records;
  }
}
