package org.cityeval.events.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MixingTest {
  /**
   * Vigna's splitmix64.c mixes by the same function; seeded with 1234567 its first two numbers are
   * these, of the seed plus once and twice the golden ratio.
   */
  @Test
  void mixesAsThePublishedSplitMixDoes() {
    long golden = 0x9e3779b97f4a7c15L;

    assertThat(Mixing.of(1234567 + golden)).isEqualTo(6457827717110365317L);
    assertThat(Mixing.of(1234567 + 2 * golden)).isEqualTo(3203168211198807973L);
    assertThat(Mixing.of(0)).isZero();
  }

  /** Half of 64 bits, give or take: numbers in a row would else fall into slots in a row. */
  @Test
  void oneBitOfTheNumberTurnsAboutHalfOfTheBits() {
    double turned = 0;
    for (int bit = 0; bit < 64; bit++) {
      turned += Long.bitCount(Mixing.of(330_106) ^ Mixing.of(330_106 ^ (1L << bit)));
    }

    assertThat(turned / 64).isBetween(30.0, 34.0);
  }

  @Test
  void theOrderOfASequenceCounts() {
    assertThat(Mixing.step(Mixing.step(0, 1), 2)).isNotEqualTo(Mixing.step(Mixing.step(0, 2), 1));
  }

  @Test
  void hashesThePartOfTheBytesThatIsMeant() {
    byte[] text = "上城区下城区".getBytes(StandardCharsets.UTF_8);
    byte[] part = "下城区".getBytes(StandardCharsets.UTF_8);

    assertThat(Mixing.of(text, 9, 18)).isEqualTo(Mixing.of(part, 0, 9));
    assertThat(Mixing.of(text, 0, 9)).isNotEqualTo(Mixing.of(part, 0, 9));
    assertThat(Mixing.of(new byte[] {0}, 0, 1)).isNotEqualTo(Mixing.of(new byte[] {0, 0}, 0, 2));
  }

  @Test
  void shortTextsShareNoHash() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      byte[] text = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
      hashes.add(Mixing.of(text, 0, text.length));
    }

    assertThat(hashes).hasSize(20_000);
  }
}
