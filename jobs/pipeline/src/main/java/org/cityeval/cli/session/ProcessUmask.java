package org.cityeval.cli.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;

/**
 * The umask that this process was started with: who may not read what it writes. Hadoop takes 022
 * whatever the process was told.
 */
final class ProcessUmask {
  private static final String HADOOP = "fs.permissions.umask-mode";
  private static final int ALL = 0777;

  private ProcessUmask() {}

  /** Hands it to Hadoop, unless the cluster or whoever submits has decided already. */
  static void handTo(SparkConf conf) {
    String[] declared = new Configuration().getPropertySources(HADOOP);
    boolean bySite =
        declared != null && !Arrays.asList(declared).equals(List.of("core-default.xml"));
    if (!bySite) {
      find().ifPresent(umask -> conf.setIfMissing("spark.hadoop." + HADOOP, umask));
    }
  }

  /** In octal; empty where files have no such permissions. */
  static Optional<String> find() {
    try {
      Path parent = Files.createTempDirectory("cityeval-umask");
      try {
        // A folder is made with all permissions but those that the umask takes away.
        Path folder = Files.createDirectory(parent.resolve("made"));
        try {
          Set<PosixFilePermission> given = Files.getPosixFilePermissions(folder);
          int mode = 0;
          for (PosixFilePermission permission : PosixFilePermission.values()) {
            mode = mode << 1 | (given.contains(permission) ? 1 : 0);
          }
          return Optional.of(String.format(Locale.ROOT, "%03o", ALL & ~mode));
        } finally {
          Files.delete(folder);
        }
      } finally {
        Files.delete(parent);
      }
    } catch (UnsupportedOperationException notPosix) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + System.getProperty("java.io.tmpdir"), e);
    }
  }
}
