package org.cityeval.config.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VariablesTest {
  private static Variables of(String... namesAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Variables(values, Map.of());
  }

  private static Variables written(String... keys) {
    Map<String, String> written = new TreeMap<>();
    for (String key : keys) {
      written.put(key, "${TOKEN}");
    }
    return new Variables(Map.of("TOKEN", "abcdefgh"), written);
  }

  @Test
  void aValueStandsNowhereButItsName() {
    assertThat(of("TOKEN", "s3cr3t-xyz").conceal("key s3cr3t-xyz, again s3cr3t-xyz."))
        .isEqualTo("key ${TOKEN}, again ${TOKEN}.");
    assertThat(of("TOKEN", "s3cr3t-xyz").conceal(null)).isNull();
    assertThat(Variables.NONE.conceal("as it is")).isEqualTo("as it is");
  }

  @Test
  void aValueBelowSixCharactersCannotBeTold() {
    assertThat(of("DAY", "mayor").conceal("the mayor")).isEqualTo("the mayor");
    assertThat(of("DAY", "mayors").conceal("the mayors")).isEqualTo("the ${DAY}");
  }

  @Test
  void aValueWithinAnotherIsHiddenAfterIt() {
    assertThat(of("A", "secret", "B", "my-secret-key").conceal("my-secret-key and secret"))
        .isEqualTo("${B} and ${A}");
  }

  @Test
  void aPathIsHiddenHoweverFileSystemsSpellIt() {
    Variables lake = of("LAKE", "/srv//lake of data/");

    assertThat(lake.conceal("/srv//lake of data/f.csv")).isEqualTo("${LAKE}/f.csv");
    assertThat(lake.conceal("/srv/lake of data/f.csv")).isEqualTo("${LAKE}/f.csv");
    assertThat(lake.conceal("file:/srv/lake%20of%20data/f.csv")).isEqualTo("file:${LAKE}/f.csv");
    assertThat(of("LAKE", "/srv/数据/湖").conceal("/srv/%E6%95%B0%E6%8D%AE/%E6%B9%96/f"))
        .isEqualTo("${LAKE}/f");
  }

  @Test
  void knowsWhetherASectionOrMoreThanPathsIsCompleted() {
    Variables paths = written("sources.cases.path", "districts.path");
    Variables more = written("sources.cases.path", "sources.phones.where");

    assertThat(paths.areOfPathsAlone()).isTrue();
    assertThat(more.areOfPathsAlone()).isFalse();
    assertThat(Variables.NONE.areOfPathsAlone()).isTrue();
    assertThat(more.within("sources.phones")).isTrue();
    assertThat(more.within("sources.cases")).isFalse();
    assertThat(more.within("sources.pho")).isFalse();
  }

  @Test
  void putsBackWhatWasWrittenInMappingsAndLists() throws Exception {
    ObjectNode config =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    """
                    {"sources": {"cases": {"where": "k = 'abcdefgh'", "missing": ["NA", "abcdefgh"],
                     "suffix": ["abcdefgh"], "note": "see abcdefgh", "n": 1}}}""");
    new Variables(
            Map.of("TOKEN", "abcdefgh"),
            Map.of(
                "sources.cases.where", "k = '${TOKEN}'",
                "sources.cases.missing[1]", "${TOKEN}",
                "sources.cases.suffix", "${TOKEN}",
                "sources.absent.where", "${TOKEN}"))
        .restore(config);

    assertThat(config)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"sources": {"cases": {"where": "k = '${TOKEN}'", "missing": ["NA", "${TOKEN}"],
                     "suffix": ["${TOKEN}"], "note": "see ${TOKEN}", "n": 1}}}"""));
  }

  @Test
  void areEqualWhereTheyHideAndStandAlike() {
    assertThat(of("A", "secret")).isEqualTo(of("A", "secret")).hasSameHashCodeAs(of("A", "secret"));
    assertThat(of("A", "secret")).isNotEqualTo(of("A", "secreT")).isNotEqualTo(of("B", "secret"));
    assertThat(written("a.path")).isNotEqualTo(written("b.path"));
  }
}
