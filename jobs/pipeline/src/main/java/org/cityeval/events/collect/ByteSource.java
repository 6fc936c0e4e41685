package org.cityeval.events.collect;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads what a {@link ByteSink} wrote. */
public final class ByteSource {
  private final byte[] bytes;
  private int at;

  public ByteSource(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  public int position() {
    return at;
  }

  public boolean hasMore() {
    return at < bytes.length;
  }

  public void skip(int count) {
    at += count;
  }

  public int readSize() {
    int value = 0;
    int shift = 0;
    byte next = bytes[at++];
    while (next < 0) {
      value |= (next & 0x7f) << shift;
      shift += 7;
      next = bytes[at++];
    }
    return value | next << shift;
  }

  public long readLong() {
    long value = ByteBuffer.wrap(bytes).getLong(at);
    at += Long.BYTES;
    return value;
  }

  public int readFilled() {
    int value = ByteBuffer.wrap(bytes).getInt(at);
    at += Integer.BYTES;
    return value;
  }

  public byte[] readBytes(int count) {
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }
}
