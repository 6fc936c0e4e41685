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
}
