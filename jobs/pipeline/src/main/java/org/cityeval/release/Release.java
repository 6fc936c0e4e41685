package org.cityeval.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.spec.TableJson;

/**
 * One frozen copy of a publication.
 *
 * @param run which run published it; empty where the log no longer tells
 * @param released when the copy was made
 */
public record Release(
    String name, String evaluationId, LocalDate asOf, String run, Instant released) {

  /** Letters and digits of any script; no path, no hidden file, no word of a partition. */
  private static final String NAME =
      "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,98}[\\p{L}\\p{N}]|[\\p{L}\\p{N}]";

  /**
   * Looks whether a release may be called so.
   *
   * @throws UserProblem if no folder should have that name
   */
  public static void requireName(String name) {
    if (!name.matches(NAME)) {
      throw new UserProblem(
          "A release cannot be called '" + name + "'.",
          "The name becomes that of a folder: letters, digits, '.', '_' and '-', 100 at most, a"
              + " letter or digit first and last.",
          "Name it as, for example, 2021-04-20-final.");
    }
  }

  /** As the release's own file holds it. */
  String json() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("name", name);
    entries.put("evaluation_id", evaluationId);
    entries.put("as_of", asOf.toString());
    entries.put("run", run);
    entries.put("released", released.toString());
    return TableJson.write(entries) + "\n";
  }

  /** What such a file says. */
  static Release of(String json) {
    Map<String, Object> entries = TableJson.read(json);
    return new Release(
        (String) entries.get("name"),
        (String) entries.get("evaluation_id"),
        LocalDate.parse((String) entries.get("as_of")),
        (String) entries.get("run"),
        Instant.parse((String) entries.get("released")));
  }
}
