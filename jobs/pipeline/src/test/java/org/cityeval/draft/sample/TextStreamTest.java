package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextStreamTest {
  @TempDir private Path folder;

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"f.csv, false", "f.csv.gz, true", "F.CSV.GZ, true"})
  void unpacksWhatItsNameSaysIsPacked(String name, boolean isPacked) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, isPacked ? packed("杭州") : "杭州".getBytes(StandardCharsets.UTF_8));

    try (InputStream in = TextStream.open(file)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("杭州");
    }
    assertThat(TextStream.start(file)).isEqualTo("杭州".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNoArchiveInSpiteOfItsNameIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv.gz"), "a,b\n");

    assertThatExceptionOfType(ZipException.class).isThrownBy(() -> TextStream.open(file));
  }

  @Test
  void theStartIsFourMillionBytesAtMost() throws IOException {
    Path file = Files.write(folder.resolve("f.csv"), new byte[4_000_001]);

    assertThat(TextStream.start(file)).hasSize(4_000_000);
  }
}
