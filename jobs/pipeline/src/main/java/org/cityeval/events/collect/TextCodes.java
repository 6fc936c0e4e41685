package org.cityeval.events.collect;

import java.util.Arrays;

/** Gives every different text a number from 0 on. Texts are compared, not their hashes. */
public final class TextCodes {
  private byte[] texts = new byte[1 << 12];
  private int[] ends = new int[64];
  private int[] slots = new int[128];
  private int count;

  public TextCodes() {
    Arrays.fill(slots, -1);
  }

  /** The number of a text. */
  public int code(byte[] text) {
    if (2 * count >= slots.length) {
      rehash();
    }
    int slot = slot(text, 0, text.length);
    if (slots[slot] < 0) {
      append(text);
      slots[slot] = count - 1;
    }
    return slots[slot];
  }

  private void append(byte[] text) {
    int start = start(count);
    if (text.length > Integer.MAX_VALUE - 8 - start) {
      throw new IllegalStateException(
          "More than 2 GB of different texts in one part of the lake: make its files smaller");
    }
    if (start + text.length > texts.length) {
      long doubled = Math.min(2L * texts.length, Integer.MAX_VALUE - 8);
      texts = Arrays.copyOf(texts, Math.max((int) doubled, start + text.length));
    }
    System.arraycopy(text, 0, texts, start, text.length);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count] = start + text.length;
    count++;
  }

  private int start(int code) {
    return code == 0 ? 0 : ends[code - 1];
  }

  private int slot(byte[] from, int start, int end) {
    int slot = (int) Mixing.of(from, start, end) & (slots.length - 1);
    while (slots[slot] >= 0
        && !Arrays.equals(texts, start(slots[slot]), ends[slots[slot]], from, start, end)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, -1);
    for (int code = 0; code < count; code++) {
      slots[slot(texts, start(code), ends[code])] = code;
    }
  }

  public byte[] text(int code) {
    return Arrays.copyOfRange(texts, start(code), ends[code]);
  }

  /** Bytes held. */
  public long bytes() {
    return texts.length + Integer.BYTES * ((long) ends.length + slots.length);
  }
}
