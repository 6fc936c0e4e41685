package org.cityeval.numeric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Expected numbers that came from elsewhere: see the README beside them. */
public final class ReferenceData {
  private ReferenceData() {}

  public static JsonNode json(String file) {
    try {
      return new ObjectMapper().readTree(text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double[] array(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /** A column by position; {@code NA} and quoted text are NaN. */
  public static double[] column(String file, int position) {
    return rows(file).stream().mapToDouble(row -> row[position]).toArray();
  }

  public static List<double[]> rows(String file) {
    List<double[]> rows = new ArrayList<>();
    text(file)
        .lines()
        .skip(1)
        .forEach(
            line ->
                rows.add(
                    Arrays.stream(line.split(",", -1))
                        .mapToDouble(cell -> isNumber(cell) ? Double.parseDouble(cell) : Double.NaN)
                        .toArray()));
    return rows;
  }

  private static boolean isNumber(String cell) {
    return !cell.equals("NA") && !cell.startsWith("\"");
  }

  private static String text(String file) {
    try (InputStream in = ReferenceData.class.getResourceAsStream("/reference/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
