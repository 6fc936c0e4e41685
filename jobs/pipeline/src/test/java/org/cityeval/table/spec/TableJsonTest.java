package org.cityeval.table.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableJsonTest {
  /** What is written comes back. */
  record Cut(String name, List<Double> at) {}

  /** Has nothing to write. */
  static final class Nothing {}

  @Test
  void entriesStandInTheOrderInWhichTheyCome() {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("b", 1);
    entries.put("a", null);
    entries.put("区", List.of(0.5, true));

    assertThat(TableJson.write(entries)).isEqualTo("{\"b\":1,\"a\":null,\"区\":[0.5,true]}");
    assertThat(TableJson.read(TableJson.write(entries))).isEqualTo(entries);
    assertThat(TableJson.read("{\"z\":1,\"y\":2}").keySet()).containsExactly("z", "y");
  }

  @Test
  void aRecordComesBackAsItWent() {
    Cut cut = new Cut("a", List.of(1.0, 2.5));

    assertThat(TableJson.read(TableJson.write(cut), Cut.class)).isEqualTo(cut);
    assertThat(TableJson.write(new Nothing())).isEqualTo("{}");
  }

  @Test
  void whatIsNoJsonIsRefusedWithItsText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableJson.read("[1]"))
        .withMessage("Not a JSON object: [1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableJson.read("{\"name\": 1", Cut.class))
        .withMessage("No Cut: {\"name\": 1");
  }
}
