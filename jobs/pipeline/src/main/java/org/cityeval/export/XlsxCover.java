package org.cityeval.export;

import java.util.List;
import java.util.Map;
import org.cityeval.indicator.Status;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet: what was evaluated, where it stands, and how it reads. */
final class XlsxCover {
  private static final int MOST_NAMES = 20;

  private static final List<List<String>> READING =
      List.of(
          List.of(
              "ci_low, ci_high, ci_width",
              "The interval of a value. ci_level is the share of such intervals that would hold the"
                  + " true value, as far as its method's assumptions hold; ci_method names the"
                  + " method. An empty end is open. ci_width is how far the ends are apart."),
          List.of(
              "censored",
              "The event had not happened when the period ended: there is no value, and ci_low is how"
                  + " long it was watched for. The value is larger."),
          List.of(
              "rank_low, rank_high",
              "The ranks that the data allow, taken one by one. The columns that end in _simultaneous"
                  + " hold for all members of the group at once, those in _choices under other choices"
                  + " of method."),
          List.of(
              "class",
              "Whether a member can be told from the middle of its group: clearly_better,"
                  + " not_distinguishable or clearly_worse."),
          List.of(
              "empty cells", "There is no number; status and reason say why. Empty is never 0."));

  private static final List<List<String>> SHEETS =
      List.of(
          List.of("columns", "The sheet Columns says what each column means, and in which unit."),
          List.of("days", "Days are dates. A day before 1900-03-01 is text."),
          List.of(
              "large numbers",
              "A whole number of more than 15 digits is text, for a spreadsheet shows no more."),
          List.of(
              "text",
              "No text is a formula, whatever it begins with. Control characters that a workbook"
                  + " cannot hold are shown as \\u0001."));

  private final Worksheet sheet;
  private int row;

  private XlsxCover(Worksheet sheet) {
    this.sheet = sheet;
  }

  /** A table as it stands in the workbook. */
  record Entry(TableSpec table, long rows, List<XlsxTable.Part> parts) {}

  /**
   * Fills the cover.
   *
   * @param notes what is peculiar to this workbook
   */
  static void write(
      Worksheet sheet, PublishedTables tables, List<Entry> entries, List<String> notes) {
    XlsxCover cover = new XlsxCover(sheet);
    sheet.width(0, 28);
    sheet.width(1, 14);
    sheet.width(2, 110);
    cover.title(tables.title());
    cover.evaluation(tables);
    cover.section("Notes");
    notes.forEach(note -> cover.line("", note));
    if (notes.isEmpty()) {
      cover.line("", "All rows and all text of the publication are here.");
    }
    cover.section("Sheets, their rows, and what a row is");
    entries.forEach(cover::entry);
    cover.section("Statuses");
    for (Status status : Status.values()) {
      cover.line(status.id(), status.meaning());
    }
    cover.section("How to read intervals and ranks");
    READING.forEach(line -> cover.line(line.get(0), line.get(1)));
    cover.section("How to read the sheets");
    SHEETS.forEach(line -> cover.line(line.get(0), line.get(1)));
    cover.section("Sources, and the hash of what they held");
    for (Map.Entry<String, String> source : tables.publication().sourceVersions().entrySet()) {
      cover.line(source.getKey(), source.getValue());
    }
    cover.section("Licence");
    cover.line(
        "",
        "The data of the sources are their publishers', under the publishers' terms. The publication"
            + " does not hold those terms: ask whoever gave you the lake before you pass this on.");
  }

  private void evaluation(PublishedTables tables) {
    Publication publication = tables.publication();
    tables.chineseTitle().ifPresent(title -> line("", title));
    section("What was evaluated");
    line("evaluation", publication.evaluationId());
    line("cities", cities(tables.cities()));
    tables
        .day("first_day")
        .ifPresent(
            first ->
                line(
                    "days",
                    first + " to " + tables.day("last_day").map(Object::toString).orElse("?")));
    line("as of", publication.asOf() + ": the day whose knowledge it rests on");
    tables.run().ifPresent(run -> line("run", run));
    line("config", publication.configHash());
    line("program", "CityEval " + publication.codeVersion());
  }

  private static String cities(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : names.size() + ": see the table dim_city";
  }

  private void title(String title) {
    XlsxText.write(sheet, row, 0, title);
    sheet.style(row, 0).bold().fontSize(16).set();
    row++;
  }

  private void section(String title) {
    row++;
    sheet.inlineString(row, 0, title);
    sheet.style(row, 0).bold().fontSize(12).set();
    row++;
  }

  private void line(String name, String text) {
    if (!name.isEmpty()) {
      XlsxText.write(sheet, row, 0, name);
    }
    XlsxText.write(sheet, row, 2, text);
    sheet.style(row, 0).verticalAlignment("top").set();
    sheet.style(row, 2).wrapText(true).verticalAlignment("top").set();
    row++;
  }

  private void entry(Entry entry) {
    for (XlsxTable.Part part : entry.parts()) {
      sheet.hyperlink(row, 0, HyperLink.internal("'" + part.sheet() + "'!A1", part.sheet()));
      sheet.style(row, 0).fontColor("0563C1").underlined().verticalAlignment("top").set();
      sheet.value(row, 1, part.rows());
      sheet.style(row, 1).format("#,##0").verticalAlignment("top").set();
      XlsxText.write(sheet, row, 2, entry.table().grain());
      sheet.style(row, 2).wrapText(true).verticalAlignment("top").set();
      row++;
    }
  }
}
