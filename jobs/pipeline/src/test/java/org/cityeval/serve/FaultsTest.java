package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.spark.SparkThrowable;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String UNTOLD = "The statement failed; what the endpoint prints says why.";

  /** A failure of the engine, as it says it. */
  private static final class OfTheEngine extends RuntimeException implements SparkThrowable {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, String> parameters;
    private final String condition;

    OfTheEngine(String condition, String message, Map<String, String> parameters, Throwable cause) {
      super(message, cause);
      this.condition = condition;
      this.parameters = parameters;
    }

    @Override
    public String getCondition() {
      return condition;
    }

    @Override
    public Map<String, String> getMessageParameters() {
      return parameters;
    }
  }

  private static FlightRuntimeException told(Throwable failure) {
    return new Faults(any -> Optional.empty()).of(failure);
  }

  private static void assertUnforeseen(Throwable failure, String description) {
    FlightRuntimeException told = told(failure);
    assertThat(told.status().code()).isEqualTo(FlightStatusCode.INTERNAL);
    assertThat(told.status().description()).isEqualTo(description);
    assertThat(told.status().cause()).isNull();
  }

  @Test
  void whatWasToldAlreadyIsToldAsItIs() {
    FlightRuntimeException told =
        CallStatus.NOT_FOUND.withDescription("Ask again.").toRuntimeException();

    assertThat(told(told)).isSameAs(told);
  }

  @Test
  void aProblemIsToldInItsThreeSentencesOnOneLine() {
    UserProblem problem = new UserProblem("No such\n  column x.", "It has\ty.", "Correct it.");
    Throwable around = new IllegalStateException("around", problem);

    FlightRuntimeException told =
        new Faults(failure -> failure == around ? Optional.of(problem) : Optional.empty())
            .of(around);

    assertThat(told.status().code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
    assertThat(told.status().description()).isEqualTo("No such column x. It has y. Correct it.");
    assertThat(told.status().cause()).isSameAs(problem);
  }

  @Test
  void whatAProblemDoesNotSayLeavesNoGap() {
    Faults only = new Faults(any -> Optional.of(new UserProblem("It is so.", "", "")));
    Faults mend = new Faults(any -> Optional.of(new UserProblem("It is so.", "", "Mend it.")));

    assertThat(only.of(new IllegalStateException()).status().description()).isEqualTo("It is so.");
    assertThat(mend.of(new IllegalStateException()).status().description())
        .isEqualTo("It is so. Mend it.");
  }

  /** Whoever looks for problems may find none, or a wrong one, in what has no end. */
  @Test
  void tooManyLevelsAreToldFirstWhereverTheyStand() {
    Faults faults = new Faults(any -> Optional.of(new UserProblem("Another.", "", "")));

    for (Throwable failure :
        new Throwable[] {
          new StackOverflowError(),
          new IllegalStateException(new RuntimeException(new StackOverflowError()))
        }) {
      FlightRuntimeException told = faults.of(failure);
      assertThat(told.status().code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT);
      assertThat(told.status().description())
          .isEqualTo("The statement is nested too deeply. Write it with fewer levels.");
    }
  }

  @Test
  void theFirstLineOfWhatTheEngineSaysOfAValueIsTold() {
    OfTheEngine engine =
        new OfTheEngine("DIVIDE_BY_ZERO", "Division by zero.\n== SQL ==\n1/0", Map.of(), null);

    assertUnforeseen(engine, "The statement failed: Division by zero.");
    assertUnforeseen(
        new IllegalStateException("task 3 on host 7", engine),
        "The statement failed: Division by zero.");
    assertUnforeseen(new OfTheEngine("X", null, Map.of(), null), "The statement failed: null");
    assertUnforeseen(new OfTheEngine("X", "", Map.of(), null), "The statement failed: ");
  }

  @Test
  void noFileIsToldNorWhatTheEngineHasNoConditionFor() {
    assertUnforeseen(
        new OfTheEngine("FAILED_READ", "Cannot read /w/x", Map.of("path", "/w/x"), null), UNTOLD);
    assertUnforeseen(new OfTheEngine(null, "At /w/x", Map.of(), null), UNTOLD);
    assertUnforeseen(new IllegalStateException("At /w/x"), UNTOLD);
  }

  /** What stands around may repeat what lies below, with its files. */
  @Test
  void onlyTheInnermostFailureIsTold() {
    assertUnforeseen(
        new OfTheEngine("OUTER", "Outer at /w/x", Map.of(), new IllegalStateException("inner")),
        UNTOLD);
    assertUnforeseen(
        new OfTheEngine(
            "OUTER", "Outer at /w/x", Map.of(), new OfTheEngine("IN", "In.", Map.of(), null)),
        "The statement failed: In.");
  }
}
