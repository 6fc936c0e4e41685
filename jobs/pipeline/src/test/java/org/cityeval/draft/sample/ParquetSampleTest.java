package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSampleTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message lake {
            optional binary name (STRING);
            optional int32 day (DATE);
            optional int64 at (TIMESTAMP(MICROS, true));
            optional int64 made (TIMESTAMP(MILLIS, true));
            optional double n;
            repeated int32 parts;
            optional group nested { optional int32 x; }
          }""");

  @TempDir private Path folder;

  private Looked written(List<Consumer<Group>> records) throws IOException {
    Path file = folder.resolve("f.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(SCHEMA)
            .build()) {
      for (Consumer<Group> record : records) {
        Group group = new SimpleGroup(SCHEMA);
        record.accept(group);
        writer.write(group);
      }
    }
    return ParquetSample.read(file, "f.parquet");
  }

  @Test
  void cellsAreTextDaysAndInstantsInIsoForm() throws IOException {
    Instant at = Instant.parse("2020-03-01T08:30:15.000250Z");
    FileSample sample =
        (FileSample)
            written(
                List.of(
                    record -> {
                      record.add("name", " 上城区 ");
                      record.add("day", (int) LocalDate.of(2020, 2, 29).toEpochDay());
                      record.add("at", at.getEpochSecond() * 1_000_000 + 250);
                      record.add("made", Instant.parse("2020-03-01T00:00:00Z").toEpochMilli());
                      record.add("n", 1.5);
                    },
                    record -> record.add("parts", 7)));

    assertThat(sample.columns())
        .containsExactly("name", "day", "at", "made", "n", "parts", "nested");
    assertThat(sample.rows().get(0))
        .containsExactly(
            "上城区",
            "2020-02-29",
            "2020-03-01T08:30:15.000250Z",
            "2020-03-01T00:00:00Z",
            "1.5",
            "",
            "");
    assertThat(sample.rows().get(1)).containsExactly("", "", "", "", "", "7", "");
    assertThat(sample.records()).isEqualTo(2);
    assertThat(sample.notation().format()).isEqualTo("parquet");
  }

  @Test
  void aFileWithoutARecordIsPassedOver() throws IOException {
    assertThat(written(List.of())).isEqualTo(new PassedOver("f.parquet", "it has no record"));
  }
}
