package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetJsonTest {
  @Test
  void writesEachWordOnce() throws Exception {
    Sheet sheet =
        Sheet.of(
            List.of("unit", "value", "class"),
            List.of(
                List.of("a", 2.5, "better"),
                Arrays.asList("b", null, "better"),
                List.of("a", 3.0)));

    assertThat(new ObjectMapper().writeValueAsString(sheet))
        .isEqualTo(
            "{\"columns\":[\"unit\",\"value\",\"class\"],"
                + "\"words\":{\"unit\":[\"a\",\"b\"],\"class\":[\"better\"]},"
                + "\"rows\":[[0,2.5,0],[1,null,0],[0,3]]}");
  }
}
