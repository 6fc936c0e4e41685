package org.cityeval.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.permission.FsPermission;
import org.cityeval.testing.ForkedCli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileSystemTest {
  @TempDir private Path folder;

  private static DiskFileSystem opened() throws IOException {
    DiskFileSystem disk = new DiskFileSystem();
    disk.initialize(URI.create("file:///"), new Configuration());
    return disk;
  }

  /** Writes a file in a folder as Spark does; the argument is where. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]));
  }

  private static void write(Path folder) throws IOException {
    DiskFileSystem disk = opened();
    org.apache.hadoop.fs.Path inner = StoragePath.of(folder.resolve("inner")).hadoop();
    disk.mkdirs(inner, FsPermission.getDirDefault());
    org.apache.hadoop.fs.Path written = new org.apache.hadoop.fs.Path(inner, "written");
    try (FSDataOutputStream out =
        disk.create(written, FsPermission.getFileDefault(), true, 4096, (short) 1, 4096, null)) {
      out.writeBytes("text");
    }
    disk.rename(written, new org.apache.hadoop.fs.Path(inner, "renamed"));
    disk.getFileLinkStatus(new org.apache.hadoop.fs.Path(inner, "renamed"));
  }

  @Test
  void filesFollowTheUmaskOfTheProcess() throws Exception {
    Process process =
        ForkedCli.startUnderUmask(
            folder.resolve("out"), "077", DiskFileSystemTest.class, folder.toString());

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(permissions("inner")).isEqualTo("rwx------");
    assertThat(permissions("inner/renamed")).isEqualTo("rw-------");
    assertThat(permissions("inner/.renamed.crc")).isEqualTo("rw-------");
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  @Test
  void aModeThatIsAskedForIsSet() throws IOException {
    write(folder);

    opened()
        .setPermission(
            StoragePath.of(folder.resolve("inner/renamed")).hadoop(), new FsPermission("640"));

    assertThat(permissions("inner/renamed")).isEqualTo("rw-r-----");
  }

  @Test
  void noProcessIsStartedForAFile() throws IOException {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      write(folder);
      recording.stop();
      recording.dump(folder.resolve("processes.jfr"));
    }

    assertThat(RecordingFile.readAllEvents(folder.resolve("processes.jfr")))
        .extracting(event -> event.getString("command"))
        .filteredOn(command -> command.matches("(chmod|readlink|ls|/bin/ls).*"))
        .isEmpty();
  }
}
