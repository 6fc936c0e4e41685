package org.cityeval.config.check;

import java.util.List;
import java.util.stream.Collectors;
import org.cityeval.problem.UserProblem;

/** Everything that is wrong with a config, at once, in the order of the file. */
public final class ConfigProblems extends UserProblem {
  private final transient List<ConfigProblem> problems;
  private final String rendered;

  ConfigProblems(String file, List<ConfigProblem> problems) {
    super(
        problems.size() == 1 ? "1 problem in " + file : problems.size() + " problems in " + file,
        problems.get(0).key() + ": " + problems.get(0).problem(),
        problems.get(0).fix());
    this.problems = List.copyOf(problems);
    this.rendered =
        problems.stream().map(ConfigProblem::render).collect(Collectors.joining("\n"))
            + "\n"
            + problem();
  }

  public List<ConfigProblem> problems() {
    return problems;
  }

  @Override
  public String render() {
    return rendered;
  }
}
