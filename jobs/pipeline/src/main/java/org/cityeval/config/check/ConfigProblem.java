package org.cityeval.config.check;

import org.cityeval.config.lake.Variables;

/**
 * One thing wrong with a config.
 *
 * @param source the file as it was named, or the {@code --set} that brought the value
 * @param line the line in that file, from 1; 0 where there is none
 * @param key the path of the key, such as {@code sources.cases.shape}; empty for the whole file
 */
public record ConfigProblem(
    String source, int line, String key, String problem, String why, String fix) {

  /** The same, naming variables instead of quoting their values. */
  ConfigProblem concealed(Variables variables) {
    return new ConfigProblem(
        variables.conceal(source),
        line,
        key,
        variables.conceal(problem),
        variables.conceal(why),
        variables.conceal(fix));
  }

  /** One to three lines: place, key and problem; why; fix. */
  public String render() {
    return (line == 0 ? source : source + ":" + line)
        + ": "
        + (key.isEmpty() ? "" : key + ": ")
        + problem
        + (why.isEmpty() ? "" : "\n  why: " + why)
        + (fix.isEmpty() ? "" : "\n  fix: " + fix);
  }
}
