package org.cityeval.events;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads what a {@link ByteSink} wrote. */
final class ByteSource {
  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int position() {
    return at;
  }

  boolean hasMore() {
    return at < bytes.length;
  }

  void skip(int count) {
    at += count;
  }

  int readSize() {
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

  long readLong() {
    long value = ByteBuffer.wrap(bytes).getLong(at);
    at += Long.BYTES;
    return value;
  }

  int readFilled() {
    int value = ByteBuffer.wrap(bytes).getInt(at);
    at += Integer.BYTES;
    return value;
  }

  byte[] readBytes(int count) {
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }
}
