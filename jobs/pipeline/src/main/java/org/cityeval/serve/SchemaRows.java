package org.cityeval.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Sends a few rows of text, numbers, truths and bytes, by the names that the protocol expects. */
final class SchemaRows {
  private SchemaRows() {}

  /**
   * @param rows cells in the order of the schema; null where nothing is said
   */
  static void send(
      BufferAllocator allocator,
      Schema schema,
      List<List<Object>> rows,
      ServerStreamListener listener) {
    try (VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator)) {
      root.allocateNew();
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < rows.get(i).size(); j++) {
          set(root.getVector(j), i, rows.get(i).get(j));
        }
      }
      root.setRowCount(rows.size());
      listener.start(root);
      listener.putNext();
      listener.completed();
    }
  }

  private static void set(FieldVector vector, int row, Object cell) {
    if (cell == null) {
      vector.setNull(row);
    } else if (vector instanceof VarCharVector text) {
      text.setSafe(row, ((String) cell).getBytes(StandardCharsets.UTF_8));
    } else if (vector instanceof VarBinaryVector bytes) {
      bytes.setSafe(row, (byte[]) cell);
    } else if (vector instanceof IntVector number) {
      number.setSafe(row, (int) cell);
    } else if (vector instanceof BitVector truth) {
      truth.setSafe(row, (boolean) cell ? 1 : 0);
    } else {
      throw new IllegalArgumentException("No cell is known for " + vector.getField());
    }
  }
}
