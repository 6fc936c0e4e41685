package org.cityeval.cli;

import org.cityeval.problem.UserProblem;

/** Says that a warehouse is not there, before Spark is started for nothing. */
final class Warehouses {
  private Warehouses() {}

  static void requireThere(EvaluationOptions options) {
    if (options.warehouse().isMissingFolder()) {
      throw new UserProblem(
          "There is no warehouse at " + options.warehouseName() + ".",
          "Nothing was evaluated into it yet, or it lies elsewhere.",
          "Run 'cityeval run' first, or name it with --warehouse.");
    }
  }
}
