package org.cityeval.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.io.CompressionCodec;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.columnar.CachedBatch;
import org.apache.spark.sql.columnar.CachedBatchSerializer;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.unsafe.Platform;
import scala.Function2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction2;

/**
 * Keeps rows as Spark has them, many together and compressed. Spark itself takes rows apart into
 * columns, measures each cell, and compiles a reader for each pass. Our passes read most columns of
 * all rows, so that costs more than it saves.
 */
public final class RowBatches implements CachedBatchSerializer {
  private static final long serialVersionUID = 1;

  /** Bytes of a batch before it is compressed, but for its last row. */
  static final int BATCH_BYTES = 1 << 20;

  /** Each row stands behind its length; eight bytes keep rows where Spark aligns their fields. */
  private static final int LENGTH_BYTES = Long.BYTES;

  @Override
  public RDD<CachedBatch> convertInternalRowToCachedBatch(
      RDD<InternalRow> input, Seq<Attribute> schema, StorageLevel storageLevel, SQLConf conf) {
    FlatMapFunction<Iterator<InternalRow>, CachedBatch> pack =
        rows -> new Packing(rows, UnsafeProjection.create(asExpressions(schema), schema));
    return JavaRDD.toRDD(JavaRDD.fromRDD(input, input.elementClassTag()).mapPartitions(pack));
  }

  @Override
  public RDD<InternalRow> convertCachedBatchToInternalRow(
      RDD<CachedBatch> input,
      Seq<Attribute> cacheAttributes,
      Seq<Attribute> selectedAttributes,
      SQLConf conf) {
    boolean all = cacheAttributes.equals(selectedAttributes);
    FlatMapFunction<Iterator<CachedBatch>, InternalRow> unpack =
        batches -> {
          Iterator<InternalRow> rows = new Unpacking(batches, cacheAttributes.size());
          if (all) {
            return rows;
          }
          UnsafeProjection selected =
              UnsafeProjection.create(asExpressions(selectedAttributes), cacheAttributes);
          return new Selecting(rows, selected);
        };
    return JavaRDD.toRDD(JavaRDD.fromRDD(input, input.elementClassTag()).mapPartitions(unpack));
  }

  /** No batch is passed over: nothing is known of what is in it. */
  @Override
  public Function2<
          Object, scala.collection.Iterator<CachedBatch>, scala.collection.Iterator<CachedBatch>>
      buildFilter(Seq<Expression> predicates, Seq<Attribute> cachedAttributes) {
    return new EveryBatch();
  }

  @Override
  public boolean supportsColumnarInput(Seq<Attribute> schema) {
    return false;
  }

  @Override
  public RDD<CachedBatch> convertColumnarBatchToCachedBatch(
      RDD<ColumnarBatch> input, Seq<Attribute> schema, StorageLevel storageLevel, SQLConf conf) {
    throw new UnsupportedOperationException("Rows are kept, not columns");
  }

  @Override
  public boolean supportsColumnarOutput(StructType schema) {
    return false;
  }

  @Override
  public RDD<ColumnarBatch> convertCachedBatchToColumnarBatch(
      RDD<CachedBatch> input,
      Seq<Attribute> cacheAttributes,
      Seq<Attribute> selectedAttributes,
      SQLConf conf) {
    throw new UnsupportedOperationException("Rows are kept, not columns");
  }

  private static Seq<Expression> asExpressions(Seq<Attribute> attributes) {
    return CollectionConverters.asScala(
            CollectionConverters.asJava(attributes).stream().map(Expression.class::cast).toList())
        .toSeq();
  }

  /** Rows, each behind its length, compressed by the codec that Spark is set to. */
  private static final class Batch implements CachedBatch, Serializable {
    private static final long serialVersionUID = 1;

    private byte[] compressed;
    private int bytes;
    private int numRows;

    static Batch of(byte[] rows, int bytes, int numRows) {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes / 4);
      try (OutputStream packed = codec().compressedOutputStream(compressed)) {
        packed.write(rows, 0, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Batch batch = new Batch();
      batch.compressed = compressed.toByteArray();
      batch.bytes = bytes;
      batch.numRows = numRows;
      return batch;
    }

    byte[] rows() {
      try (InputStream packed =
          codec().compressedInputStream(new ByteArrayInputStream(compressed))) {
        return packed.readNBytes(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int numRows() {
      return numRows;
    }

    /** Not compressed: by it Spark judges what a join would hold. */
    @Override
    public long sizeInBytes() {
      return bytes;
    }

    private static CompressionCodec codec() {
      return org.apache.spark.io.CompressionCodec$.MODULE$.createCodec(SparkEnv.get().conf());
    }
  }

  /** Batches of rows as they come. */
  private static final class Packing implements Iterator<CachedBatch> {
    private final Iterator<InternalRow> rows;
    private final UnsafeProjection unsafe;
    private byte[] buffer = new byte[1 << 16];

    Packing(Iterator<InternalRow> rows, UnsafeProjection unsafe) {
      this.rows = rows;
      this.unsafe = unsafe;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public CachedBatch next() {
      int bytes = 0;
      int numRows = 0;
      while (bytes < BATCH_BYTES && rows.hasNext()) {
        InternalRow given = rows.next();
        UnsafeRow row = given instanceof UnsafeRow packed ? packed : unsafe.apply(given);
        int size = row.getSizeInBytes();
        int end = Math.addExact(bytes, LENGTH_BYTES + size);
        if (end > buffer.length) {
          buffer = Arrays.copyOf(buffer, Math.max(end, 2 * buffer.length));
        }
        Platform.putLong(buffer, Platform.BYTE_ARRAY_OFFSET + (long) bytes, size);
        row.writeToMemory(buffer, Platform.BYTE_ARRAY_OFFSET + (long) bytes + LENGTH_BYTES);
        bytes = end;
        numRows++;
      }
      return Batch.of(buffer, bytes, numRows);
    }
  }

  /** The rows of batches; one object stands for each row in turn, as Spark has it. */
  private static final class Unpacking implements Iterator<InternalRow> {
    private final Iterator<CachedBatch> batches;
    private final UnsafeRow row;
    private byte[] rows = new byte[0];
    private int at;

    Unpacking(Iterator<CachedBatch> batches, int columns) {
      this.batches = batches;
      this.row = new UnsafeRow(columns);
    }

    @Override
    public boolean hasNext() {
      while (at == rows.length && batches.hasNext()) {
        rows = ((Batch) batches.next()).rows();
        at = 0;
      }
      return at < rows.length;
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      long offset = Platform.BYTE_ARRAY_OFFSET + (long) at;
      int size = (int) Platform.getLong(rows, offset);
      row.pointTo(rows, offset + LENGTH_BYTES, size);
      at += LENGTH_BYTES + size;
      return row;
    }
  }

  private record Selecting(Iterator<InternalRow> rows, UnsafeProjection selected)
      implements Iterator<InternalRow> {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public InternalRow next() {
      return selected.apply(rows.next());
    }
  }

  private static final class EveryBatch
      extends AbstractFunction2<
          Object, scala.collection.Iterator<CachedBatch>, scala.collection.Iterator<CachedBatch>>
      implements Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public scala.collection.Iterator<CachedBatch> apply(
        Object partition, scala.collection.Iterator<CachedBatch> batches) {
      return batches;
    }
  }
}
