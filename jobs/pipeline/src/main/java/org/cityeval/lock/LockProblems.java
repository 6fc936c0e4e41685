package org.cityeval.lock;

import org.cityeval.problem.BusyProblem;
import org.cityeval.storage.StoragePath;

/** What is said to a run that does not get the lock. */
final class LockProblems {
  private LockProblems() {}

  static BusyProblem held(StoragePath lock, LockHolder holder) {
    return busy(lock, "It is " + holder.words() + ".", "its machine is gone");
  }

  static BusyProblem starting(StoragePath lock) {
    return busy(lock, "It has just begun, or broke off as it began.", "none is at work");
  }

  static BusyProblem torn(StoragePath lock) {
    return new BusyProblem(
        "The lock " + lock + " cannot be read.",
        "It names no run: it was cut short, or an older version of CityEval left it.",
        "Delete it if no run is at work on this evaluation, then retry.");
  }

  private static BusyProblem busy(StoragePath lock, String why, String unless) {
    return new BusyProblem(
        "Another run holds the evaluation " + lock.hadoop().getName() + ".",
        why,
        "Retry when it has ended. If " + unless + ", delete " + lock + ".");
  }
}
