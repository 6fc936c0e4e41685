package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesFileTest {
  @Test
  void aLineIsAnObjectWithEveryColumn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("some.jsonl");
    try (TableFile out = JsonLinesFile.KIND.beginning().of(file, SampleTable.SPEC)) {
      out.write(SampleTable.FULL);
      out.write(SampleTable.EMPTY);
    }

    assertThat(Files.readString(file))
        .isEqualTo(
            "{\"name\":\"港口区, \\\"A\\\"\\u0001\",\"value\":0.30000000000000004,"
                + "\"seed\":-9223372036854775808,\"rank\":-7,\"is_so\":true,"
                + "\"day\":\"1918-03-04\",\"at\":\"2020-01-01T23:59:59.123456Z\"}\n"
                + "{\"name\":\"\",\"value\":null,\"seed\":null,\"rank\":null,\"is_so\":null,"
                + "\"day\":null,\"at\":null}\n");
  }
}
