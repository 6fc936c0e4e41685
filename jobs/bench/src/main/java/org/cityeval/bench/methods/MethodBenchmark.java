package org.cityeval.bench.methods;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cityeval.bench.TemporaryFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the methods on growing numbers of districts and prints what they took as Markdown. */
@Command(
    name = "methods",
    mixinStandardHelpOptions = true,
    description = "Measures single methods, and R's EpiEstim on the same counts.")
public final class MethodBenchmark implements Callable<Integer> {
  /** Two programs that do the same sums in another order agree far better than this. */
  private static final double TOLERANCE = 1e-9;

  @Option(
      names = "--districts",
      split = ",",
      defaultValue = "31,314,3142",
      description = "Default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes;

  @Option(
      names = "--methods",
      split = ",",
      description = "${COMPLETION-CANDIDATES} (default: all).")
  private List<Method> methods = Arrays.asList(Method.values());

  @Option(names = "--runs", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "To warm up, and to measure after it (default: ${DEFAULT-VALUE} each).")
  private double seconds;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--rscript",
      defaultValue = "Rscript",
      description = "The command of R's scripts (default: ${DEFAULT-VALUE}).")
  private String rscript;

  @Option(
      names = "--peer-up-to",
      defaultValue = "3142",
      description = "Districts that EpiEstim is given at most (default: ${DEFAULT-VALUE}).")
  private int peerUpTo;

  @Option(names = "--heap", defaultValue = "2g", description = "-Xmx (default: ${DEFAULT-VALUE}).")
  private String heap;

  @Option(names = "--java-option", description = "One more option of the virtual machine.")
  private List<String> javaOptions = List.of();

  private final MethodTable table = new MethodTable();
  private final Map<String, Integer> hashes = new HashMap<>();
  private final List<String> agreements = new ArrayList<>();
  private Path folder;

  /** Where the benchmark starts. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new MethodBenchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      folder = temporary.path();
      return measure();
    }
  }

  private int measure() throws IOException, InterruptedException {
    EpiEstim peer = new EpiEstim(rscript, folder);
    Optional<String> version = peer.version();
    if (version.isEmpty()) {
      System.err.println("No " + rscript + " with EpiEstim: the methods are measured without it.");
    }
    double loadBefore = load();
    for (int districts : sizes) {
      // In turns, so that what else the machine does meets all of them.
      for (int run = 0; run < runs; run++) {
        for (Method method : methods) {
          if (!measure(method, districts)) {
            return 1;
          }
          if (method == Method.REPRODUCTION_NUMBER
              && version.isPresent()
              && districts <= peerUpTo
              && !measure(peer, districts)) {
            return 1;
          }
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%n%d days, %d runs, seed %d, -Xmx%s, %d cores, Java %s, %s, load average %.1f to %.1f%n%n%s%n",
        SyntheticDistricts.DAYS,
        runs,
        seed,
        heap,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        version.orElse("no EpiEstim"),
        loadBefore,
        load(),
        table.markdown());
    agreements.forEach(System.out::println);
    return 0;
  }

  /** False where the answer is not that of the run before. */
  private boolean measure(Method method, int districts) throws IOException, InterruptedException {
    Figures figures = process(method, districts);
    report(method.title(), districts, figures);
    Integer before = hashes.put(method + " " + districts, figures.hash());
    if (before != null && before != figures.hash()) {
      System.err.println("The answer of " + method + " differs from that of the run before.");
      return false;
    }
    return true;
  }

  /** False where the answer is not that of our own process. */
  private boolean measure(EpiEstim peer, int districts) throws IOException, InterruptedException {
    Path theirs = folder.resolve("peer");
    report(EpiEstim.TITLE, districts, peer.measure(districts, seed, seconds, theirs));
    Agreement agreement = Agreement.of(Doubles.read(answer()), Doubles.read(theirs));
    String text =
        String.format(Locale.ROOT, "%,d districts, beside EpiEstim: ", districts)
            + agreement.describe();
    if (agreement.largest() > TOLERANCE) {
      System.err.println("The answers differ. " + text);
      return false;
    }
    if (!agreements.contains(text)) {
      agreements.add(text);
    }
    return true;
  }

  private Figures process(Method method, int districts) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC"));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    Path written = folder.resolve("figures");
    command.addAll(
        List.of(
            MethodProcess.class.getName(),
            method.name(),
            Integer.toString(districts),
            Long.toString(seed),
            Double.toString(seconds),
            written.toString()));
    if (method == Method.REPRODUCTION_NUMBER) {
      command.add(answer().toString());
    }
    Path log = folder.resolve("log");
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException(method + " ended with " + status + ":\n" + Files.readString(log));
    }
    return Figures.parse(Files.readString(written));
  }

  private void report(String title, int districts, Figures figures) {
    System.err.printf(Locale.ROOT, "%s, %,d districts: %s%n", title, districts, figures);
    table.add(title, districts, figures);
  }

  private Path answer() {
    return folder.resolve("answer");
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
