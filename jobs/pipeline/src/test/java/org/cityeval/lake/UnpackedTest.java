package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;

  private LakeFile file(String name) {
    return new LakeFile(folder.resolve(name).toUri().toString(), name, 1, 1);
  }

  private static String read(LakeFile file) throws IOException {
    try (InputStream in = Unpacked.open(file, HADOOP)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatAnArchiveHoldsIsReadByTheEndingOfItsName() throws IOException {
    Files.writeString(folder.resolve("f.csv"), "杭州");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("f.csv.gz")))) {
      out.write("杭州".getBytes(StandardCharsets.UTF_8));
    }
    BZip2Codec bzip2 = new BZip2Codec();
    bzip2.setConf(HADOOP);
    try (OutputStream out =
        bzip2.createOutputStream(Files.newOutputStream(folder.resolve("f.csv.bz2")))) {
      out.write("杭州".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read(file("f.csv"))).isEqualTo("杭州");
    assertThat(read(file("f.csv.gz"))).isEqualTo("杭州");
    assertThat(read(file("f.csv.bz2"))).isEqualTo("杭州");
    assertThat(Unpacked.isPacked(file("f.csv"), HADOOP)).isFalse();
    assertThat(Unpacked.isPacked(file("f.csv.gz"), HADOOP)).isTrue();
    assertThat(Unpacked.isPacked(file("f.csv.bz2"), HADOOP)).isTrue();
  }

  @Test
  void whatKeepsAFileFromBeingOpenedIsToldByItsFirstByte() throws IOException {
    try (InputStream absent = Unpacked.open(file("no.csv"), HADOOP)) {
      assertThatExceptionOfType(IOException.class).isThrownBy(absent::read);
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> absent.read(new byte[8]));
    }
  }

  /** A reader that is told of more than there is would ask for it, and lose what came before. */
  @Test
  void anArchiveThatBreaksOffGivesWhatItHoldsFirst() throws IOException {
    byte[] text = new byte[200_000];
    new Random(1).nextBytes(text);
    Path file = folder.resolve("cut.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text);
    }
    byte[] packed = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(packed, packed.length / 2));

    try (InputStream in = Unpacked.open(file("cut.gz"), HADOOP)) {
      assertThat(in.available()).isZero();
      byte[] read = new byte[50_000];
      assertThat(in.readNBytes(read, 0, read.length)).isEqualTo(read.length);
      assertThat(read).isEqualTo(Arrays.copyOf(text, read.length));
      assertThatExceptionOfType(IOException.class).isThrownBy(in::readAllBytes);
    }
  }
}
