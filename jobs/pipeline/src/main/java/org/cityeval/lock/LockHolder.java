package org.cityeval.lock;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a lock: a line of host, process, its start in milliseconds since 1970, and run. The
 * number of a process comes again, in a container at every start; the moment of its start does not.
 */
record LockHolder(String host, long process, Optional<Instant> start, String run) {
  /** Clocks that are set while a process runs move what the system says of its start. */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private static final String UNKNOWN = "-";

  /** This process, for a run. */
  static LockHolder self(String run) {
    ProcessHandle self = ProcessHandle.current();
    return new LockHolder(thisHost(), self.pid(), startOf(self), run);
  }

  /** Who a line names; nobody if it is cut short or says something else. */
  static Optional<LockHolder> read(String line) {
    String[] parts = line.strip().split(" ", 4);
    if (parts.length < 4
        || !parts[1].matches("[0-9]{1,18}")
        || !parts[2].matches("[0-9]{1,18}|" + UNKNOWN)) {
      return Optional.empty();
    }
    Optional<Instant> start =
        parts[2].equals(UNKNOWN)
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(Long.parseLong(parts[2])));
    return Optional.of(new LockHolder(parts[0], Long.parseLong(parts[1]), start, parts[3]));
  }

  String line() {
    String started = start.map(at -> Long.toString(at.toEpochMilli())).orElse(UNKNOWN);
    return host + " " + process + " " + started + " " + run + "\n";
  }

  /** Whether it may still be at work; of another host that cannot be judged from here. */
  boolean mayLive() {
    return !host.equals(thisHost())
        || ProcessHandle.of(process).filter(this::startedWithMe).isPresent();
  }

  /** As a person reads it. */
  String words() {
    return "run " + run + ", process " + process + " of host " + host;
  }

  private boolean startedWithMe(ProcessHandle now) {
    Optional<Instant> begun = startOf(now);
    return start.isEmpty()
        || begun.isEmpty()
        || Duration.between(start.get(), begun.get()).abs().compareTo(SAME_START) < 0;
  }

  private static Optional<Instant> startOf(ProcessHandle process) {
    return process.info().startInstant();
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown-host";
    }
  }
}
