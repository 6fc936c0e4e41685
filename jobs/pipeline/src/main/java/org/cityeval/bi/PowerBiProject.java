package org.cityeval.bi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cityeval.table.Star;
import org.cityeval.table.spec.TableSpec;

/**
 * A Power BI project (PBIP) with its model in TMDL. It has a table per published table, the
 * relations of the star, a date table, a few measures and an empty report. Rows come from an export
 * as Parquet, one publication, so that one column is a key.
 */
final class PowerBiProject {
  private static final String NAME = "cityeval";
  private static final String MODEL = "powerbi/" + NAME + ".SemanticModel/";
  private static final String DEFINITION = MODEL + "definition/";
  private static final String REPORT = "powerbi/" + NAME + ".Report/";

  private PowerBiProject() {}

  static List<KitFile> files() {
    List<TableSpec> tables = Stream.concat(Star.FACTS.stream(), Star.DIMENSIONS.stream()).toList();
    List<KitFile> files = new ArrayList<>();
    files.add(
        new KitFile(
            "powerbi/" + NAME + ".pbip",
            String.format(
                Locale.ROOT,
                """
            {
              "version": "1.0",
              "artifacts": [{"report": {"path": "%s.Report"}}],
              "settings": {"enableAutoRecovery": true}
            }
            """,
                NAME)));
    files.add(
        new KitFile(MODEL + "definition.pbism", "{\"version\": \"4.0\", \"settings\": {}}\n"));
    files.add(new KitFile(DEFINITION + "database.tmdl", "database\n\tcompatibilityLevel: 1600\n"));
    files.add(new KitFile(DEFINITION + "model.tmdl", model(tables)));
    files.add(new KitFile(DEFINITION + "expressions.tmdl", folder()));
    files.add(new KitFile(DEFINITION + "relationships.tmdl", relationships()));
    tables.forEach(
        table ->
            files.add(
                new KitFile(DEFINITION + "tables/" + table.name() + ".tmdl", TmdlTable.of(table))));
    files.add(
        new KitFile(
            REPORT + "definition.pbir",
            String.format(
                Locale.ROOT,
                """
            {
              "version": "4.0",
              "datasetReference": {"byPath": {"path": "../%s.SemanticModel"}}
            }
            """,
                NAME)));
    files.add(new KitFile(REPORT + "report.json", report()));
    return files;
  }

  private static String model(List<TableSpec> tables) {
    StringBuilder model = new StringBuilder("model Model\n");
    model.append("\tculture: en-US\n");
    model.append("\tdefaultPowerBIDataSourceVersion: powerBI_V3\n");
    model.append("\tdiscourageImplicitMeasures\n\n");
    tables.forEach(table -> model.append("ref table ").append(table.name()).append('\n'));
    return model.toString();
  }

  private static String folder() {
    return "/// The folder that 'cityeval export --format parquet' wrote.\n"
        + "expression "
        + TmdlTable.FOLDER
        + " = \"C:/cityeval/export\" meta [IsParameterQuery=true, Type=\"Text\","
        + " IsParameterQueryRequired=true]\n";
  }

  private static String relationships() {
    StringBuilder all = new StringBuilder();
    for (Star.Relation relation : Star.relations()) {
      String from = relation.from().name();
      String to = relation.to().name();
      String column = TmdlTable.column(relation);
      all.append("relationship ").append(from).append('_').append(to).append('\n');
      all.append("\tfromColumn: ").append(from).append('.').append(column).append('\n');
      all.append("\ttoColumn: ").append(to).append('.').append(column).append("\n\n");
    }
    return all.toString();
  }

  private static String report() {
    return """
    {
      "config": "{\\"version\\":\\"5.50\\"}",
      "layoutOptimization": 0,
      "sections": [
        {
          "config": "{}",
          "displayName": "Page 1",
          "displayOption": 1,
          "filters": "[]",
          "height": 720.0,
          "name": "page1",
          "visualContainers": [],
          "width": 1280.0
        }
      ]
    }
    """;
  }
}
