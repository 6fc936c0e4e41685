package org.cityeval.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a command sees of the outside.
 *
 * @param out results only
 * @param err progress, warnings, problems
 * @param environment environment variables
 * @param clock the time
 */
public record Console(
    PrintStream out, PrintStream err, Map<String, String> environment, Supplier<Instant> clock) {

  static Console system() {
    return new Console(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.getenv(),
        Instant::now);
  }
}
