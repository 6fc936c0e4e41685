package org.cityeval.lake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** The bytes of a file, unpacked where its name ends as that of an archive does. */
final class Unpacked {
  private Unpacked() {}

  /** Opens a file; what keeps it from being opened is told by the first byte that is asked for. */
  static InputStream open(LakeFile file, Configuration hadoop) {
    try {
      Path path = new Path(file.uri());
      CompressionCodec codec = codec(file, hadoop);
      InputStream raw = path.getFileSystem(hadoop).open(path);
      return codec == null ? raw : new Undemanding(codec.createInputStream(raw));
    } catch (IOException unreadable) {
      return new Unreadable(unreadable);
    } catch (RuntimeException unreadable) {
      // A codec whose native library this machine lacks.
      return new Unreadable(new IOException(unreadable.getMessage(), unreadable));
    }
  }

  /** Whether the file is packed: its end is then checked by the archive. */
  static boolean isPacked(LakeFile file, Configuration hadoop) {
    return codec(file, hadoop) != null;
  }

  private static CompressionCodec codec(LakeFile file, Configuration hadoop) {
    return new CompressionCodecFactory(hadoop).getCodec(new Path(file.uri()));
  }

  /**
   * An archive read as far as it goes. A decoder that takes it for ready would ask for more than it
   * was given, and lose what came before a break.
   */
  private static final class Undemanding extends FilterInputStream {
    Undemanding(InputStream archive) {
      super(archive);
    }

    @Override
    public int available() {
      return 0;
    }
  }

  /** A file that cannot be opened. */
  private static final class Unreadable extends InputStream {
    private final IOException why;

    Unreadable(IOException why) {
      this.why = why;
    }

    @Override
    public int read() throws IOException {
      throw why;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      throw why;
    }
  }
}
