package org.cityeval.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs a workbook anew, without the time at which it was made: its library writes the clock into
 * each entry and into the properties.
 */
final class SteadyZip {
  /** The first that a zip can hold, so that no entry tells a time. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern CREATED = Pattern.compile("(<dcterms:created [^>]*>)[^<]*");

  /** The library says this of sheets of any size; readers who believe it see one cell. */
  private static final String DIMENSION = "<dimension ref=\"A1\"/>";

  private static final int HEAD = 4096;

  private SteadyZip() {}

  /**
   * Packs a workbook anew.
   *
   * @param day named as the day it was made
   */
  static void repack(Path from, Path to, LocalDate day) throws IOException {
    try (ZipFile zip = new ZipFile(from.toFile());
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry old = entries.nextElement();
        ZipEntry entry = new ZipEntry(old.getName());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        try (InputStream in = zip.getInputStream(old)) {
          String head = new String(in.readNBytes(HEAD), ISO_8859_1);
          out.write(steady(old.getName(), head, day).getBytes(ISO_8859_1));
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }

  private static String steady(String name, String head, LocalDate day) {
    if (name.equals(PROPERTIES)) {
      return CREATED.matcher(head).replaceFirst("$1" + day + "T00:00:00Z");
    }
    return name.startsWith("xl/worksheets/") ? head.replace(DIMENSION, "") : head;
  }
}
