package org.cityeval.draft;

import java.util.Collection;
import java.util.regex.Pattern;

/** Lines of YAML, each with what it rests on in a comment behind it. */
final class YamlLines {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\([\\p{L}_][\\p{L}\\p{N}_, ]*\\))?");
  private static final Pattern PLAIN_PATH = Pattern.compile("[\\p{L}\\p{N}./][\\p{L}\\p{N}_./-]*");
  private static final Pattern READ_AS_OTHER =
      Pattern.compile(
          "(?i)y|n|yes|no|true|false|on|off|null|[-+.\\d_e:]*|0x[\\da-f_]+|0b[01_]+|\\.inf|\\.nan");
  private static final int LONGEST_MARK = 1_000;

  private final StringBuilder text = new StringBuilder();

  /** A value that is certain, or follows from a mark above. */
  YamlLines sure(int depth, String key, String value) {
    return line(depth, key + ": " + value, "");
  }

  YamlLines guessed(int depth, String key, String value, String why) {
    return line(depth, key + ": " + value, "guessed: " + why);
  }

  YamlLines unknown(int depth, String key, String value, String what) {
    return line(depth, key + ": " + value, "DECIDE: " + what);
  }

  /** A key that holds others. */
  YamlLines open(int depth, String key) {
    return line(depth, key + ":", "");
  }

  YamlLines remark(int depth, String told) {
    text.append("  ".repeat(depth)).append("# ").append(oneLine(told)).append('\n');
    return this;
  }

  YamlLines blank() {
    text.append('\n');
    return this;
  }

  private YamlLines line(int depth, String content, String mark) {
    text.append("  ".repeat(depth)).append(content);
    if (!mark.isEmpty()) {
      text.append("  # ").append(oneLine(mark));
    }
    text.append('\n');
    return this;
  }

  private static String oneLine(String told) {
    String line = told.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    return line.length() > LONGEST_MARK ? line.substring(0, LONGEST_MARK) + " ..." : line;
  }

  /** Text as a scalar, in quotes unless it is a word, a call of columns or a path. */
  static String scalar(String value) {
    boolean plain =
        (PLAIN.matcher(value).matches() || PLAIN_PATH.matcher(value).matches())
            && !READ_AS_OTHER.matcher(value).matches();
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
    }
    return plain ? value : "'" + value.replace("'", "''") + "'";
  }

  static String list(Collection<String> values) {
    return "[" + String.join(", ", values.stream().map(YamlLines::scalar).toList()) + "]";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
