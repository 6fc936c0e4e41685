package org.cityeval.ingest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * Names the content of a set of records, whatever their order and however they are split into
 * files. It is their number, and the sum and the xor of a 64-bit hash of each.
 */
public record ContentHash(long records, BigDecimal sum, long xor) {
  public static final ContentHash NONE = new ContentHash(0, BigDecimal.ZERO, 0);

  /** The content of both. */
  public ContentHash plus(ContentHash other) {
    return new ContentHash(records + other.records, sum.add(other.sum), xor ^ other.xor);
  }

  /** The parts as text, from which {@link #parse} makes them again. */
  public String text() {
    return records + " " + sum.toPlainString() + " " + xor;
  }

  /** The hash whose {@link #text} this is. */
  public static ContentHash parse(String text) {
    String[] parts = text.split(" ", -1);
    return new ContentHash(
        Long.parseLong(parts[0]), new BigDecimal(parts[1]), Long.parseLong(parts[2]));
  }

  /** 16 hex digits that name the content. */
  public String version() {
    return digest(text());
  }

  /** One name for what was published on several days, whose versions these are. */
  public static String version(SortedMap<LocalDate, String> byDay) {
    return byDay.size() == 1 ? byDay.get(byDay.firstKey()) : digest(byDay.toString());
  }

  /** 16 hex digits of the SHA-256 of a text. */
  public static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
