package org.cityeval.cli.session;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Does not find what MLlib adds to the SQL of each session: three functions, for calls from Python.
 * To describe their types, MLlib starts Scala's reflection, which takes most of a second.
 */
final class WithoutMlFunctions extends ClassLoader {
  private static final String PROVIDERS =
      "META-INF/services/org.apache.spark.sql.SparkSessionExtensionsProvider";

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
        Collections.list(all).stream()
            .filter(file -> !file.getPath().contains("/spark-mllib_"))
            .toList();
    return Collections.enumeration(others);
  }
}
