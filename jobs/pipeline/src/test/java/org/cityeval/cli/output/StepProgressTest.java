package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cityeval.terminal.LiveLine;
import org.junit.jupiter.api.Test;

class StepProgressTest {
  private static final List<String> STEPS = List.of("ingest", "panel", "report");

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2020-03-01T00:00:00Z");

  /** What a person sees 10 s after a step began. */
  private String seen(String step, Map<String, Duration> lastTook, Optional<String> doing) {
    StepProgress progress =
        new StepProgress(new LiveLine(terminal), STEPS, lastTook, () -> now, () -> doing);
    progress.refresh();
    progress.begin(step);
    now = now.plusSeconds(10);
    progress.refresh();
    progress.close();
    progress.refresh();
    String[] lines = terminal.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K", -1);
    assertThat(lines).hasSize(3);
    assertThat(lines[2]).isEmpty();
    return lines[1];
  }

  @Test
  void tellsByItselfOnceItIsStarted() throws Exception {
    CompletableFuture<String> shown = new CompletableFuture<>();
    OutputStream screen =
        new OutputStream() {
          @Override
          public void write(int octet) {
            throw new AssertionError("a line comes whole");
          }

          @Override
          public void write(byte[] line, int from, int length) {
            shown.complete(new String(line, from, length, StandardCharsets.UTF_8));
          }
        };
    try (StepProgress progress =
        new StepProgress(
            new LiveLine(screen), STEPS, Map.of(), () -> now, Optional::<String>empty)) {
      progress.begin("report");
      progress.started();
      assertThat(shown.get(1, TimeUnit.MINUTES)).endsWith("report         0 s  3 of 3");
    }
  }

  @Test
  void tellsTheStepAndWhatIsDone() {
    assertThat(seen("panel", Map.of(), Optional.of("writes gold.wave")))
        .isEqualTo("panel         10 s  2 of 3  writes gold.wave");
  }

  @Test
  void tellsWhatIsLeftIfItTakesAsLongAsBefore() {
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
  void aStepThatTakesLongerThanBeforePromisesNoLess() {
    // Of 49 s, 30 + 7 are over; panel has taken 10 s.
    assertThat(
            seen(
                "panel",
                Map.of(
                    "ingest", Duration.ofSeconds(30),
                    "panel", Duration.ofSeconds(7),
                    "report", Duration.ofSeconds(12)),
                Optional.empty()))
        .isEqualTo("panel         10 s  2 of 3, 75 %, at least 12 s left");
  }

  @Test
  void saysThatTheLastStepTakesLongerThanBefore() {
    assertThat(
            seen(
                "report",
                Map.of(
                    "ingest", Duration.ofSeconds(30),
                    "panel", Duration.ofSeconds(18),
                    "report", Duration.ofSeconds(4)),
                Optional.empty()))
        .isEqualTo("report        10 s  3 of 3, longer than last time");
  }

  @Test
  void promisesNoTimeForAStepThatNeverRan() {
    assertThat(seen("panel", Map.of("panel", Duration.ofSeconds(30)), Optional.empty()))
        .isEqualTo("panel         10 s  2 of 3");
  }
}
