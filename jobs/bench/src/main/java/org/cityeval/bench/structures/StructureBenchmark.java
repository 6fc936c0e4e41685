package org.cityeval.bench.structures;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cityeval.numeric.statistics.Quantiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures {@code TextCodes}, {@code ExactSum} and {@code ByteSink} beside libraries. Contenders
 * take turns in one process, and the order of the turns rotates. CPU is that of the whole process,
 * collections included, because other programs may share the cores.
 */
@Command(
    name = "structures",
    mixinStandardHelpOptions = true,
    description = "Measures small data structures of the event path beside libraries.")
public final class StructureBenchmark implements Callable<Integer> {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Fewer bytes than this are not told from the rest of the heap. */
  private static final long NOISE = 10_000_000;

  @Option(names = "--size", defaultValue = "4000000", description = "${DEFAULT-VALUE}.")
  private int size;

  @Option(names = "--runs", defaultValue = "5", description = "${DEFAULT-VALUE}.")
  private int runs;

  /** Where the benchmark starts. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new StructureBenchmark()).execute(args));
  }

  @Override
  public Integer call() {
    System.out.printf(Locale.ROOT, "Size %,d, %d runs, medians%n", size, runs);
    boolean agree =
        print("Texts to numbers", new TextWork(size).contenders())
            && print("Sums of fractions", new SumWork(size, 100).contenders())
            && print("Sums of whole numbers", new SumWork(size, 1).contenders())
            && print("Bytes written and read", new ByteWork(size).contenders());
    return agree ? 0 : 1;
  }

  /** What one turn took: seconds of CPU, bytes held at the end, and the answer. */
  private record Took(double cpu, long held, long answer) {}

  /** False where contenders answered differently. */
  private boolean print(String title, List<? extends Contender<?>> contenders) {
    List<List<Took>> took = new ArrayList<>();
    contenders.forEach(
        contender -> {
          measure(contender); // compiles
          took.add(new ArrayList<>());
        });
    for (int run = 0; run < runs; run++) {
      for (int turn = 0; turn < contenders.size(); turn++) {
        int at = (run + turn) % contenders.size();
        took.get(at).add(measure(contenders.get(at)));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%n%s%n%n| contender | CPU s | of ours | MB held |%n|---|---:|---:|---:|%n",
        title);
    for (int i = 0; i < contenders.size(); i++) {
      long held = took.get(i).get(0).held();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %s |%n",
          contenders.get(i).title(),
          cpu(took.get(i)),
          cpu(took.get(i)) / cpu(took.get(0)),
          held < NOISE ? "" : String.format(Locale.ROOT, "%.0f", held / 1e6));
    }
    long answers = took.stream().flatMap(List::stream).map(Took::answer).distinct().count();
    if (answers > 1) {
      System.err.println(title + ": " + answers + " different answers");
    }
    return answers == 1;
  }

  private static double cpu(List<Took> took) {
    return Quantiles.median(took.stream().mapToDouble(Took::cpu).sorted().toArray());
  }

  private static <T> Took measure(Contender<T> contender) {
    long before = used();
    long began = SYSTEM.getProcessCpuTime();
    T filled = contender.fill().get();
    long filling = SYSTEM.getProcessCpuTime() - began;
    long held = used() - before;
    began = SYSTEM.getProcessCpuTime();
    long answer = contender.answer().applyAsLong(filled);
    long reading = SYSTEM.getProcessCpuTime() - began;
    return new Took((filling + reading) / 1e9, held, answer);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
