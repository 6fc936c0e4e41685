package org.cityeval.serve;

import java.util.Optional;
import java.util.function.Function;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.spark.SparkThrowable;
import org.cityeval.problem.EngineFailure;
import org.cityeval.problem.UserProblem;

/** Says over the network what went wrong: a sentence or three, and no trace. */
final class Faults {
  private final Function<Throwable, Optional<UserProblem>> problems;

  /**
   * @param problems finds what a user can mend within a failure
   */
  Faults(Function<Throwable, Optional<UserProblem>> problems) {
    this.problems = problems;
  }

  FlightRuntimeException of(Throwable failure) {
    if (failure instanceof FlightRuntimeException told) {
      return told;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StackOverflowError) {
        return CallStatus.INVALID_ARGUMENT
            .withDescription("The statement is nested too deeply. Write it with fewer levels.")
            .toRuntimeException();
      }
    }
    return problems
        .apply(failure)
        .map(
            problem ->
                CallStatus.INVALID_ARGUMENT.withDescription(sentences(problem)).withCause(problem))
        .orElseGet(() -> CallStatus.INTERNAL.withDescription(unforeseen(failure)))
        .toRuntimeException();
  }

  private static String sentences(UserProblem problem) {
    return (problem.problem() + " " + problem.why() + " " + problem.fix())
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** What the engine says of a value may be told, but no path of a file. */
  private static String unforeseen(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable engine
          && engine.getCondition() != null
          && cause.getCause() == null
          && !EngineFailure.namesFiles(cause)) {
        return "The statement failed: "
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      }
    }
    return "The statement failed; what the endpoint prints says why.";
  }
}
