package org.cityeval.catalog;

/** Text as Markdown holds it. */
final class MarkdownCells {
  private static final int LINE = 110;

  private MarkdownCells() {}

  /** Text in the cell of a table, where a bar would end the cell. */
  static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  /** A paragraph in lines that a difference can be read in. */
  static String wrapped(String paragraph) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : paragraph.split(" ", -1)) {
      if (length > 0 && length + 1 + word.length() > LINE) {
        lines.append('\n');
        length = 0;
      }
      lines.append(length == 0 ? "" : " ").append(word);
      length += word.length() + (length == 0 ? 0 : 1);
    }
    return lines.append('\n').toString();
  }
}
