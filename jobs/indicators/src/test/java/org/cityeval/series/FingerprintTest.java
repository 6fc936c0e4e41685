package org.cityeval.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void equalInputsHaveEqualFingerprints() {
    assertThat(of("R1", 1, 2)).isEqualTo(of("R1", 1, 2)).matches("[0-9a-f]{16}");
  }

  @Test
  void anyChangeChangesIt() {
    assertThat(of("R1", 1, 2))
        .isNotEqualTo(of("R2", 1, 2))
        .isNotEqualTo(of("R1", 2, 1))
        .isNotEqualTo(of("R1", 1))
        .isNotEqualTo(of("R1", 1, 2, 0))
        .isNotEqualTo(of("R1", 1, Math.nextUp(2)));
  }

  @Test
  void whereOneTextEndsMatters() {
    assertThat(new Fingerprint().add("ab").add("c").hex())
        .isNotEqualTo(new Fingerprint().add("a").add("bc").hex());
    assertThat(new Fingerprint().add(1, 2).add(3).hex())
        .isNotEqualTo(new Fingerprint().add(1).add(2, 3).hex());
  }

  @Test
  void everyNaNIsTheSameAndSoAreTheZeros() {
    double otherNaN = Double.longBitsToDouble(0x7ff8000000000001L);

    assertThat(of("R1", Double.NaN, 0.0)).isEqualTo(of("R1", otherNaN, -0.0));
    assertThat(of("R1", Double.NaN)).isNotEqualTo(of("R1", 0));
  }

  @Test
  void isTheBeginningOfASha256() {
    // SHA-256 of 00 00 00 02 52 31, the length of "R1" and its bytes; from sha256sum.
    assertThat(new Fingerprint().add("R1").hex()).isEqualTo("20822742b22d590b");
  }

  private static String of(String text, double... numbers) {
    return new Fingerprint().add(text).add(numbers).hex();
  }
}
