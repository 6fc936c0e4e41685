package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;

/** Parts of a config as rules see them, and what rules say of them. */
final class RuleFindings {
  private RuleFindings() {}

  /** A part of a config from its YAML. */
  static ObjectNode tree(String yaml) throws JsonProcessingException {
    return (ObjectNode) new YAMLMapper().readTree(yaml);
  }

  /** Key and problem of each finding. */
  static List<String> told(Findings findings) {
    ConfigProblems found = catchThrowableOfType(ConfigProblems.class, findings::report);
    return found == null
        ? List.of()
        : found.problems().stream().map(one -> one.key() + ": " + one.problem()).toList();
  }
}
