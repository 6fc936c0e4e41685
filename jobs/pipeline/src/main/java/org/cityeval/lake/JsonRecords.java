package org.cityeval.lake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.apache.hadoop.conf.Configuration;

/**
 * The records of one JSON file: an object a line, or one array of objects, told by how the file
 * begins.
 */
final class JsonRecords extends FileRecords<JsonRecords.Parsed> {
  private static final int MOST_LEADING_BLANKS = 1 << 16;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /**
   * One record.
   *
   * @param place its line, from 1; further records of one line are numbered, as in 1.2
   * @param value an object, or null where it cannot be read
   * @param failure what made it unreadable, as {@link Damage} tells it; null for a good record
   * @param raw its text, of one that cannot be read
   */
  record Parsed(String place, JsonValue value, String failure, String raw) {}

  private final BufferedReader reader;
  private final JsonParser array;
  private long line;
  private int onLine;

  JsonRecords(LakeFile file, String encoding, Configuration hadoop) {
    this(
        new BufferedReader(
            new InputStreamReader(Unpacked.open(file, hadoop), Charset.forName(encoding)),
            1 << 16));
  }

  private JsonRecords(BufferedReader reader) {
    super(reader);
    this.reader = reader;
    JsonParser elements = null;
    try {
      elements = isArray() ? JSON.createParser(reader) : null;
      if (elements != null) {
        elements.nextToken();
      }
    } catch (IOException | RuntimeException unreadable) {
      breaksOff(1, unreadable);
    }
    this.array = elements;
  }

  /** Whether the first character that is neither blank nor a mark of byte order is a bracket. */
  private boolean isArray() throws IOException {
    reader.mark(MOST_LEADING_BLANKS);
    int c = reader.read();
    if (c != '\ufeff') {
      reader.reset();
    }
    reader.mark(MOST_LEADING_BLANKS);
    do {
      c = reader.read();
    } while (c == ' ' || c == '\t' || c == '\n' || c == '\r');
    reader.reset();
    return c == '[';
  }

  private void breaksOff(long at, Exception why) {
    String told =
        why instanceof JacksonException json ? json.getOriginalMessage() : why.getMessage();
    breaksOff(new FileBreak(at, "the file cannot be read on: " + told));
  }

  @Override
  Parsed read() {
    try {
      return array == null ? ofLine() : ofArray();
    } catch (JacksonException unreadable) {
      breaksOff(unreadable.getLocation().getLineNr(), unreadable);
    } catch (IOException | RuntimeException unreadable) {
      breaksOff(array == null ? line + 1 : array.currentLocation().getLineNr(), unreadable);
    }
    return null;
  }

  private Parsed ofArray() throws IOException {
    JsonToken token = array.nextToken();
    if (token == JsonToken.END_ARRAY) {
      if (array.nextToken() != null) {
        breaksOff(new FileBreak(array.currentLocation().getLineNr(), "more follows the array"));
      }
      return null;
    }
    if (token == null) {
      breaksOff(new FileBreak(array.currentLocation().getLineNr(), "the array is not closed"));
      return null;
    }
    long at = array.currentTokenLocation().getLineNr();
    onLine = at == line ? onLine + 1 : 1;
    line = at;
    JsonValue value = JsonValue.of(array);
    return parsed(onLine == 1 ? Long.toString(at) : at + "." + onLine, value, null);
  }

  private Parsed ofLine() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isEnded = false;
    while (text.toString().isBlank()) {
      text.setLength(0);
      int c = reader.read();
      if (c < 0) {
        return null;
      }
      while (c >= 0 && c != '\n' && c != '\r') {
        text.append((char) c);
        c = reader.read();
      }
      isEnded = c >= 0;
      if (c == '\r') {
        reader.mark(1);
        if (reader.read() != '\n') {
          reader.reset();
        }
      }
      line++;
    }
    String written = text.toString();
    try (JsonParser parser = JSON.createParser(written)) {
      parser.nextToken();
      JsonValue value = JsonValue.of(parser);
      if (parser.nextToken() != null) {
        return refused("more follows the object", written);
      }
      return parsed(Long.toString(line), value, written);
    } catch (JacksonException noJson) {
      if (!isEnded) {
        // The line is cut, and who knows what else.
        breaksOff(new FileBreak(line, "the last line has no end, and is no JSON"));
        return null;
      }
      return refused("the line is no object", written);
    }
  }

  private Parsed refused(String why, String written) {
    return new Parsed(Long.toString(line), null, Damage.MALFORMED_JSON.told(why), written);
  }

  private static Parsed parsed(String place, JsonValue value, String written) {
    String raw = written == null ? value.json() : written;
    if (!value.isObject()) {
      return new Parsed(place, null, Damage.MALFORMED_JSON.told("it is no object"), raw);
    }
    if (value.keyTwice() != null) {
      String twice = "the key " + value.keyTwice() + " stands twice";
      return new Parsed(place, null, Damage.MALFORMED_JSON.told(twice), raw);
    }
    return new Parsed(place, value, null, null);
  }
}
