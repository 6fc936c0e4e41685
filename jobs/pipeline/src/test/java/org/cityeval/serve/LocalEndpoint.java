package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightProducer.StreamListener;
import org.apache.arrow.memory.RootAllocator;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.gold.CityTable;
import org.cityeval.testing.PublishedFew;
import org.cityeval.warehouse.Warehouse;

/** The calls of an endpoint that publishes cities, each answered in the thread that asks. */
final class LocalEndpoint implements AutoCloseable {
  static final FlightDescriptor DESCRIPTOR = FlightDescriptor.path("asked");

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final RootAllocator allocator = new RootAllocator();
  private final EndpointProducer producer;

  LocalEndpoint(SparkSession spark, Path folder) {
    PublishedFew few = new PublishedFew(folder).write(CityTable.SPEC);
    few.publish("tiny", "{}");
    Faults faults =
        new Faults(
            failure ->
                failure instanceof UserProblem problem ? Optional.of(problem) : Optional.empty());
    producer =
        new EndpointProducer(
            allocator,
            new Warehouse(() -> spark, few.tables()),
            new AnswerStream(
                allocator, new Limits(10, Duration.ofSeconds(60)), faults, Runnable::run, clock),
            faults,
            new SqlDialect("7.8", "18"));
  }

  /** What a call answers, in turn. */
  static final class Told<T> implements StreamListener<T> {
    private final List<T> said = new ArrayList<>();
    private Throwable error;
    private int ends;

    @Override
    public void onNext(T next) {
      said.add(next);
    }

    @Override
    public void onError(Throwable failure) {
      error = failure;
    }

    @Override
    public void onCompleted() {
      ends++;
    }

    int ends() {
      return ends;
    }

    Throwable error() {
      return error;
    }

    /** The one answer of a call that ended well. */
    T only() {
      assertThat(said).hasSize(1);
      assertThat(ends).isEqualTo(1);
      assertThat(error).isNull();
      return said.get(0);
    }
  }

  EndpointProducer producer() {
    return producer;
  }

  /** Fails where the memory of an answer was not given back. */
  @Override
  public void close() {
    clock.shutdownNow();
    producer.close();
    allocator.close();
  }
}
