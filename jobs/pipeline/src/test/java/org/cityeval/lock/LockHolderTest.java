package org.cityeval.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockHolderTest {
  private static final Instant NOON = Instant.parse("2020-03-01T12:00:00Z");

  private static LockHolder self() {
    return LockHolder.self("tonight");
  }

  /** 2020-03-01 is day 18322 since 1970: 18322.5 · 86,400,000 ms. */
  @Test
  void isALineOfHostProcessStartAndRun() {
    LockHolder holder = new LockHolder("node-7", 123, Optional.of(NOON), "nightly run 3");

    assertThat(holder.line()).isEqualTo("node-7 123 1583064000000 nightly run 3\n");
    assertThat(LockHolder.read(holder.line())).contains(holder);
  }

  @Test
  void aStartThatTheSystemDoesNotTellIsADash() {
    LockHolder holder = new LockHolder("node-7", 123, Optional.empty(), "r");

    assertThat(holder.line()).isEqualTo("node-7 123 - r\n");
    assertThat(LockHolder.read(holder.line())).contains(holder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "node-7",
        "node-7 123",
        "node-7 123 1583064000000",
        "node-7 123 nightly run",
        "node-7 -1 - run",
        "node-7 12x - run",
        "node-7 9999999999999999999 - run",
        "\0\0\0\0"
      })
  void aLineCutShortNamesNobody(String line) {
    assertThat(LockHolder.read(line)).isEmpty();
  }

  @Test
  void thisProcessLives() {
    assertThat(self().mayLive()).isTrue();
    assertThat(self().process()).isEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void aProcessThatEndedDoesNot() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();

    assertThat(new LockHolder(self().host(), ended.pid(), Optional.empty(), "x").mayLive())
        .isFalse();
  }

  @Test
  void aProcessOfThatNumberThatBeganAtAnotherTimeIsAnother() {
    Instant begun = self().start().orElseThrow();

    assertThat(startedAt(begun.minusMillis(1_500)).mayLive()).isTrue();
    assertThat(startedAt(begun.plusMillis(1_500)).mayLive()).isTrue();
    assertThat(startedAt(begun.minusSeconds(3)).mayLive()).isFalse();
    assertThat(startedAt(begun.plusSeconds(3)).mayLive()).isFalse();
  }

  private static LockHolder startedAt(Instant start) {
    return new LockHolder(self().host(), self().process(), Optional.of(start), "x");
  }

  @Test
  void aProcessOfAnotherHostIsNotJudged() {
    assertThat(new LockHolder("another.invalid", 1, Optional.of(Instant.EPOCH), "x").mayLive())
        .isTrue();
  }

  @Test
  void isToldInWords() {
    assertThat(new LockHolder("node-7", 123, Optional.of(NOON), "nightly").words())
        .isEqualTo("run nightly, process 123 of host node-7");
  }
}
