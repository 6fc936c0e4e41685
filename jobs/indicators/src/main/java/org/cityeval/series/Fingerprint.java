package org.cityeval.series;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash of what a value depends on: equal fingerprints, equal value. */
public final class Fingerprint {
  private static final int HEX_BYTES = 8;

  private final MessageDigest digest;

  public Fingerprint() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  /** Adds numbers; every {@code NaN} is the same, and so are the two zeros. */
  public Fingerprint add(double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + values.length * Double.BYTES);
    buffer.putInt(values.length);
    for (double value : values) {
      buffer.putDouble(value == 0 ? 0.0 : Double.isNaN(value) ? Double.NaN : value);
    }
    digest.update(buffer.array());
    return this;
  }

  /** 16 hex digits; adds nothing after. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest(), 0, HEX_BYTES);
  }
}
