package org.cityeval.bench.structures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.apache.commons.numbers.core.Sum;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.cityeval.events.collect.ExactSum;
import org.cityeval.events.collect.Mixing;

/**
 * Amounts added up by district and day in the parts of a lake, written, and put together. Some are
 * negative. The amounts are multiples of one over a number.
 */
final class SumWork {
  private static final int CELLS = 36_000;
  private static final int PARTS = 4;
  private static final int LARGEST = 6_000;

  private final int[] cells;
  private final double[] amounts;

  SumWork(int size, int divisor) {
    SplittableRandom random = new SplittableRandom(1);
    cells = new int[size];
    amounts = new double[size];
    for (int i = 0; i < size; i++) {
      cells[i] = random.nextInt(CELLS);
      amounts[i] = (double) (random.nextInt(LARGEST) - 300) / divisor;
    }
  }

  /** A sum of one cell in one part. */
  interface Cell {
    void add(double amount);

    void write(ByteSink out);

    void read(ByteSource in);

    double value();
  }

  /** What all parts wrote. */
  record Filled(byte[][] parts) {}

  List<Contender<?>> contenders() {
    return List.of(
        new Contender<>(
            "CityEval's ExactSum", () -> fill(Ours::new), filled -> answer(filled, Ours::new)),
        new Contender<>(
            "JDK BigDecimal", () -> fill(Decimal::new), filled -> answer(filled, Decimal::new)),
        new Contender<>("commons-numbers Sum, not written", this::fillSums, SumWork::answerOfSums));
  }

  private Filled fill(Supplier<Cell> make) {
    byte[][] parts = new byte[PARTS][];
    int length = cells.length / PARTS;
    for (int part = 0; part < PARTS; part++) {
      Cell[] sums = new Cell[CELLS];
      for (int cell = 0; cell < CELLS; cell++) {
        sums[cell] = make.get();
      }
      for (int i = part * length; i < (part + 1) * length; i++) {
        sums[cells[i]].add(amounts[i]);
      }
      ByteSink out = new ByteSink();
      for (Cell sum : sums) {
        sum.write(out);
      }
      parts[part] = out.toByteArray();
    }
    return new Filled(parts);
  }

  private static long answer(Filled filled, Supplier<Cell> make) {
    ByteSource[] sources = new ByteSource[PARTS];
    for (int part = 0; part < PARTS; part++) {
      sources[part] = new ByteSource(filled.parts()[part], 0);
    }
    long hash = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      Cell sum = make.get();
      for (ByteSource source : sources) {
        sum.read(source);
      }
      hash = Mixing.step(hash, Double.doubleToLongBits(sum.value()));
    }
    return hash;
  }

  private Sum[][] fillSums() {
    Sum[][] parts = new Sum[PARTS][CELLS];
    int length = cells.length / PARTS;
    for (int part = 0; part < PARTS; part++) {
      for (int cell = 0; cell < CELLS; cell++) {
        parts[part][cell] = Sum.create();
      }
      for (int i = part * length; i < (part + 1) * length; i++) {
        parts[part][cells[i]].add(amounts[i]);
      }
    }
    return parts;
  }

  private static long answerOfSums(Sum[][] parts) {
    long hash = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      Sum sum = Sum.create();
      for (Sum[] part : parts) {
        sum.add(part[cell]);
      }
      hash = Mixing.step(hash, Double.doubleToLongBits(sum.getAsDouble()));
    }
    return hash;
  }

  private static final class Ours implements Cell {
    private final ExactSum sum = new ExactSum();

    @Override
    public void add(double amount) {
      sum.add(amount);
    }

    @Override
    public void write(ByteSink out) {
      sum.write(out);
    }

    @Override
    public void read(ByteSource in) {
      sum.read(in);
    }

    @Override
    public double value() {
      return sum.value();
    }
  }

  private static final class Decimal implements Cell {
    private BigDecimal sum = BigDecimal.ZERO;

    @Override
    public void add(double amount) {
      sum = sum.add(new BigDecimal(amount));
    }

    @Override
    public void write(ByteSink out) {
      byte[] bytes = sum.unscaledValue().toByteArray();
      out.writeSize(sum.scale());
      out.writeSize(bytes.length);
      out.writeBytes(bytes, bytes.length);
    }

    @Override
    public void read(ByteSource in) {
      int scale = in.readSize();
      sum = sum.add(new BigDecimal(new BigInteger(in.readBytes(in.readSize())), scale));
    }

    @Override
    public double value() {
      return sum.doubleValue();
    }
  }
}
