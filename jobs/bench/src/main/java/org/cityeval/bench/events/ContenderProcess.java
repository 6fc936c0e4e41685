package org.cityeval.bench.events;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** One contender, once, in this process; its figures go to a file. */
public final class ContenderProcess {
  private ContenderProcess() {}

  /** Arguments: contender, cores, lake, file of the answer, file of the figures. */
  public static void main(String[] args) throws IOException, SQLException {
    Contender.Name name = Contender.Name.valueOf(args[0]);
    Path lake = Path.of(args[2]);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (Contender contender = name.open(Integer.parseInt(args[1]), lake)) {
      long cpu = system.getProcessCpuTime();
      long wall = System.nanoTime();
      List<DistrictDay> answer = contender.answer();
      double seconds = (System.nanoTime() - wall) / 1e9;
      double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
      DistrictDay.write(answer, Path.of(args[3]));
      Files.writeString(
          Path.of(args[4]),
          String.format(
              Locale.ROOT,
              "%d %.3f %.3f %d",
              answer.stream().mapToLong(DistrictDay::trips).sum(),
              seconds,
              cpuSeconds,
              peakKilobytes()));
    }
  }

  /** The most memory this process ever held resident. */
  private static long peakKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
