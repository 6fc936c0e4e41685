package org.cityeval.serve;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.Text;

/** A client that keeps what it is sent, each cell as the vector's object; text as its string. */
final class SentRows implements ServerStreamListener {
  private final List<List<Object>> rows = new ArrayList<>();
  private VectorSchemaRoot root;
  private Schema schema;
  private Throwable error;
  private int ends;

  List<List<Object>> rows() {
    return rows;
  }

  Schema schema() {
    return schema;
  }

  Throwable error() {
    return error;
  }

  /** How often it was told that nothing follows. */
  int ends() {
    return ends;
  }

  @Override
  public void start(VectorSchemaRoot rows, DictionaryProvider dictionaries, IpcOption option) {
    root = rows;
    schema = rows.getSchema();
  }

  @Override
  public void putNext() {
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
    ends++;
  }

  @Override
  public void error(Throwable failure) {
    error = failure;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public void setOnCancelHandler(Runnable handler) {
    // Nobody goes away.
  }

  @Override
  public void setOnReadyHandler(Runnable handler) {
    // It is ready from the start.
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
