package org.cityeval.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A Spark installation laid out in a folder: {@code jars/} links to what the launcher's class path
 * holds beyond the application jar, {@code bin/spark-submit} starts Spark's own submission class.
 */
final class SparkHome {
  private static final String BUILD = "jobs/pipeline/target";
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private SparkHome() {}

  /** The repository's root: the folder that holds the launcher. */
  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("cityeval"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** The application jar that the build has just packaged. */
  static Path applicationJar() {
    try (Stream<Path> files = Files.list(repository().resolve(BUILD))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-app.jar"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lays the installation out beside the application jar, anew. */
  static Path layOut() throws IOException {
    Path folder = repository().resolve(BUILD).resolve("spark-home");
    Path jars = Files.createDirectories(folder.resolve("jars"));
    try (Stream<Path> links = Files.list(jars)) {
      for (Path link : links.toList()) {
        Files.delete(link);
      }
    }
    try (JarFile application = new JarFile(applicationJar().toFile())) {
      String classPath =
          Files.readString(repository().resolve(BUILD).resolve("cityeval.classpath")).strip();
      for (Path jar : Arrays.stream(classPath.split(":")).map(Path::of).toList()) {
        if (!holds(application, jar)) {
          Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
      }
    }
    Path submit = Files.createDirectories(folder.resolve("bin")).resolve("spark-submit");
    String opens =
        String.join(
            " ",
            OPENED.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED").toList());
    Files.writeString(
        submit,
        "#!/bin/sh\nexec java "
            + opens
            + " -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
            + jars
            + "/*' org.apache.spark.deploy.SparkSubmit \"$@\"\n");
    if (!submit.toFile().setExecutable(true)) {
      throw new IOException("Cannot make " + submit + " executable");
    }
    return folder;
  }

  /** Whether the application jar carries a library: its first class or web resource is in it. */
  private static boolean holds(JarFile application, Path jar) throws IOException {
    if (Files.isDirectory(jar)) {
      return true;
    }
    try (JarFile library = new JarFile(jar.toFile())) {
      return library.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith("echarts.min.js") || name.endsWith(".class"))
          .filter(name -> !name.endsWith("module-info.class"))
          .findFirst()
          .map(name -> application.getEntry(name) != null)
          .orElse(false);
    }
  }
}
