package org.cityeval.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Collectors;

/** What the page is put together from: our templates, styles and scripts, and the chart library. */
final class PageParts {
  private static final String ECHARTS_POM = "META-INF/maven/org.webjars/echarts/pom.properties";

  private PageParts() {}

  /** A text beside this class, such as {@code report.css}. */
  static String own(String name) {
    try (InputStream in = PageParts.class.getResourceAsStream(name)) {
      return read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A script without what only who writes it needs: indentation, and comments of whole lines. */
  static String script(String name) {
    return own(name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The chart library, from whichever version of its webjar is on the class path. */
  static String echarts() {
    Properties pom = new Properties();
    ClassLoader loader = PageParts.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(ECHARTS_POM)) {
      if (in == null) {
        throw new IllegalStateException("org.webjars:echarts is not on the class path");
      }
      pom.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String path =
        "META-INF/resources/webjars/echarts/" + pom.getProperty("version") + "/echarts.min.js";
    try (InputStream in = loader.getResourceAsStream(path)) {
      return read(in, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(InputStream in, String name) throws IOException {
    if (in == null) {
      throw new IllegalStateException("Not on the class path: " + name);
    }
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
