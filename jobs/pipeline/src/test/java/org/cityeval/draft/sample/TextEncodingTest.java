package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncodingTest {
  @ParameterizedTest
  @CsvSource({
    "UTF-8, 杭州市确诊人数",
    "UTF-8, São Paulo",
    "UTF-8, plain letters",
    "GB18030, 杭州市确诊人数",
    // The second byte of 東 is that of a vertical bar.
    "GB18030, 東西|城東|西湖區|杭州",
    "ISO-8859-1, 'São Paulo, Bogotá, Córdoba'"
  })
  void tellsHowATextWasWritten(String encoding, String text) {
    assertThat(TextEncoding.of(text.getBytes(Charset.forName(encoding))).name())
        .isEqualTo(encoding);
  }

  @Test
  void knowsMarksOfByteOrder() {
    assertThat(TextEncoding.of("\uFEFFa,b".getBytes(StandardCharsets.UTF_8)).why())
        .contains("byte-order mark");
    assertThat(TextEncoding.of("a,b".getBytes(StandardCharsets.UTF_16)).name()).isEqualTo("UTF-16");
  }

  @Test
  void isNotMisledByACharacterCutInTwo() {
    byte[] whole = "杭州市确诊".getBytes(StandardCharsets.UTF_8);

    assertThat(TextEncoding.of(Arrays.copyOf(whole, whole.length - 1)).name()).isEqualTo("UTF-8");
  }
}
