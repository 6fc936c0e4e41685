package org.cityeval.report.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cityeval.table.spec.TableJson;

/**
 * What the page says in each of its languages: {@code words.json} by key, and {@code phrases.json}
 * the Chinese of what tables say in English.
 */
public final class Words {
  private static final Map<String, Object> ALL = read("words.json");

  private Words() {}

  private static Map<String, Object> read(String file) {
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      return TableJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each key with what it says in {@code en} and {@code zh}. */
  public static Map<String, Object> all() {
    return ALL;
  }

  /**
   * The Chinese of English texts, with {@code #} for a number and {@code *} for any words; those of
   * the Chinese come in the order of the English.
   */
  public static Map<String, Object> phrases() {
    return read("phrases.json");
  }

  /** The English word for an id of the tables; the id, made readable, where there is none. */
  public static String en(String kind, String id) {
    Object said = ALL.get(kind + "_" + id);
    return said == null ? id.replace('_', ' ') : String.valueOf(((Map<?, ?>) said).get("en"));
  }

  /**
   * A sentence in one language.
   *
   * @param arguments names in braces and what stands for them, by turns
   */
  public static String said(String lang, String key, String... arguments) {
    String said = String.valueOf(((Map<?, ?>) ALL.get(key)).get(lang));
    for (int i = 0; i < arguments.length; i += 2) {
      said = said.replace("{" + arguments[i] + "}", arguments[i + 1]);
    }
    return said;
  }
}
