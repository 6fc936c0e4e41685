package org.cityeval.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the code and of what it was built against. */
public final class CodeVersion implements IVersionProvider {
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

  @Override
  public String[] getVersion() {
    return new String[] {
      "cityeval " + version(),
      "Spark " + PROPERTIES.getProperty("spark") + ", Delta " + PROPERTIES.getProperty("delta"),
      "Java " + Runtime.version()
    };
  }
}
