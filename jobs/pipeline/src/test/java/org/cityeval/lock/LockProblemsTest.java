package org.cityeval.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cityeval.problem.BusyProblem;
import org.cityeval.storage.StoragePath;
import org.junit.jupiter.api.Test;

/** What is said names the evaluation, the holder and the file that can be deleted. */
class LockProblemsTest {
  private static final StoragePath LOCK = StoragePath.of("/srv/wh/_locks/us-metros");

  @Test
  void aHeldLockNamesItsHolderAndSaysWhenTheFileMayGo() {
    LockHolder holder = new LockHolder("node-7", 123, Optional.empty(), "nightly");

    assertThat(LockProblems.held(LOCK, holder).render())
        .isEqualTo(
            """
            Another run holds the evaluation us-metros.
              why: It is run nightly, process 123 of host node-7.
              fix: Retry when it has ended. If its machine is gone, delete /srv/wh/_locks/us-metros.""");
  }

  @Test
  void aLockThatIsBeingTakenNamesNobodyYet() {
    assertThat(LockProblems.starting(LOCK).render())
        .contains("holds the evaluation us-metros", "It has just begun, or broke off as it began")
        .contains("If none is at work, delete /srv/wh/_locks/us-metros");
  }

  @Test
  void aTornLockIsNamedWithTheMend() {
    assertThat(LockProblems.torn(LOCK).render())
        .contains("The lock /srv/wh/_locks/us-metros cannot be read")
        .contains("Delete it if no run is at work");
  }

  @Test
  void eachEndsWithTheStatusThatASchedulerRetriesAt() {
    BusyProblem torn = LockProblems.torn(LOCK);

    assertThat(torn.exitCode()).isEqualTo(75);
  }
}
