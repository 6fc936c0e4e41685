package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.runtime.BoxedUnit;

class WithoutMlFunctionsTest {
  @TempDir private Path folder;

  /** Stands for what a cluster adds to its sessions. */
  public static final class OfACluster implements SparkSessionExtensionsProvider {
    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
      return BoxedUnit.UNIT;
    }
  }

  private static List<String> found(ClassLoader loader) {
    return ServiceLoader.load(SparkSessionExtensionsProvider.class, loader).stream()
        .map(found -> found.type().getName())
        .toList();
  }

  @Test
  void onlyWhatMlAddsIsNotFound() throws Exception {
    Path file =
        folder.resolve("META-INF/services/" + SparkSessionExtensionsProvider.class.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, OfACluster.class.getName());
    try (URLClassLoader all =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      assertThat(found(all))
          .containsExactlyInAnyOrder(
              OfACluster.class.getName(), "org.apache.spark.sql.ml.InternalFunctionRegistration");

      assertThat(found(new WithoutMlFunctions(all))).containsExactly(OfACluster.class.getName());
    }
  }

  /** A folder may have the name of the jar. */
  @Test
  void theNameOfTheJarAloneCounts() throws Exception {
    Path named = Files.createDirectory(folder.resolve("spark-mllib_2.13"));
    Path jar = named.resolve("cluster.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(
          new ZipEntry("META-INF/services/" + SparkSessionExtensionsProvider.class.getName()));
      out.write(OfACluster.class.getName().getBytes(StandardCharsets.UTF_8));
    }
    try (URLClassLoader all =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
      assertThat(found(new WithoutMlFunctions(all))).containsExactly(OfACluster.class.getName());
    }
  }
}
