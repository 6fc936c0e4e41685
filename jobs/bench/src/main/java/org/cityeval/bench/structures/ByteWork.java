package org.cityeval.bench.structures;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.apache.commons.io.input.UnsynchronizedByteArrayInputStream;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.cityeval.events.collect.Mixing;

/**
 * States as the event path writes them: gaps between ordered numbers, ids of 64 bits and texts.
 * They are read as they were written.
 */
final class ByteWork {
  /** So many blocks are written one after the other. */
  private static final int BLOCKS = 20;

  private final int[] gaps;
  private final byte[] text = "d3d2550f80bc".getBytes(StandardCharsets.US_ASCII);

  ByteWork(int size) {
    SplittableRandom random = new SplittableRandom(1);
    gaps = new int[size];
    for (int i = 0; i < size; i++) {
      gaps[i] = (int) (-Math.log(random.nextDouble()) * 400);
    }
  }

  List<Contender<byte[][]>> contenders() {
    return List.of(
        new Contender<>("CityEval's ByteSink and ByteSource", this::write, this::read),
        new Contender<>("Kryo's Output and Input", this::writeKryo, this::readKryo),
        new Contender<>(
            "commons-io, with the JDK's data streams", this::writeStream, this::readStream));
  }

  private static byte[][] blocks(Supplier<byte[]> block) {
    byte[][] blocks = new byte[BLOCKS][];
    for (int i = 0; i < BLOCKS; i++) {
      blocks[i] = block.get();
    }
    return blocks;
  }

  private byte[][] write() {
    return blocks(
        () -> {
          ByteSink out = new ByteSink();
          for (int gap : gaps) {
            out.writeSize(gap);
            if (gap % 4 == 0) {
              out.writeLong(gap * 0x9e3779b97f4a7c15L);
            }
            if (gap % 16 == 0) {
              out.writeBytes(text, text.length);
            }
          }
          return out.toByteArray();
        });
  }

  private long read(byte[][] blocks) {
    long hash = 0;
    for (byte[] block : blocks) {
      ByteSource in = new ByteSource(block, 0);
      while (in.hasMore()) {
        int gap = in.readSize();
        hash = Mixing.step(hash, gap);
        if (gap % 4 == 0) {
          hash += in.readLong();
        }
        if (gap % 16 == 0) {
          hash += Arrays.hashCode(in.readBytes(text.length));
        }
      }
    }
    return hash;
  }

  private byte[][] writeKryo() {
    return blocks(
        () -> {
          Output out = new Output(1024, -1);
          for (int gap : gaps) {
            out.writeVarInt(gap, true);
            if (gap % 4 == 0) {
              out.writeLong(gap * 0x9e3779b97f4a7c15L);
            }
            if (gap % 16 == 0) {
              out.writeBytes(text, 0, text.length);
            }
          }
          return out.toBytes();
        });
  }

  private long readKryo(byte[][] blocks) {
    long hash = 0;
    for (byte[] block : blocks) {
      Input in = new Input(block);
      while (in.position() < in.limit()) {
        int gap = in.readVarInt(true);
        hash = Mixing.step(hash, gap);
        if (gap % 4 == 0) {
          hash += in.readLong();
        }
        if (gap % 16 == 0) {
          hash += Arrays.hashCode(in.readBytes(text.length));
        }
      }
    }
    return hash;
  }

  private byte[][] writeStream() {
    return blocks(
        () -> {
          try {
            UnsynchronizedByteArrayOutputStream bytes =
                UnsynchronizedByteArrayOutputStream.builder().get();
            DataOutputStream out = new DataOutputStream(bytes);
            for (int gap : gaps) {
              int left = gap;
              while ((left & ~0x7f) != 0) {
                out.write(left | 0x80);
                left >>>= 7;
              }
              out.write(left);
              if (gap % 4 == 0) {
                out.writeLong(gap * 0x9e3779b97f4a7c15L);
              }
              if (gap % 16 == 0) {
                out.write(text, 0, text.length);
              }
            }
            return bytes.toByteArray();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private long readStream(byte[][] blocks) {
    try {
      long hash = 0;
      for (byte[] block : blocks) {
        UnsynchronizedByteArrayInputStream bytes =
            UnsynchronizedByteArrayInputStream.builder().setByteArray(block).get();
        DataInputStream in = new DataInputStream(bytes);
        while (bytes.available() > 0) {
          int gap = size(in);
          hash = Mixing.step(hash, gap);
          if (gap % 4 == 0) {
            hash += in.readLong();
          }
          if (gap % 16 == 0) {
            hash += Arrays.hashCode(in.readNBytes(text.length));
          }
        }
      }
      return hash;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int size(DataInputStream in) throws IOException {
    int value = 0;
    int shift = 0;
    int next = in.read();
    while ((next & 0x80) != 0) {
      value |= (next & 0x7f) << shift;
      shift += 7;
      next = in.read();
    }
    return value | next << shift;
  }
}
