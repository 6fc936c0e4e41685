package org.cityeval.storage;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Hadoop's local file system as this machine has it. Files are made with the umask of the process.
 * Hadoop without its native library gives each file a mode of its own, and starts a process (chmod,
 * readlink) for each to do so.
 */
public final class DiskFileSystem extends LocalFileSystem {
  /** Made by Hadoop, by name. */
  public DiskFileSystem() {
    super(new Raw());
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission mode,
      boolean overwrite,
      int buffer,
      short copies,
      long block,
      Progressable progress)
      throws IOException {
    return super.create(path, null, overwrite, buffer, copies, block, progress);
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    protected OutputStream createOutputStreamWithMode(Path path, boolean append, FsPermission mode)
        throws IOException {
      return new FileOutputStream(pathToFile(path), append);
    }

    @Override
    protected boolean mkOneDirWithMode(Path path, File folder, FsPermission mode) {
      return folder.mkdir();
    }

    @Override
    public void setPermission(Path path, FsPermission mode) throws IOException {
      Set<PosixFilePermission> permissions =
          PosixFilePermissions.fromString(
              mode.getUserAction().SYMBOL
                  + mode.getGroupAction().SYMBOL
                  + mode.getOtherAction().SYMBOL);
      Files.setPosixFilePermissions(local(path), permissions);
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
      return Files.isSymbolicLink(local(path))
          ? super.getFileLinkStatus(path)
          : getFileStatus(path);
    }
  }
}
