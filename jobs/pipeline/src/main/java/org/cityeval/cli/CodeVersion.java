package org.cityeval.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cityeval.indicator.Indicators;
import picocli.CommandLine.IVersionProvider;

/** The version of the code and of what it was built against. */
public final class CodeVersion implements IVersionProvider {
  /** Found once a process, and only where a run asks for it. */
  private static String program;

  private static final Properties PROPERTIES = read();

  private static Properties read() {
    Properties properties = new Properties();
    try (InputStream in = CodeVersion.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  static String version() {
    return PROPERTIES.getProperty("cityeval");
  }

  /**
   * Names the program's own code, whatever version it says it has: 64 hex digits of the SHA-256 of
   * its classes, and the engine's versions.
   */
  static synchronized String program() {
    if (program == null) {
      program = digest();
    }
    return program;
  }

  private static String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Class<?> of : List.of(CodeVersion.class, Indicators.class)) {
        Path classes = Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
        for (Path file : files(classes)) {
          digest.update(classes.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
      return HexFormat.of().formatHex(digest.digest()) + " " + new TreeMap<>(PROPERTIES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files of a folder of classes, or the archive itself. */
  private static List<Path> files(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "cityeval " + version(),
      "Spark " + PROPERTIES.getProperty("spark") + ", Delta " + PROPERTIES.getProperty("delta"),
      "Java " + Runtime.version()
    };
  }
}
