package org.cityeval.events.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSourceTest {
  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void readsASizeOfSevenBitsAByte() {
    // 44 + 2 · 128 = 300, then 5.
    ByteSource in = new ByteSource(bytes(0xac, 0x02, 0x05), 0);

    assertThat(in.readSize()).isEqualTo(300);
    assertThat(in.position()).isEqualTo(2);
    assertThat(in.readSize()).isEqualTo(5);
    assertThat(in.hasMore()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, Integer.MAX_VALUE})
  void readsTheSizeThatWasWritten(int size) {
    ByteSink out = new ByteSink();
    out.writeSize(size);

    assertThat(new ByteSource(out.toByteArray(), 0).readSize()).isEqualTo(size);
  }

  @Test
  void readsWhatFollowsEachOther() {
    ByteSource in = new ByteSource(bytes(9, 0, 0, 1, 2, 255, 255, 255, 255, 255, 255, 255, 254), 1);

    assertThat(in.readFilled()).isEqualTo(258);
    assertThat(in.readLong()).isEqualTo(-2);
    assertThat(in.hasMore()).isFalse();
  }

  @Test
  void goesOnBehindBytesAndBehindWhatIsSkipped() {
    ByteSource in = new ByteSource(bytes(1, 2, 3, 4, 5, 6), 1);

    assertThat(in.readBytes(2)).containsExactly(2, 3);
    in.skip(1);
    assertThat(in.readBytes(0)).isEmpty();
    assertThat(in.readBytes(2)).containsExactly(5, 6);
  }

  @Test
  void doesNotReadPastTheEnd() {
    ByteSource in = new ByteSource(bytes(0x80), 0);

    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(in::readSize);
  }
}
