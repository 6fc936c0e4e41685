package org.cityeval.config.lake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that cannot change and keep the order of the file. */
public final class Ordered {
  private Ordered() {}

  public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
