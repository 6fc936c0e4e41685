package org.cityeval.bench.events;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.cityeval.events.collect.IntSet;
import org.cityeval.events.collect.LongSet;
import org.cityeval.events.collect.Mixing;
import org.cityeval.events.collect.SortSpace;
import org.cityeval.numeric.statistics.Quantiles;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.longlong.Roaring64Bitmap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The sets of the event path beside those of RoaringBitmap, on the devices of {@link EventLake}: a
 * day at a time, 200 districts; ids are added as they come, written, read and counted.
 */
@Command(
    name = "sets",
    mixinStandardHelpOptions = true,
    description = "Measures sets of whole numbers beside RoaringBitmap.")
public final class SetBenchmark implements Callable<Integer> {
  private static final int DISTRICTS = 200;
  private static final int DAYS = 180;
  private static final int RESIDENTS = 5_000_000;

  @Option(names = "--ids", defaultValue = "100000000", description = "${DEFAULT-VALUE}.")
  private int ids;

  @Option(names = "--runs", defaultValue = "3", description = "${DEFAULT-VALUE}.")
  private int runs;

  /** Where the benchmark starts. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new SetBenchmark()).execute(args));
  }

  /** A set of one district and day. */
  private interface Ids {
    void add(int id);

    void write(DataOutputStream out) throws IOException;
  }

  /**
   * One kind of set.
   *
   * @param make an empty set
   * @param readAndCount how many different ids there are in what was written
   */
  private record Contender(String title, Function<SortSpace, Ids> make, Reader readAndCount) {}

  private interface Reader {
    long count(byte[] written, SortSpace space) throws IOException;
  }

  private static final List<Contender> CONTENDERS =
      List.of(
          new Contender("CityEval's IntSet", OurInts::new, OurInts::count),
          new Contender("RoaringBitmap", space -> new RoaringInts(), RoaringInts::count),
          new Contender("CityEval's LongSet", OurLongs::new, OurLongs::count),
          new Contender("Roaring64Bitmap", space -> new RoaringLongs(), RoaringLongs::count));

  private record OurInts(IntSet set, SortSpace space) implements Ids {
    OurInts(SortSpace space) {
      this(new IntSet(), space);
    }

    @Override
    public void add(int id) {
      set.add(id, space);
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      ByteSink sink = new ByteSink();
      set.write(sink, space);
      out.write(sink.toByteArray());
    }

    static long count(byte[] written, SortSpace space) {
      IntSet read = new IntSet();
      read.read(new ByteSource(written, 0), space);
      return read.count(space);
    }
  }

  private record RoaringInts(RoaringBitmap set) implements Ids {
    RoaringInts() {
      this(new RoaringBitmap());
    }

    @Override
    public void add(int id) {
      set.add(id);
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      set.serialize(out);
    }

    static long count(byte[] written, SortSpace space) throws IOException {
      RoaringBitmap read = new RoaringBitmap();
      read.deserialize(new DataInputStream(new ByteArrayInputStream(written)));
      return read.getLongCardinality();
    }
  }

  private record OurLongs(LongSet set, SortSpace space) implements Ids {
    OurLongs(SortSpace space) {
      this(new LongSet(), space);
    }

    @Override
    public void add(int id) {
      set.add(Mixing.of(id), space);
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      ByteSink sink = new ByteSink();
      set.write(sink, space);
      out.write(sink.toByteArray());
    }

    static long count(byte[] written, SortSpace space) {
      LongSet read = new LongSet();
      read.read(new ByteSource(written, 0), space);
      return read.count(space);
    }
  }

  private record RoaringLongs(Roaring64Bitmap set) implements Ids {
    RoaringLongs() {
      this(new Roaring64Bitmap());
    }

    @Override
    public void add(int id) {
      set.addLong(Mixing.of(id));
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
      set.serialize(out);
    }

    static long count(byte[] written, SortSpace space) throws IOException {
      Roaring64Bitmap read = new Roaring64Bitmap();
      read.deserialize(new DataInputStream(new ByteArrayInputStream(written)));
      return read.getLongCardinality();
    }
  }

  /**
   * What one run took.
   *
   * @param add seconds to add and write
   * @param read seconds to read and count
   * @param different ids, summed over districts and days
   */
  private record Took(double add, double read, long bytes, long different) {}

  @Override
  public Integer call() throws IOException {
    StringBuilder table =
        new StringBuilder(
            """
            | set | add and write s | read and count s | bytes an id | different |
            |---|---:|---:|---:|---:|
            """);
    long agreed = -1;
    for (Contender contender : CONTENDERS) {
      List<Took> took = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        Took one = measure(contender);
        agreed = agreed < 0 ? one.different() : agreed;
        if (one.different() != agreed) {
          System.err.println(contender.title() + " counts " + one.different() + ", not " + agreed);
          return 1;
        }
        took.add(one);
      }
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %.2f | %,d |%n",
              contender.title(),
              Quantiles.median(took.stream().mapToDouble(Took::add).sorted().toArray()),
              Quantiles.median(took.stream().mapToDouble(Took::read).sorted().toArray()),
              (double) took.get(0).bytes() / took.get(0).different(),
              agreed));
    }
    System.out.printf(Locale.ROOT, "%,d ids, %d runs, medians%n%n%s", ids, runs, table);
    return 0;
  }

  private Took measure(Contender contender) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    SortSpace space = new SortSpace();
    int ofDay = ids / DAYS;
    int[] districts = new int[ofDay];
    int[] devices = new int[ofDay];
    long adding = 0;
    long reading = 0;
    long bytes = 0;
    long different = 0;
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < ofDay; i++) {
        districts[i] =
            (int)
                Math.min(
                    Math.floor(Math.exp(random.nextDouble() * Math.log(DISTRICTS + 1.0))) - 1,
                    DISTRICTS - 1);
        long rank = (long) Math.floor(RESIDENTS * Math.pow(random.nextDouble(), 3)) + 1;
        devices[i] = (int) (rank * 48271 % 2147483647);
      }
      long began = System.nanoTime();
      Ids[] sets = new Ids[DISTRICTS];
      for (int district = 0; district < DISTRICTS; district++) {
        sets[district] = contender.make().apply(space);
      }
      for (int i = 0; i < ofDay; i++) {
        sets[districts[i]].add(devices[i]);
      }
      byte[][] written = new byte[DISTRICTS][];
      for (int district = 0; district < DISTRICTS; district++) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sets[district].write(new DataOutputStream(out));
        written[district] = out.toByteArray();
        bytes += written[district].length;
      }
      long added = System.nanoTime();
      for (int district = 0; district < DISTRICTS; district++) {
        different += contender.readAndCount().count(written[district], space);
      }
      reading += System.nanoTime() - added;
      adding += added - began;
    }
    return new Took(adding / 1e9, reading / 1e9, bytes, different);
  }
}
