package org.cityeval.check;

import java.util.List;
import java.util.stream.Collectors;
import org.cityeval.problem.UserProblem;

/** Every problem that a check of a config against its sources found. */
public final class SourceCheckProblem extends UserProblem {
  private final List<UserProblem> problems;

  public SourceCheckProblem(String file, List<UserProblem> problems) {
    super(
        file + ": " + problems.size() + (problems.size() == 1 ? " problem" : " problems"), "", "");
    this.problems = List.copyOf(problems);
  }

  /** What was found, in the order of the config. */
  public List<UserProblem> problems() {
    return problems;
  }

  /** 4 where sources are absent and nothing else is wrong, else 2. */
  @Override
  public int exitCode() {
    return problems.stream().allMatch(problem -> problem.exitCode() == 4) ? 4 : 2;
  }

  @Override
  public String render() {
    return super.render()
        + problems.stream().map(problem -> "\n\n" + problem.render()).collect(Collectors.joining());
  }
}
