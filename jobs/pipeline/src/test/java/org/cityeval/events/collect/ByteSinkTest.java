package org.cityeval.events.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes by hand: seven bits of a size in each, the lowest first, the eighth for more. */
class ByteSinkTest {
  private final ByteSink out = new ByteSink();

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "1, 01",
    "127, 7f",
    // 128 = 0 + 1 · 128, 300 = 44 + 2 · 128.
    "128, 80 01",
    "300, ac 02",
    "16383, ff 7f",
    "16384, 80 80 01",
    "2147483647, ff ff ff ff 07"
  })
  void aSizeTakesAByteForEachSevenBits(int size, String expected) {
    out.writeSize(size);

    assertThat(hex(out.toByteArray())).isEqualTo(expected);
    assertThat(out.length()).isEqualTo(expected.split(" ").length);
  }

  @Test
  void aLongTakesEightBytesTheHighestFirst() {
    out.writeLong(0x0102030405060708L);
    out.writeLong(-2);

    assertThat(hex(out.toByteArray()))
        .isEqualTo("01 02 03 04 05 06 07 08" + " ff".repeat(7) + " fe");
  }

  @Test
  void writesNoMoreOfAnArrayThanIsSaid() {
    out.writeBytes(new byte[] {1, 2, 3}, 2);

    assertThat(hex(out.toByteArray())).isEqualTo("01 02");
  }

  @Test
  void aNumberKnownLaterIsFilledInWhereItWasReserved() {
    out.writeSize(9);
    int at = out.reserve();
    out.writeSize(8);
    out.fill(at, 258);

    assertThat(at).isEqualTo(1);
    assertThat(hex(out.toByteArray())).isEqualTo("09 00 00 01 02 08");
  }

  @Test
  void keepsWhatWasWrittenWhenRoomRunsOut() {
    byte[] large = new byte[5_000];
    Arrays.fill(large, (byte) 7);
    out.writeSize(1);
    out.writeBytes(large, large.length);
    for (int i = 0; i < 1_000; i++) {
      out.writeLong(i);
    }

    byte[] all = out.toByteArray();
    assertThat(all).hasSize(1 + 5_000 + 8_000);
    assertThat(all[0]).isEqualTo((byte) 1);
    assertThat(Arrays.copyOfRange(all, 1, 5_001)).isEqualTo(large);
    assertThat(hex(Arrays.copyOfRange(all, 12_993, 13_001))).isEqualTo("00 00 00 00 00 00 03 e7");
  }

  @Test
  void beginsAnewOnceCleared() {
    out.writeLong(1);
    out.clear();
    out.writeSize(5);

    assertThat(hex(out.toByteArray())).isEqualTo("05");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
