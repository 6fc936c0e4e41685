package org.cityeval.config.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import org.cityeval.config.check.ConfigProblems;
import org.cityeval.config.check.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private final Findings findings = new Findings("my.yaml");

  private ObjectNode read(String yaml) {
    return new YamlReader(findings).read(yaml);
  }

  private List<String> told() {
    ConfigProblems found = catchThrowableOfType(ConfigProblems.class, findings::report);
    return found == null
        ? List.of()
        : found.problems().stream()
            .map(one -> one.line() + " " + one.key() + ": " + one.problem())
            .toList();
  }

  @Test
  void scalarsAreWhatYamlTakesThemForAndDaysStayText() {
    ObjectNode read =
        read(
            "{n: 5, hex: 0x10, x: 1.5, t: true, day: 2020-03-01, z: '007', nan: .nan, none: , big: 99999999999999999999}");

    assertThat(read)
        .hasToString(
            "{\"n\":5,\"hex\":16,\"x\":1.5,\"t\":true,\"day\":\"2020-03-01\",\"z\":\"007\","
                + "\"nan\":\".nan\",\"none\":null,\"big\":\"99999999999999999999\"}");
  }

  @Test
  void theLineOfEachKeyAndItemIsRemembered() {
    read("a:\n  b: 1\nlist:\n  - x\n  - y: 2\n");
    for (String key : List.of("a", "a.b", "list[0]", "list[1].y", "c")) {
      findings.add(key, "here", "", "");
    }

    assertThat(told())
        .containsExactly(
            "1 a: here", "1 c: here", "2 a.b: here", "4 list[0]: here", "5 list[1].y: here");
  }

  @Test
  void aKeyThatStandsTwiceCountsOnceAndIsTold() {
    assertThat(read("a: 1\nb: 2\na: 3\n")).hasToString("{\"a\":1,\"b\":2}");
    assertThat(told()).containsExactly("3 a: duplicate key `a`");
  }

  @Test
  void aKeyIsAName() {
    assertThat(read("[a, b]: 1\nc: 2\n")).hasToString("{\"c\":2}");
    assertThat(told()).containsExactly("1 : a key that is a list or a mapping");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "- a\n- b", "text"})
  void aTextWithoutKeysIsTold(String text) {
    assertThat(read(text)).isEmpty();
    assertThat(told()).containsExactly("1 : no keys found");
  }

  @Test
  void textThatIsNoYamlIsToldWithItsLine() {
    assertThat(read("a: 1\nb: [1, 2\nc: 3\n")).isEmpty();
    assertThat(told()).hasSize(1);
    assertThat(told().get(0)).matches("[23] : not valid YAML: .*");
  }

  /** Nine aliases of nine of nine and so on stand for more than a hundred thousand nodes. */
  @Test
  void anEndlessTreeIsNotBuilt() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i <= 8; i++) {
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(i, i, String.join(", ", Collections.nCopies(9, "*a" + (i - 1)))));
    }

    assertThat(read(bomb.toString())).isEmpty();
    assertThat(told().get(0)).contains("not valid YAML: ");
  }

  @Test
  void nestingHasAnEnd() {
    assertThat(read("a: " + "[".repeat(30) + "]".repeat(30))).isEmpty();
    assertThat(told().get(0)).contains("not valid YAML: ");
  }

  @Test
  void aTagOfAProgramIsRefused() {
    assertThat(read("a: !!javax.script.ScriptEngineManager x\n")).isEmpty();
    assertThat(told().get(0)).contains("not valid YAML: ");
  }
}
