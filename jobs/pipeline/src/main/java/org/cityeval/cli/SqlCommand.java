package org.cityeval.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.output.OutputFormat;
import org.cityeval.cli.session.OpenWarehouse;
import org.cityeval.query.Reach;
import org.cityeval.query.WarehouseQuery;
import org.cityeval.warehouse.TableLogs;
import org.cityeval.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Answers a query over the warehouse's tables. */
@Command(
    name = "sql",
    description = "Query the tables as schema.table; current.* shows the last whole publication.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval sql \"select * from current.rank_interval order by comparison_group, rank\"",
      "  cityeval sql \"select reason_code, count(*) from ops.quarantine group by 1\" --format csv"
    })
final class SqlCommand implements Callable<Integer> {
  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;

  @Parameters(
      index = "0",
      paramLabel = "STATEMENT",
      description = "SELECT, WITH, SHOW, DESCRIBE or EXPLAIN; nothing that writes.")
  private String statement;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "How rows are written (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  @Override
  public Integer call() {
    options.requireWarehouse();
    try (OpenWarehouse open = options.openWarehouse()) {
      Warehouse warehouse = open.warehouse();
      TableLogs.requireWhole(warehouse.stored());
      Dataset<Row> answer = new WarehouseQuery(warehouse, Reach.WHOLE).answer(statement);
      format.write(
          root.console(), Arrays.asList(answer.columns()), values(answer.toLocalIterator()));
    }
    return 0;
  }

  private static Iterator<List<Object>> values(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public List<Object> next() {
        Row row = rows.next();
        Object[] cells = new Object[row.size()];
        Arrays.setAll(cells, row::get);
        return Arrays.asList(cells);
      }
    };
  }
}
