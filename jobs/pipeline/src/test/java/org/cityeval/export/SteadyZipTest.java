package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteadyZipTest {
  private static final LocalDate DAY = LocalDate.of(2020, 4, 10);

  @TempDir private Path folder;

  private Path workbook(String name) throws IOException {
    Path raw = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(raw);
        Workbook book = new Workbook(out, "test", null)) {
      Worksheet sheet = book.newWorksheet("some");
      for (int i = 0; i < 5000; i++) {
        sheet.value(i, 0, i);
        sheet.inlineString(i, 1, "text <dimension ref=\"A1\"/> " + i);
      }
    }
    return raw;
  }

  private static String entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(new ZipEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theClockIsNowhereAndAllElseIsAsItWas() throws IOException {
    Path raw = workbook("raw.zip");
    Path steady = folder.resolve("steady.xlsx");
    SteadyZip.repack(raw, steady, DAY);

    try (ZipFile before = new ZipFile(raw.toFile());
        ZipFile after = new ZipFile(steady.toFile())) {
      List<String> names = before.stream().map(ZipEntry::getName).toList();
      assertThat(after.stream().map(ZipEntry::getName)).containsExactlyElementsOf(names);
      assertThat(after.stream().map(ZipEntry::getTimeLocal))
          .containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
      for (String name : names) {
        if (!name.equals("docProps/core.xml") && !name.startsWith("xl/worksheets/")) {
          assertThat(entry(steady, name)).isEqualTo(entry(raw, name));
        }
      }
    }
    assertThat(entry(steady, "docProps/core.xml"))
        .contains(">2020-04-10T00:00:00Z</dcterms:created>");
    String sheet = "xl/worksheets/sheet1.xml";
    assertThat(entry(steady, sheet))
        .isEqualTo(entry(raw, sheet).replaceFirst("<dimension ref=\"A1\"/>", ""));
  }

  /** The same workbook as its library would have made it at another moment. */
  private Path madeAnotherDay(Path raw, String name) throws IOException {
    Path other = folder.resolve(name);
    try (ZipFile zip = new ZipFile(raw.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
      for (ZipEntry old : zip.stream().toList()) {
        ZipEntry entry = new ZipEntry(old.getName());
        entry.setTimeLocal(LocalDateTime.of(2031, 5, 6, 7, 8));
        out.putNextEntry(entry);
        String text = entry(raw, old.getName());
        out.write(
            text.replaceFirst(">[^<]*</dcterms:created>", ">2031-05-06T07:08:09Z</dcterms:created>")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return other;
  }

  @Test
  void aLaterMomentGivesTheSameBytes() throws IOException {
    Path raw = workbook("a.zip");
    Path later = madeAnotherDay(raw, "b.zip");
    assertThat(entry(later, "docProps/core.xml")).contains(">2031-05-06T07:08:09Z<");

    SteadyZip.repack(raw, folder.resolve("a.xlsx"), DAY);
    SteadyZip.repack(later, folder.resolve("b.xlsx"), DAY);

    assertThat(folder.resolve("b.xlsx")).hasSameBinaryContentAs(folder.resolve("a.xlsx"));
  }
}
