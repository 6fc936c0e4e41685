package org.cityeval.cli.session;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * This loader hides three internal functions that MLlib adds to each session. MLlib describes their
 * types by Scala's reflection, which takes half a second to start. Spark's threads keep this
 * loader. It finds everything else.
 */
final class WithoutMlFunctions extends ClassLoader {
  private static final String PROVIDERS =
      "META-INF/services/org.apache.spark.sql.SparkSessionExtensionsProvider";

  static {
    registerAsParallelCapable();
  }

  WithoutMlFunctions(ClassLoader all) {
    super(all);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> all = super.getResources(name);
    if (!name.equals(PROVIDERS)) {
      return all;
    }
    List<URL> others =
        Collections.list(all).stream().filter(file -> !isOfMl(file.getPath())).toList();
    return Collections.enumeration(others);
  }

  /** Whether a file lies in MLlib's own jar, as {@code .../spark-mllib_2.13-4.1.0.jar!/...}. */
  private static boolean isOfMl(String file) {
    int end = file.lastIndexOf("!/");
    return end > 0 && file.startsWith("spark-mllib_", file.lastIndexOf('/', end) + 1);
  }
}
