package org.cityeval.bench.methods;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One method on one number of districts, in this process; its figures go to a file. It answers over
 * and over: once at first, then, not measured, until so many seconds have gone by in all, then
 * measured for as long again, once at least.
 */
public final class MethodProcess {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final double MEBIBYTE = 1 << 20;

  private MethodProcess() {}

  /** Arguments: method, districts, seed, seconds, file of the figures, if wanted of the answer. */
  public static void main(String[] args) throws IOException {
    Work work = Method.valueOf(args[0]).prepare(Integer.parseInt(args[1]), Long.parseLong(args[2]));
    double seconds = Double.parseDouble(args[3]);
    Clock first = new Clock();
    int hash = hash(work);
    double firstWall = first.wall();
    double firstCpu = first.cpu();
    while (first.wall() < seconds) {
      requireSame(hash, hash(work));
    }
    Clock warm = new Clock();
    int answers = 0;
    while (answers == 0 || warm.wall() < seconds) {
      requireSame(hash, hash(work));
      answers++;
    }
    Figures figures =
        new Figures(
            firstWall,
            firstCpu,
            warm.wall() / answers,
            warm.cpu() / answers,
            answers,
            warm.allocated() / answers,
            peak(),
            hash);
    Files.writeString(Path.of(args[4]), figures.line());
    if (args.length > 5) {
      Doubles.write(work, Path.of(args[5]));
    }
  }

  /** Makes sure that no result goes unused, and so uncomputed. */
  private static int hash(Work work) {
    int[] hash = {1};
    work.answer(numbers -> hash[0] = 31 * hash[0] + Arrays.hashCode(numbers));
    return hash[0];
  }

  private static void requireSame(int expected, int found) {
    if (expected != found) {
      throw new IllegalStateException("The same question twice has two answers");
    }
  }

  /** The most memory this process ever held resident [MiB]. */
  private static double peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** What has been used since it was made. */
  private static final class Clock {
    private final long wall = System.nanoTime();
    private final long cpu = SYSTEM.getProcessCpuTime();
    private final long allocated = THREADS.getCurrentThreadAllocatedBytes();

    double wall() {
      return (System.nanoTime() - wall) / 1e9;
    }

    double cpu() {
      return (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
    }

    double allocated() {
      return (THREADS.getCurrentThreadAllocatedBytes() - allocated) / MEBIBYTE;
    }
  }
}
