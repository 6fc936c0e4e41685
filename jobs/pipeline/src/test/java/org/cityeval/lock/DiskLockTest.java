package org.cityeval.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.cityeval.problem.BusyProblem;
import org.cityeval.storage.StoragePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskLockTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("_locks").resolve("tiny");
  }

  private DiskLock take(String run) throws IOException {
    return DiskLock.take(StoragePath.of(file()), LockHolder.self(run));
  }

  private void write(String holder) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), holder);
  }

  private static LockHolder self() {
    return LockHolder.self("tonight");
  }

  @Test
  void isHeldByOneAndEmptyWhenGivenBack() throws IOException {
    DiskLock held = take("tonight");
    assertThat(file()).hasContent(self().line().strip());
    assertThatExceptionOfType(BusyProblem.class)
        .isThrownBy(() -> take("second"))
        .satisfies(busy -> assertThat(busy.why()).contains("run tonight"));

    held.release();
    assertThat(file()).isEmptyFile();
    take("third").release();
  }

  @Test
  void isTheSameLockBelowAnyNameOfTheFolder() throws IOException {
    Files.createSymbolicLink(
        folder.resolve("other"), Files.createDirectory(folder.resolve("real")));
    Path real = folder.resolve("real").resolve("tiny");
    Path other = folder.resolve("other").resolve("tiny");
    DiskLock held = DiskLock.take(StoragePath.of(real), self());

    assertThatExceptionOfType(BusyProblem.class)
        .isThrownBy(() -> DiskLock.take(StoragePath.of(other), self()));
    held.release();
  }

  @Test
  void anEmptyFileIsFree() throws IOException {
    write("");

    take("tonight").release();
  }

  /** A longer line before must leave nothing behind the new one. */
  @Test
  void aHolderThatNoLongerLivesIsSucceeded() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    String run = "a run of a long name ".repeat(20).strip();
    write(new LockHolder(self().host(), ended.pid(), Optional.empty(), run).line());
    DiskLock held = take("tonight");

    assertThat(file()).hasContent(self().line().strip());
    held.release();
  }

  @Test
  void whoWasRefusedHasNothingHeld() throws IOException {
    write("torn");
    assertThatExceptionOfType(BusyProblem.class).isThrownBy(() -> take("first"));
    Files.writeString(file(), "");

    take("second").release();
  }

  @Test
  void anotherMachineIsNotJudgedFromHere() throws IOException {
    String line = new LockHolder("another.invalid", 1, Optional.empty(), "tonight").line();
    write(line);

    assertThatExceptionOfType(BusyProblem.class).isThrownBy(() -> take("mine"));
    assertThat(file()).hasContent(line.strip());
  }

  @Test
  void aNumberThatNowBelongsToAnotherProcessHoldsNothing() throws IOException {
    // Process 1 of a container, started anew: the same host and number, another start.
    write(new LockHolder(self().host(), self().process(), Optional.of(Instant.EPOCH), "x").line());

    DiskLock held = take("mine");
    assertThat(file()).content().contains("mine");
    held.release();
  }

  @ParameterizedTest
  @ValueSource(strings = {"host 12", "host 12 tonight\n", "\0\0\0\0", "host twelve 99 tonight"})
  void aLockThatNamesNobodyIsAMessageWithTheMend(String torn) throws IOException {
    write(torn);

    assertThatExceptionOfType(BusyProblem.class)
        .isThrownBy(() -> take("mine"))
        .withMessageContaining(file() + " cannot be read");
  }
}
