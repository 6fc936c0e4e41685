package org.cityeval.draft.sample;

import java.util.Map;
import java.util.Set;

/**
 * A file of polygons in GeoJSON.
 *
 * @param ids the values of each property of its features, and of {@code id}, the feature's own
 */
public record PolygonFile(String path, int features, Map<String, Set<String>> ids)
    implements Looked {
  public PolygonFile {
    ids = Map.copyOf(ids);
  }
}
