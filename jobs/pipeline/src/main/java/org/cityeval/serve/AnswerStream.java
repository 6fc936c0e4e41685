package org.cityeval.serve;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.BackpressureStrategy;
import org.apache.arrow.flight.BackpressureStrategy.CallbackBackpressureStrategy;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.LocalLimitExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.arrow.ArrowWriter;

/**
 * Sends the rows of an answer as the engine makes them and the client takes them. The engine hands
 * over a partition at a time; no answer is held whole that has several. An answer ends early where
 * a limit is reached, the client goes away or the server stops.
 */
final class AnswerStream {
  /** Few enough that twenty clients fit into memory, many enough that a batch is worth its head. */
  private static final int ROWS_A_BATCH = 2_000;

  private static final int BYTES_A_BATCH = 2 << 20;

  /** How often the bytes of a batch are added up. */
  private static final int ROWS_A_LOOK = 64;

  private final BufferAllocator allocator;
  private final Limits limits;
  private final Faults faults;
  private final Executor threads;
  private final ScheduledExecutorService clock;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();

  /**
   * @param threads as many as there are answers on their way
   * @param clock ends what takes too long
   */
  AnswerStream(
      BufferAllocator allocator,
      Limits limits,
      Faults faults,
      Executor threads,
      ScheduledExecutorService clock) {
    this.allocator = allocator;
    this.limits = limits;
    this.faults = faults;
    this.threads = threads;
    this.clock = clock;
  }

  /** One answer on its way. Its end is told once, by whoever finds it. */
  private static final class Running extends CallbackBackpressureStrategy {
    private final String jobs = "cityeval-serve-" + UUID.randomUUID();
    private final SparkContext context;
    private final ServerStreamListener listener;
    private volatile FlightRuntimeException end;
    private boolean isTold;
    private Thread worker;

    Running(SparkContext context, ServerStreamListener listener) {
      this.context = context;
      this.listener = listener;
    }

    /** The thread that makes the answer, so that its end reaches what it does by itself. */
    synchronized void work() {
      worker = Thread.currentThread();
    }

    /** The thread turns to something else. */
    synchronized void rest() {
      worker = null;
      // The next task of this thread is not meant.
      Thread.interrupted();
    }

    void end(FlightRuntimeException why) {
      if (end == null) {
        end = why;
      }
      fail(end);
      context.cancelJobGroupAndFutureJobs(jobs, why.getMessage());
      interruptWait();
      synchronized (this) {
        if (worker != null) {
          worker.interrupt();
        }
      }
    }

    synchronized void put() {
      requireOn();
      listener.putNext();
    }

    synchronized void complete() {
      requireOn();
      isTold = true;
      listener.completed();
    }

    /** Tells the client, who need not wait until the work has ended. */
    synchronized void fail(FlightRuntimeException why) {
      if (!isTold) {
        isTold = true;
        listener.error(why);
      }
    }

    @Override
    protected void cancelCallback() {
      end(CallStatus.CANCELLED.withDescription("The client went away.").toRuntimeException());
    }

    void requireOn() {
      if (end != null) {
        throw end;
      }
    }
  }

  /** Begins to send an answer, or the reason why there is none, and does not wait for the end. */
  void send(Dataset<Row> answer, ServerStreamListener listener) {
    Running one = new Running(answer.sparkSession().sparkContext(), listener);
    one.register(listener);
    running.add(one);
    // The thread of the call is the one that hears of the client, so it must not be kept.
    try {
      threads.execute(() -> sendWithinLimits(answer, one, listener));
    } catch (RejectedExecutionException stopping) {
      running.remove(one);
      one.fail(stops());
    }
  }

  private void sendWithinLimits(Dataset<Row> answer, Running one, ServerStreamListener listener) {
    ScheduledFuture<?> deadline =
        clock.schedule(() -> one.end(tooSlow()), limits.time().toMillis(), TimeUnit.MILLISECONDS);
    SparkSession.setActiveSession(answer.sparkSession());
    one.work();
    one.context.setJobGroup(one.jobs, "serve", true);
    try {
      sendRows(answer, one, listener);
      one.complete();
    } catch (Throwable failure) {
      // Whatever it was, the client waits for an end; memory that ran out is told like the rest.
      one.fail(one.end == null ? faults.of(failure) : one.end);
    } finally {
      deadline.cancel(false);
      running.remove(one);
      one.rest();
      one.context.clearJobGroup();
    }
  }

  private void sendRows(Dataset<Row> answer, Running one, ServerStreamListener listener) {
    try (BufferAllocator own = allocator.newChildAllocator(one.jobs, 0, allocator.getLimit());
        VectorSchemaRoot root = VectorSchemaRoot.create(ArrowColumns.of(answer.schema()), own)) {
      listener.start(root);
      ArrowWriter batch = ArrowWriter.create(root);
      scala.collection.Iterator<InternalRow> rows = limited(answer).executeToIterator();
      long sent = 0;
      int inBatch = 0;
      while (rows.hasNext()) {
        one.requireOn();
        if (sent == limits.rows()) {
          throw tooLong();
        }
        batch.write(rows.next());
        sent++;
        inBatch++;
        if (inBatch == ROWS_A_BATCH
            || (inBatch % ROWS_A_LOOK == 0 && batch.sizeInBytes() > BYTES_A_BATCH)) {
          put(batch, one, listener);
          inBatch = 0;
        }
      }
      put(batch, one, listener);
    }
  }

  /** One row more than allowed is enough to know; the engine need not make the others. */
  private SparkPlan limited(Dataset<Row> answer) {
    int most = (int) Math.min(limits.rows() + 1L, Integer.MAX_VALUE);
    return new LocalLimitExec(
        most, ((org.apache.spark.sql.classic.Dataset<Row>) answer).queryExecution().executedPlan());
  }

  private static void put(ArrowWriter batch, Running one, ServerStreamListener listener) {
    batch.finish();
    while (!listener.isReady()) {
      one.requireOn();
      if (one.waitForListener(0) == BackpressureStrategy.WaitResult.CANCELLED) {
        one.cancelCallback();
      }
    }
    one.put();
    batch.reset();
  }

  private FlightRuntimeException tooLong() {
    return CallStatus.RESOURCE_EXHAUSTED
        .withDescription(
            "The answer has more than "
                + limits.rows()
                + " rows, the most this endpoint sends. Ask for fewer, with where, limit or group"
                + " by; or start the endpoint with a higher --max-rows.")
        .toRuntimeException();
  }

  private FlightRuntimeException tooSlow() {
    return CallStatus.TIMED_OUT
        .withDescription(
            "The answer took longer than "
                + limits.time().toSeconds()
                + " s, the most this endpoint allows. Ask for less; or start the endpoint with a"
                + " longer --timeout.")
        .toRuntimeException();
  }

  /** Ends every answer that is on its way. */
  void endAll() {
    running.forEach(one -> one.end(stops()));
  }

  private static FlightRuntimeException stops() {
    return CallStatus.UNAVAILABLE.withDescription("The endpoint stops.").toRuntimeException();
  }
}
