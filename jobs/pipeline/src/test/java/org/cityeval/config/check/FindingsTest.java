package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.cityeval.config.lake.Variables;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings("my.yaml");

  /** Line and key of each problem, in their order. */
  private List<String> told() {
    return catchThrowableOfType(ConfigProblems.class, findings::report).problems().stream()
        .map(one -> one.source() + ":" + one.line() + " " + one.key() + " " + one.problem())
        .toList();
  }

  @Test
  void withoutAProblemNothingIsThrown() {
    findings.report();

    assertThat(catchThrowableOfType(ConfigProblems.class, findings::report)).isNull();
  }

  @Test
  void aProblemStandsWhereItsKeyOrTheNearestAroundItWasWritten() {
    findings.writtenAt("", 1);
    findings.writtenAt("sources", 4);
    findings.writtenAt("sources.cases", 5);
    findings.writtenAt("panel.mobility[0]", 9);
    findings.add("sources.cases.shape", "missing", "", "");
    findings.add("panel.mobility[0]", "unknown", "", "");
    findings.add("panel.mobility[1]", "unknown", "", "");

    assertThat(told())
        .containsExactly(
            "my.yaml:1 panel.mobility[1] unknown",
            "my.yaml:5 sources.cases.shape missing",
            "my.yaml:9 panel.mobility[0] unknown");
  }

  @Test
  void theFirstLineOfAKeyCountsAndASettingReplacesIt() {
    findings.writtenAt("panel", 3);
    findings.writtenAt("panel", 8);
    findings.writtenAt("panel.risk", 4);
    findings.writtenAt("panelled", 9);
    findings.add("panel", "first", "", "");
    findings.writtenBy("panel={}", "panel");
    findings.add("panel.risk", "second", "", "");
    findings.add("panelled", "third", "", "");

    assertThat(told())
        .containsExactly(
            "my.yaml:3 panel first",
            "my.yaml:9 panelled third",
            "--set panel={}:0 panel.risk second");
  }

  @Test
  void theSameProblemIsToldOnce() {
    findings.add("a", "wrong", "", "");
    findings.add("a", "wrong", "", "");

    assertThat(told()).containsExactly("my.yaml:0 a wrong");
  }

  @Test
  void valuesOfVariablesAreNamed() {
    findings.conceal(new Variables(Map.of("TOKEN", "abcdefgh"), Map.of()));
    findings.add("a", "unknown `abcdefgh`", "it is abcdefgh", "write abcdefgh otherwise");
    ConfigProblem one =
        catchThrowableOfType(ConfigProblems.class, findings::report).problems().get(0);

    assertThat(one.render())
        .isEqualTo(
            "my.yaml: a: unknown `${TOKEN}`\n  why: it is ${TOKEN}\n  fix: write ${TOKEN} otherwise");
  }

  @Test
  void keysAreNamedFromTheRootOn() {
    assertThat(Findings.child("", "panel")).isEqualTo("panel");
    assertThat(Findings.child("panel", "risk")).isEqualTo("panel.risk");
    assertThat(Findings.item("panel.mobility", 0)).isEqualTo("panel.mobility[0]");
  }
}
