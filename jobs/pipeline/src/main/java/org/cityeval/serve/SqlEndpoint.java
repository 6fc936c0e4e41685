package org.cityeval.serve;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.cityeval.problem.UserProblem;
import org.cityeval.warehouse.Warehouse;

/** The endpoint: a server of Arrow Flight SQL over what a warehouse publishes. */
public final class SqlEndpoint implements AutoCloseable {
  /** Of all batches on their way, beside the heap. */
  private static final long MOST_MEMORY = 512L << 20;

  private static final int LARGEST_MESSAGE = 4 << 20;
  private static final int SECONDS_TO_END = 5;

  private final BufferAllocator allocator = new RootAllocator(MOST_MEMORY);
  private final ExecutorService calls = Executors.newCachedThreadPool(named("cityeval-serve-"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(named("cityeval-serve-limits-"));
  private final AnswerStream answers;
  private final FlightServer server;

  /**
   * Starts to listen.
   *
   * @param problems finds what a user can mend within a failure
   * @param version of the program, as tools are told
   * @throws UserProblem where the port is taken, the address is another machine's, or the
   *     certificate or its key cannot be used
   */
  public SqlEndpoint(
      Warehouse warehouse,
      Listening listening,
      Limits limits,
      Function<Throwable, Optional<UserProblem>> problems,
      String version) {
    Faults faults = new Faults(problems);
    answers = new AnswerStream(allocator, limits, faults, calls, clock);
    boolean started = false;
    try {
      server = server(warehouse, listening, faults, version).start();
      started = true;
    } catch (IOException failure) {
      throw notStarted(listening, failure);
    } catch (IllegalArgumentException failure) {
      throw listening.tls().<RuntimeException>map(tls -> unusable(tls, failure)).orElse(failure);
    } finally {
      if (!started) {
        stopThreads();
        allocator.close();
      }
    }
  }

  private FlightServer server(
      Warehouse warehouse, Listening listening, Faults faults, String version) {
    String arrow = FlightServer.class.getPackage().getImplementationVersion();
    FlightServer.Builder builder =
        FlightServer.builder(
                allocator,
                listening.tls().isPresent()
                    ? Location.forGrpcTls(listening.host(), listening.port())
                    : Location.forGrpcInsecure(listening.host(), listening.port()),
                new EndpointProducer(
                    allocator,
                    warehouse,
                    answers,
                    faults,
                    new SqlDialect(version, arrow == null ? "" : arrow)))
            .executor(calls)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .headerAuthenticator(new LoginCheck(listening.login()));
    listening.tls().ifPresent(tls -> useTls(builder, tls));
    return builder.build();
  }

  private static void useTls(FlightServer.Builder builder, Listening.Tls tls) {
    try {
      builder.useTls(tls.certificate().toFile(), tls.key().toFile());
    } catch (IOException failure) {
      throw unusable(tls, failure);
    }
  }

  private static UserProblem unusable(Listening.Tls tls, Exception failure) {
    return new UserProblem(
        "The certificate " + tls.certificate() + " or the key " + tls.key() + " cannot be used.",
        String.valueOf(failure.getMessage()),
        "Give both as PEM, and the key in PKCS 8 without a password.",
        failure);
  }

  private static UserProblem notStarted(Listening listening, IOException failure) {
    // What stands around it names the address once more. Of which class it is, depends on the
    // system.
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return new UserProblem(
        "Cannot listen on " + listening.host() + ", port " + listening.port() + ".",
        String.valueOf(innermost.getMessage()),
        "Stop what listens there, or take another port with --port, where 0 takes any; or another"
            + " address of this machine with --host.",
        failure);
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Waits until it is closed. */
  public void awaitEnd() {
    try {
      server.awaitTermination();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no more calls, ends those under way with a reason, and waits a few seconds for them. */
  @Override
  public synchronized void close() {
    server.shutdown();
    answers.endAll();
    try {
      if (!server.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        server.close();
      }
      calls.shutdown();
      // Whoever still sends holds memory; it goes with the process then.
      if (calls.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        allocator.close();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      stopThreads();
    }
  }

  private void stopThreads() {
    calls.shutdownNow();
    clock.shutdownNow();
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
