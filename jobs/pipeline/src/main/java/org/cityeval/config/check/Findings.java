package org.cityeval.config.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.config.lake.Variables;

/** Collects the problems of one config, and knows where each of its keys was written. */
public final class Findings {
  private record Origin(String source, int line) {}

  private final String file;
  private final Map<String, Origin> origins = new HashMap<>();
  private final List<ConfigProblem> problems = new ArrayList<>();
  private Variables variables = Variables.NONE;

  public Findings(String file) {
    this.file = file;
  }

  /** From now on problems name these variables instead of quoting their values. */
  public void conceal(Variables used) {
    variables = used;
  }

  public static String child(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  public static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }

  public void writtenAt(String key, int line) {
    origins.putIfAbsent(key, new Origin(file, line));
  }

  public void writtenBy(String setting, String key) {
    origins.keySet().removeIf(other -> other.equals(key) || isWithin(other, key));
    origins.put(key, new Origin("--set " + setting, 0));
  }

  public void add(String key, String problem, String why, String fix) {
    Origin origin = origin(key);
    problems.add(new ConfigProblem(origin.source(), origin.line(), key, problem, why, fix));
  }

  public void addAtLine(int line, String key, String problem, String why, String fix) {
    problems.add(new ConfigProblem(file, line, key, problem, why, fix));
  }

  /** Throws what was found, if anything was. */
  public void report() {
    if (!problems.isEmpty()) {
      throw new ConfigProblems(
          file,
          problems.stream()
              .map(problem -> problem.concealed(variables))
              .distinct()
              .sorted(
                  Comparator.comparing((ConfigProblem problem) -> !problem.source().equals(file))
                      .thenComparing(ConfigProblem::line)
                      .thenComparing(ConfigProblem::key)
                      .thenComparing(ConfigProblem::problem))
              .toList());
    }
  }

  /** A key that is missing or defaulted is reported where the nearest key around it stands. */
  private Origin origin(String key) {
    for (String at = key; !at.isEmpty(); at = parent(at)) {
      if (origins.containsKey(at)) {
        return origins.get(at);
      }
    }
    return origins.getOrDefault("", new Origin(file, 0));
  }

  private static String parent(String key) {
    return key.substring(0, Math.max(0, Math.max(key.lastIndexOf('.'), key.lastIndexOf('['))));
  }

  private static boolean isWithin(String other, String key) {
    return other.startsWith(key + ".") || other.startsWith(key + "[");
  }
}
