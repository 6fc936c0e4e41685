package org.cityeval.config;

import java.io.Serializable;
import java.util.Map;

/** What the lake holds, and what its spellings of districts mean. */
public record LakeConfig(
    Map<String, SourceConfig> sources,
    Map<String, RequestConfig> requests,
    Map<String, CrosswalkConfig> crosswalks)
    implements Serializable {

  public LakeConfig {
    sources = Ordered.copyOf(sources);
    requests = Ordered.copyOf(requests);
    crosswalks = Ordered.copyOf(crosswalks);
  }
}
