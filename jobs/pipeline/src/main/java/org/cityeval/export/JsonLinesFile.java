package org.cityeval.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cityeval.warehouse.StoredRow;

/**
 * A table as JSON lines: an object a line, with every column in every line, null where it is empty.
 * DuckDB, pandas, Spark, BigQuery and jq read lines one at a time; an array they would hold whole.
 * Days and times are ISO 8601.
 */
final class JsonLinesFile implements TableFile {
  static final Kind KIND =
      new Kind(
          "json",
          "jsonl",
          "application/x-ndjson",
          (file, table) -> new JsonLinesFile(file),
          resource -> resource.put("encoding", "utf-8"));

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator out;

  JsonLinesFile(Path file) throws IOException {
    out =
        JSON.createGenerator(
            new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), JsonEncoding.UTF8);
    out.setRootValueSeparator(null);
  }

  @Override
  public void write(StoredRow row) throws IOException {
    out.writeStartObject();
    for (int i = 0; i < row.columns().size(); i++) {
      out.writeFieldName(row.columns().get(i));
      write(row.cells().get(i));
    }
    out.writeEndObject();
    out.writeRaw('\n');
  }

  private void write(Object cell) throws IOException {
    if (cell == null) {
      out.writeNull();
    } else if (cell instanceof Double number) {
      out.writeNumber(number);
    } else if (cell instanceof Long count) {
      out.writeNumber(count);
    } else if (cell instanceof Integer integer) {
      out.writeNumber(integer);
    } else if (cell instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else {
      out.writeString(cell.toString());
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
