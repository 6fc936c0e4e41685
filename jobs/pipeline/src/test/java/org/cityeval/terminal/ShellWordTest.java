package org.cityeval.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shell takes each word for what it was. */
class ShellWordTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/cityeval",
        "my lake's \"best\"",
        "$HOME `id` ~ * ? [a] {b} (c) & ; | < > # ! \\",
        "~/a",
        "hdfs://host:9000/a,b=c",
        "杭州 数据",
        "two\nlines",
        ""
      })
  void isOneWordOfAShell(String word) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "printf '<%s>' " + ShellWord.of(word))
            .redirectErrorStream(true)
            .start();

    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("<" + word + ">");
  }
}
