package org.cityeval.draft.guess;

import java.util.regex.Pattern;

/** Names of columns as SQL takes them. */
public final class Sql {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Sql() {}

  /** The name, in backquotes where it is no plain word. */
  public static String column(String name) {
    return PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
  }

  public static String text(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
