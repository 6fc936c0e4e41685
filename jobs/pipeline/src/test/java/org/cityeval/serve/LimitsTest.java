package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.sql.FlightSqlClient;
import org.apache.arrow.memory.RootAllocator;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LimitsTest {
  /** Hours of work, of which the first rows come at once. */
  private static final String ENDLESS =
      "select a.id, b.id from range(10000000) a cross join range(10000000) b";

  private static final String ENDLESS_COUNT = "select count(*) from (" + ENDLESS + ")";

  @TempDir private static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void publish() {
    warehouse = ServedWaves.publish(folder.resolve("w"));
  }

  @Test
  void moreRowsThanAllowedAreAnErrorAndAsManyAreNot() throws SQLException {
    try (ServedWaves served =
            ServedWaves.start(warehouse, new Limits(5_000, Duration.ofSeconds(60)));
        Connection connection = served.connect()) {
      assertThat(ServedWaves.ask(connection, "select id from range(5000)")).hasSize(5_000);
      assertThatThrownBy(() -> ServedWaves.ask(connection, "select id from range(5001)"))
          .hasStackTraceContaining("more than 5000 rows")
          .hasStackTraceContaining("--max-rows");
    }
  }

  @Test
  void moreTimeThanAllowedIsAnErrorAndTheWorkEnds(SparkSession spark) throws Exception {
    try (ServedWaves served = ServedWaves.start(warehouse, new Limits(100, Duration.ofSeconds(1)));
        Connection connection = served.connect()) {
      assertThatThrownBy(() -> ServedWaves.ask(connection, ENDLESS_COUNT))
          .isInstanceOf(SQLException.class)
          .hasStackTraceContaining("longer than 1 s")
          .hasStackTraceContaining("--timeout");
      awaitIdle(spark);
    }
  }

  /** The optimiser evaluates a projection of given rows by itself, in no job of the engine. */
  @Test
  void theClientNeedNotWaitForWorkThatIsNoJob() throws Exception {
    try (ServedWaves served = ServedWaves.start(warehouse, new Limits(100, Duration.ofSeconds(1)));
        Connection connection = served.connect()) {
      assertThatThrownBy(
              () ->
                  ServedWaves.ask(
                      connection,
                      "select aggregate(sequence(1, 20000), 0L, (a, x) -> a +"
                          + " aggregate(sequence(1, 20000), 0L, (b, y) -> b + y + i)) from values"
                          + " (1) t(i)"))
          .hasStackTraceContaining("longer than 1 s");
      assertThat(Thread.getAllStackTraces().entrySet())
          .anySatisfy(
              thread -> {
                assertThat(thread.getKey().getName()).startsWith("cityeval-serve-");
                assertThat(thread.getValue())
                    .anyMatch(frame -> frame.getClassName().endsWith(".ArrayAggregate"));
              });
    }
  }

  @Test
  @SuppressWarnings("try") // Closing may be interrupted.
  void aClientThatGoesAwayEndsItsWork(SparkSession spark) throws Exception {
    try (ServedWaves served = ServedWaves.start(warehouse);
        RootAllocator allocator = new RootAllocator()) {
      FlightSqlClient client =
          new FlightSqlClient(
              FlightClient.builder(allocator, Location.forGrpcInsecure("127.0.0.1", served.port()))
                  .build());
      FlightStream stream =
          client.getStream(client.execute(ENDLESS_COUNT).getEndpoints().get(0).getTicket());
      for (int i = 0; i < 200 && active(spark) == 0; i++) {
        pause();
      }
      assertThat(active(spark)).isNotZero();

      stream.cancel("gone", null);
      stream.close();
      client.close();

      awaitIdle(spark);
    }
  }

  @Test
  void anEndpointThatStopsTellsWhoWaits(SparkSession spark) throws Exception {
    ServedWaves served = ServedWaves.start(warehouse);
    Thread stopping =
        new Thread(
            () -> {
              // Where nothing starts, the end of the endpoint fails the test.
              for (int i = 0; i < 200 && active(spark) == 0; i++) {
                pause();
              }
              served.close();
            });
    try (Connection connection = served.connect()) {
      stopping.start();
      assertThatThrownBy(() -> ServedWaves.ask(connection, ENDLESS_COUNT))
          .isInstanceOf(SQLException.class)
          .hasStackTraceContaining("The endpoint stops.");
    }
    stopping.join();
    awaitIdle(spark);
  }

  private static int active(SparkSession spark) {
    return spark.sparkContext().statusTracker().getActiveJobIds().length;
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits at most ten seconds. */
  private static void awaitIdle(SparkSession spark) {
    for (int i = 0; i < 200 && active(spark) > 0; i++) {
      pause();
    }
    assertThat(active(spark)).isZero();
  }
}
