package org.cityeval.terminal;

/**
 * A line of text, and what it is. A terminal with colours shows that; no line says by its colour
 * alone what its words do not.
 */
public record PaintedLine(Hue hue, String text) {
  /** What a line is. */
  public enum Hue {
    PLAIN(""),
    HEADING("1"),
    GOOD("32"),
    BAD("31");

    private final String code;

    Hue(String code) {
      this.code = code;
    }

    /** What begins the hue (ECMA-48, SGR); nothing where the text is plain. */
    public String begin() {
      return code.isEmpty() ? "" : "\u001b[" + code + "m";
    }

    /** What ends it. */
    public String end() {
      return code.isEmpty() ? "" : "\u001b[0m";
    }
  }

  public static PaintedLine plain(String text) {
    return new PaintedLine(Hue.PLAIN, text);
  }

  public static PaintedLine heading(String text) {
    return new PaintedLine(Hue.HEADING, text);
  }
}
