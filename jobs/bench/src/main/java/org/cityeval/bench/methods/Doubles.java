package org.cityeval.bench.methods;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Files of nothing but numbers, 8 bytes each, the highest first: R reads and writes them too. */
final class Doubles {
  private Doubles() {}

  /** Writes what the work gives. */
  static void write(Work work, Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      Consumer<double[]> sink =
          numbers -> {
            try {
              for (double number : numbers) {
                out.writeDouble(number);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          };
      work.answer(sink);
    }
  }

  static double[] read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    double[] numbers = new double[bytes.remaining() / Double.BYTES];
    bytes.asDoubleBuffer().get(numbers);
    return numbers;
  }
}
