package org.cityeval.cli.options;

import org.cityeval.problem.UserProblem;

/** Says that a warehouse is not there, before Spark is started for nothing. */
public final class Warehouses {
  private Warehouses() {}

  /**
   * Looks for the folder; a store is not asked.
   *
   * @throws UserProblem if it is not there
   */
  public static void requireThere(EvaluationOptions options) {
    if (options.warehouse().isMissingFolder()) {
      throw new UserProblem(
          "There is no warehouse at " + options.warehouseName() + ".",
          "Nothing was evaluated into it yet, or it lies elsewhere.",
          "Run 'cityeval run' first, or name it with --warehouse.");
    }
  }
}
