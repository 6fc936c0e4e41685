package org.cityeval.events.collect;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes written one after the other; small numbers take few. */
public final class ByteSink {
  private byte[] bytes = new byte[1024];
  private int length;

  public int length() {
    return length;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  void clear() {
    length = 0;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  /** A number that is not negative, in one to five bytes of seven bits, the lowest first. */
  public void writeSize(int value) {
    room(5);
    int left = value;
    while ((left & ~0x7f) != 0) {
      bytes[length++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[length++] = (byte) left;
  }

  /** Any number, in eight bytes. */
  public void writeLong(long value) {
    room(Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(length, value);
    length += Long.BYTES;
  }

  public void writeBytes(byte[] from, int count) {
    room(count);
    System.arraycopy(from, 0, bytes, length, count);
    length += count;
  }

  /** Reserves four bytes for a number known later, and says where. */
  public int reserve() {
    room(Integer.BYTES);
    length += Integer.BYTES;
    return length - Integer.BYTES;
  }

  public void fill(int at, int value) {
    ByteBuffer.wrap(bytes).putInt(at, value);
  }
}
