package org.cityeval.bi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;

/** Power BI does not run here: names and indentation are looked at. */
class PowerBiProjectTest {
  private static final String TMDL = "powerbi/cityeval.SemanticModel/definition/";

  private final Map<String, String> kit =
      PowerBiProject.files().stream()
          .collect(Collectors.toMap(KitFile::path, KitFile::text, (a, b) -> a + b, TreeMap::new));

  /**
   * A small check of TMDL, no parser: tabs indent, each line at most one deeper than its parent but
   * for the M text of a partition, and every name that is referred to is there.
   */
  @Test
  void powerBiNamesWhatIsThere() {
    Set<String> columns = new HashSet<>();
    for (TableSpec table : Tables.PUBLISHED) {
      String text = kit.get(TMDL + "tables/" + table.name() + ".tmdl");
      assertThat(text).startsWith("/// " + table.grain() + "\ntable " + table.name() + "\n");
      Matcher column = Pattern.compile("(?m)^\t/// (.+)\n\tcolumn (\\w+)$").matcher(text);
      Map<String, String> described = new TreeMap<>();
      while (column.find()) {
        described.put(column.group(2), column.group(1));
        columns.add(table.name() + "." + column.group(2));
      }
      for (TableColumn<?> known : table.columns()) {
        assertThat(described).containsEntry(known.name(), known.comment());
      }
      isIndented(text.substring(0, text.indexOf("\tpartition ")));
      assertThat(kit.get(TMDL + "model.tmdl")).contains("ref table " + table.name() + "\n");
    }
    String relations = kit.get(TMDL + "relationships.tmdl");
    isIndented(relations);
    Matcher ends = Pattern.compile("(from|to)Column: (\\S+)").matcher(relations);
    int found = 0;
    while (ends.find()) {
      assertThat(columns).contains(ends.group(2));
      found++;
    }
    assertThat(found).isGreaterThan(40);
    assertThat(relations)
        .contains("\tfromColumn: rank_interval.period_key\n\ttoColumn: dim_period.period_key\n");
  }

  private static void isIndented(String text) {
    int depth = 0;
    for (String line : text.lines().toList()) {
      if (!line.isEmpty()) {
        int tabs = line.length() - line.replaceFirst("^\t+", "").length();
        assertThat(line.substring(tabs)).doesNotStartWith(" ");
        assertThat(tabs).as(line).isLessThanOrEqualTo(depth + 1);
        depth = line.strip().startsWith("///") ? tabs - 1 : tabs;
      }
    }
  }

  @Test
  void powerBiHasADateTableAndMeasures() {
    String dates = kit.get(TMDL + "tables/dim_date.tmdl");
    assertThat(dates)
        .contains("\tdataCategory: Time\n")
        .contains("\tcolumn date\n\t\tdataType: dateTime\n\t\tisKey\n");
    assertThat(kit.get(TMDL + "tables/rank_interval.tmdl"))
        .contains("\tmeasure 'Members ranked' = ", "\tmeasure 'Share clearly better' = ");
    assertThat(kit.get(TMDL + "tables/scorecard.tmdl"))
        .contains("\tmeasure 'Mean composite' = ", "AVERAGE(scorecard[composite])");
  }
}
