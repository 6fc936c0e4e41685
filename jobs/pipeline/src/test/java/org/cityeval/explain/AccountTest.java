package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {
  @Test
  void factsAndSectionsAreOneObjectInTheirOrder() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", "Alder");
    facts.put("composite", 61.5);
    Account account =
        new Account(
            "title",
            facts,
            List.of(
                new Account.Section(
                    "next to it",
                    List.of("rank", "name"),
                    List.of(List.of(1, "Birch"), Arrays.asList(2, null))),
                new Account.Section("peers", List.of(), List.of())));

    assertThat(account.json())
        .isEqualTo(
            "{\"name\":\"Alder\",\"composite\":61.5,\"next_to_it\":[{\"rank\":1,\"name\":\"Birch\"},"
                + "{\"rank\":2,\"name\":null}],\"peers\":[]}");
  }

  private static Account of(Object... facts) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      named.put((String) facts[i], facts[i + 1]);
    }
    return new Account("a title", named, List.of());
  }

  /** An interval 12.9 wide bears whole numbers, one 0.5 wide hundredths. */
  @Test
  void anEstimateHasTheDigitsThatItsIntervalBears() {
    Account account =
        of(
            "composite", 77.1657,
            "composite_low", 69.4032,
            "composite_high", 82.3053,
            "composite_width", 12.9021,
            "composite_lowest", 70.5044,
            "share", 0.51234,
            "share_low", 0.25,
            "share_high", 0.75);

    assertThat(account.shown("composite")).isEqualTo("77");
    assertThat(account.shown("composite_low")).isEqualTo("69");
    assertThat(account.shown("composite_width")).isEqualTo("13");
    assertThat(account.shown("composite_lowest")).isEqualTo("71");
    assertThat(account.shown("share")).isEqualTo("0.51");
  }

  @Test
  void whatHasNoIntervalIsShownWithSixDigits() {
    Account account =
        of("score", 77.98821234, "composite", 50.123456, "composite_low", null, "reason", null);

    assertThat(account.shown("score")).isEqualTo("77.9882");
    assertThat(account.shown("composite")).isEqualTo("50.1235");
    assertThat(account.shown("reason")).isEqualTo("none");
  }

  @Test
  void whatATerminalWouldObeyIsShown() {
    assertThat(of("name", "A\nB").shown("name")).doesNotContain("\n").contains("A", "B");
  }
}
