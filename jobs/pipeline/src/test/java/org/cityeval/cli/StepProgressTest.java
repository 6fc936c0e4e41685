package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityeval.terminal.LiveLine;
import org.junit.jupiter.api.Test;

class StepProgressTest {
  private static final List<String> STEPS = List.of("ingest", "panel", "report");

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2020-03-01T00:00:00Z");

  /** What a person sees 10 s after a step began. */
  private String seen(String step, Map<String, Duration> lastTook, Optional<String> doing)
      throws InterruptedException {
    try (StepProgress progress =
        StepProgress.of(new LiveLine(terminal), STEPS, lastTook, () -> now, () -> doing)) {
      progress.begin(step);
      now = now.plusSeconds(10);
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (terminal.size() == 0 && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
    }
    String all = terminal.toString(StandardCharsets.UTF_8);
    assertThat(all).endsWith("\r\u001b[K");
    return all.split("\r\u001b\\[K", -1)[1];
  }

  @Test
  void tellsTheStepAndWhatIsDone() throws InterruptedException {
    assertThat(seen("panel", Map.of(), Optional.of("writes gold.wave")))
        .isEqualTo("panel         10 s  2 of 3  writes gold.wave");
  }

  @Test
  void tellsWhatIsLeftIfItTakesAsLongAsBefore() throws InterruptedException {
    // Of 60 s, 30 + 10 are over.
    assertThat(
            seen(
                "panel",
                Map.of(
                    "ingest", Duration.ofSeconds(30),
                    "panel", Duration.ofSeconds(18),
                    "report", Duration.ofSeconds(12)),
                Optional.empty()))
        .isEqualTo("panel         10 s  2 of 3, 66 %, about 20 s left");
  }

  @Test
  void promisesNoTimeForAStepThatNeverRan() throws InterruptedException {
    assertThat(seen("panel", Map.of("panel", Duration.ofSeconds(30)), Optional.empty()))
        .isEqualTo("panel         10 s  2 of 3");
  }
}
