package org.cityeval.config.lake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the lake holds, what its spellings of districts mean, what is known of single days, and
 * which of its counts are too small to publish.
 *
 * @param variables of the environment, which mostly say where it lies; no key of the config
 */
public record LakeConfig(
    Map<String, SourceConfig> sources,
    Map<String, RequestConfig> requests,
    Map<String, CrosswalkConfig> crosswalks,
    List<EventConfig> events,
    SmallCountsConfig smallCounts,
    @JsonIgnore Variables variables)
    implements Serializable {

  public LakeConfig {
    sources = Ordered.copyOf(sources);
    requests = Ordered.copyOf(requests);
    crosswalks = Ordered.copyOf(crosswalks);
    events = List.copyOf(events);
    variables = variables == null ? Variables.NONE : variables;
  }

  /** The same, with the environment variables that the config's texts were completed by. */
  public LakeConfig completedBy(Variables used) {
    return new LakeConfig(sources, requests, crosswalks, events, smallCounts, used);
  }
}
