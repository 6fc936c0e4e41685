package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.memory.RootAllocator;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers without a network, of which each test has its own threads. */
@ExtendWith(SparkExtension.class)
class AnswerStreamTest {
  private static final Limits WIDE = new Limits(1_000_000, Duration.ofSeconds(60));

  /** Hours of work, in many jobs or one. */
  private static final String ENDLESS =
      "select count(*) from range(10000000) a cross join range(10000000) b";

  private final RootAllocator allocator = new RootAllocator();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final SparkSession spark;

  AnswerStreamTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Fails where the memory of an answer was not given back. */
  @AfterEach
  void close() throws InterruptedException {
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    clock.shutdownNow();
    allocator.close();
  }

  private AnswerStream stream(Limits limits) {
    return new AnswerStream(allocator, limits, new Faults(any -> Optional.empty()), threads, clock);
  }

  private SentRows sent(Limits limits, String statement) throws InterruptedException {
    SentRows client = new SentRows();
    stream(limits).send(spark.sql(statement), client);
    return client.awaitEnd();
  }

  private static void assertError(SentRows client, FlightStatusCode code, String description) {
    assertThat(client.ends()).isZero();
    assertThat(client.error())
        .isInstanceOfSatisfying(
            FlightRuntimeException.class,
            told -> {
              assertThat(told.status().code()).isEqualTo(code);
              assertThat(told.status().description()).startsWith(description);
            });
  }

  @Test
  void rowsComeInBatchesInTheirOrder() throws InterruptedException {
    SentRows client = sent(WIDE, "select id from range(0, 5000, 1, 3)");

    assertThat(client.batches()).containsExactly(2_000, 2_000, 1_000);
    assertThat(client.rows()).hasSize(5_000).startsWith(List.of(0L)).endsWith(List.of(4_999L));
    assertThat(client.rows()).doesNotHaveDuplicates();
    assertThat(client.ends()).isEqualTo(1);
    assertThat(client.error()).isNull();
  }

  @Test
  void anEmptyAnswerHasItsColumns() throws InterruptedException {
    SentRows client = sent(WIDE, "select id, 'x' s from range(5) where id > 9");

    assertThat(client.schema().getFields()).hasSize(2);
    assertThat(client.rows()).isEmpty();
    assertThat(client.ends()).isEqualTo(1);
  }

  /** 64 rows of 100,000 letters are more than 2 MiB. */
  @Test
  void rowsThatAreWideComeInSmallerBatches() throws InterruptedException {
    SentRows client = sent(WIDE, "select repeat('x', 100000) from range(0, 150, 1, 1)");

    assertThat(client.batches()).containsExactly(64, 64, 22);
  }

  @Test
  void asManyRowsAsAllowedAreSentAndMoreAreAnError() throws InterruptedException {
    Limits limits = new Limits(3, Duration.ofSeconds(60));

    assertThat(sent(limits, "select id from range(3)").rows()).hasSize(3);
    assertError(
        sent(limits, "select id from range(4)"),
        FlightStatusCode.RESOURCE_EXHAUSTED,
        "The answer has more than 3 rows, the most this endpoint sends.");
  }

  @Test
  void whatFailsUnderWayIsToldAsAFault() throws InterruptedException {
    assertError(
        sent(WIDE, "select id / 0 from range(3)"),
        FlightStatusCode.INTERNAL,
        "The statement failed: [DIVIDE_BY_ZERO]");
  }

  @Test
  void whatTakesTooLongIsEnded() throws InterruptedException {
    assertError(
        sent(new Limits(10, Duration.ofSeconds(1)), ENDLESS),
        FlightStatusCode.TIMED_OUT,
        "The answer took longer than 1 s, the most this endpoint allows.");
  }

  /** The next answer may be made by the thread that was interrupted. */
  @Test
  void whoStopsEndsWhatIsOnItsWayAndTheNextAnswerIsMade() throws InterruptedException {
    AnswerStream stream = stream(WIDE);
    SentRows one = new SentRows();
    stream.send(spark.sql(ENDLESS), one);

    stream.endAll();

    assertError(one.awaitEnd(), FlightStatusCode.UNAVAILABLE, "The endpoint stops.");
    assertThat(sent(WIDE, "select 1").rows()).containsExactly(List.of(1));
  }

  @Test
  void whoComesTooLateIsTold() throws InterruptedException {
    threads.shutdown();

    assertError(sent(WIDE, "select 1"), FlightStatusCode.UNAVAILABLE, "The endpoint stops.");
  }

  @Test
  void aClientThatIsNotReadyIsWaitedFor() throws InterruptedException {
    SentRows client = new SentRows().hold();
    stream(WIDE).send(spark.sql("select id from range(0, 3000, 1, 1)"), client);
    client.awaitAskedInVain();

    client.goOn();

    assertThat(client.awaitEnd().rows()).hasSize(3_000);
    assertThat(client.unwanted()).isZero();
    assertThat(client.ends()).isEqualTo(1);
  }

  @Test
  void aClientThatGoesAwayEndsTheWork() throws InterruptedException {
    SentRows client = new SentRows().hold();
    stream(WIDE).send(spark.sql("select id from range(0, 3000, 1, 1)"), client);

    client.goAway();

    assertError(client.awaitEnd(), FlightStatusCode.CANCELLED, "The client went away.");
    assertThat(client.rows()).isEmpty();
  }

  /** One end is told, by whoever finds it first. */
  @Test
  void nothingFollowsTheEnd() throws InterruptedException {
    AnswerStream stream = stream(WIDE);
    SentRows client = new SentRows();
    stream.send(spark.sql("select 1"), client);
    client.awaitEnd();

    stream.endAll();

    assertThat(client.ends()).isEqualTo(1);
    assertThat(client.error()).isNull();
    assertThat(Collections.max(client.batches())).isEqualTo(1);
  }
}
