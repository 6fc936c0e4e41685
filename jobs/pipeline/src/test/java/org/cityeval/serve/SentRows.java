package org.cityeval.serve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.Text;

/**
 * A client that keeps what it is sent, each cell as the vector's object; text as its string. It may
 * be asked by another thread than the one that sends.
 */
final class SentRows implements ServerStreamListener {
  private final List<List<Object>> rows = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch askedInVain = new CountDownLatch(1);
  private final AtomicInteger unwanted = new AtomicInteger();
  private volatile boolean isReady = true;
  private volatile boolean isCancelled;
  private Runnable onReady;
  private Runnable onCancel;
  private VectorSchemaRoot root;
  private Schema schema;
  private volatile Throwable error;
  private final AtomicInteger ends = new AtomicInteger();

  List<List<Object>> rows() {
    return rows;
  }

  /** How many rows came together. */
  List<Integer> batches() {
    return batches;
  }

  /** Waits until it is told of an end, at most a minute. */
  SentRows awaitEnd() throws InterruptedException {
    if (!end.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("No end was told");
    }
    return this;
  }

  /** Takes nothing until it goes on. */
  SentRows hold() {
    isReady = false;
    return this;
  }

  /** Waits until it has said that it is not ready, at most a minute. */
  void awaitAskedInVain() throws InterruptedException {
    if (!askedInVain.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Nobody asked whether it is ready");
    }
  }

  /** How often it was sent rows while it was not ready. */
  int unwanted() {
    return unwanted.get();
  }

  void goOn() {
    isReady = true;
    onReady.run();
  }

  void goAway() {
    isCancelled = true;
    onCancel.run();
  }

  Schema schema() {
    return schema;
  }

  Throwable error() {
    return error;
  }

  /** How often it was told that nothing follows. */
  int ends() {
    return ends.get();
  }

  @Override
  public void start(VectorSchemaRoot rows, DictionaryProvider dictionaries, IpcOption option) {
    root = rows;
    schema = rows.getSchema();
  }

  @Override
  public void putNext() {
    if (!isReady) {
      unwanted.incrementAndGet();
    }
    batches.add(root.getRowCount());
    for (int i = 0; i < root.getRowCount(); i++) {
      List<Object> row = new ArrayList<>();
      for (FieldVector column : root.getFieldVectors()) {
        Object cell = column.getObject(i);
        row.add(cell instanceof Text text ? text.toString() : cell);
      }
      rows.add(row);
    }
  }

  @Override
  public void completed() {
    ends.incrementAndGet();
    end.countDown();
  }

  @Override
  public void error(Throwable failure) {
    error = failure;
    end.countDown();
  }

  @Override
  public boolean isReady() {
    if (!isReady) {
      askedInVain.countDown();
    }
    return isReady;
  }

  @Override
  public boolean isCancelled() {
    return isCancelled;
  }

  @Override
  public void setOnCancelHandler(Runnable handler) {
    onCancel = handler;
  }

  @Override
  public void setOnReadyHandler(Runnable handler) {
    onReady = handler;
  }

  @Override
  public void putNext(ArrowBuf metadata) {
    throw new UnsupportedOperationException("No metadata are sent");
  }

  @Override
  public void putMetadata(ArrowBuf metadata) {
    throw new UnsupportedOperationException("No metadata are sent");
  }
}
