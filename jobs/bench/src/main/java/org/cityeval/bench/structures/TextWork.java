package org.cityeval.bench.structures;

import it.unimi.dsi.fastutil.bytes.ByteArrays;
import it.unimi.dsi.fastutil.objects.Object2IntOpenCustomHashMap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.cityeval.events.collect.Mixing;
import org.cityeval.events.collect.TextCodes;

/**
 * Ids of devices as text, numbered in the order in which they first come, and read back. A new
 * array comes for each text, as Spark's columns give them.
 */
final class TextWork {
  private static final int RESIDENTS = 5_000_000;
  private static final int LETTERS = 12;

  private final byte[][] texts;

  TextWork(int size) {
    SplittableRandom random = new SplittableRandom(1);
    texts = new byte[size][];
    for (int i = 0; i < size; i++) {
      texts[i] = text((long) Math.floor(RESIDENTS * Math.pow(random.nextDouble(), 3)) + 1);
    }
  }

  private static byte[] text(long rank) {
    long mixed = Mixing.of(rank);
    byte[] text = new byte[LETTERS];
    for (int i = 0; i < LETTERS; i++) {
      text[i] = (byte) Character.forDigit((int) (mixed >>> (4 * i)) & 0xf, 16);
    }
    return text;
  }

  /** Numbers texts from 0 on, and gives the text of a number. */
  private interface Codes {
    int code(byte[] text);

    byte[] text(int code);
  }

  List<Contender<Filled>> contenders() {
    return List.of(
        new Contender<>("CityEval's TextCodes", () -> fill(new Ours()), TextWork::answer),
        new Contender<>(
            "fastutil Object2IntOpenCustomHashMap", () -> fill(new Fastutil()), TextWork::answer),
        new Contender<>("JDK HashMap", () -> fill(new Jdk()), TextWork::answer));
  }

  /** All texts numbered, and a hash of their numbers. */
  record Filled(Codes codes, int count, long hash) {}

  private Filled fill(Codes codes) {
    long hash = 0;
    int count = 0;
    for (byte[] text : texts) {
      int code = codes.code(text.clone());
      count = Math.max(count, code + 1);
      hash = Mixing.step(hash, code);
    }
    return new Filled(codes, count, hash);
  }

  private static long answer(Filled filled) {
    long hash = filled.hash();
    for (int code = 0; code < filled.count(); code++) {
      hash = Mixing.step(hash, Arrays.hashCode(filled.codes().text(code)));
    }
    return hash;
  }

  private static final class Ours implements Codes {
    private final TextCodes codes = new TextCodes();

    @Override
    public int code(byte[] text) {
      return codes.code(text);
    }

    @Override
    public byte[] text(int code) {
      return codes.text(code);
    }
  }

  private static final class Fastutil implements Codes {
    private final Object2IntOpenCustomHashMap<byte[]> codes =
        new Object2IntOpenCustomHashMap<>(ByteArrays.HASH_STRATEGY);
    private final List<byte[]> texts = new ArrayList<>();

    Fastutil() {
      codes.defaultReturnValue(-1);
    }

    @Override
    public int code(byte[] text) {
      int known = codes.putIfAbsent(text, texts.size());
      if (known >= 0) {
        return known;
      }
      texts.add(text);
      return texts.size() - 1;
    }

    @Override
    public byte[] text(int code) {
      return texts.get(code);
    }
  }

  private static final class Jdk implements Codes {
    private final Map<ByteBuffer, Integer> codes = new HashMap<>();
    private final List<byte[]> texts = new ArrayList<>();

    @Override
    public int code(byte[] text) {
      Integer known = codes.putIfAbsent(ByteBuffer.wrap(text), texts.size());
      if (known != null) {
        return known;
      }
      texts.add(text);
      return texts.size() - 1;
    }

    @Override
    public byte[] text(int code) {
      return texts.get(code);
    }
  }
}
