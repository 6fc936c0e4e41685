package org.cityeval.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.CheckType;
import org.cityeval.config.lake.ContractCheck.Total;
import org.cityeval.config.lake.ContractConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.source.ExpressionKind;
import org.cityeval.source.Expressions;
import org.cityeval.source.SourceRows;

/** Resolves the contract of a source against the real columns: a check that cannot run is none. */
final class ContractResolution {
  private final SourceCheck check;
  private final Map<String, Dataset<Row>> opened;

  /**
   * @param check told of every problem
   * @param opened the rows of sources by name, those that could be opened
   */
  ContractResolution(SourceCheck check, Map<String, Dataset<Row>> opened) {
    this.check = check;
    this.opened = opened;
  }

  void check(String name, SourceConfig source) {
    Dataset<Row> rows = opened.get(name);
    ContractConfig contract = source.contract();
    String key = "sources." + name + ".contract";
    if (rows == null) {
      return;
    }
    present(
        rows,
        key + ".schema",
        contract.schema().stream()
            .filter(ContractConfig.Property::required)
            .map(ContractConfig.Property::name)
            .toList());
    for (ContractCheck quality : contract.quality()) {
      String at = key + ".quality." + quality.id();
      present(rows, at + ".arguments.properties", quality.arguments().properties());
      if (quality.rule().type() == CheckType.SQL) {
        query(rows, at + ".query", name, quality);
      }
      if (quality.arguments().total() != null) {
        total(at + ".arguments.total", name, quality.arguments().total());
      }
    }
  }

  /** All absent columns are one problem, each with the name that was probably meant. */
  private void present(Dataset<Row> rows, String key, List<String> needed) {
    List<String> columns = LakeSource.ownColumns(rows);
    List<String> absent = needed.stream().filter(name -> !columns.contains(name)).toList();
    if (absent.isEmpty()) {
      return;
    }
    List<String> meant = new ArrayList<>();
    for (String name : absent) {
      NearestName.find(name, columns).ifPresent(near -> meant.add(near + " for " + name));
    }
    check.add(
        new UserProblem(
            key
                + (absent.size() == 1 ? ": no column " : ": no columns ")
                + String.join(", ", absent)
                + ".",
            "The columns are " + LakeSource.shown(columns) + ".",
            meant.isEmpty()
                ? "Correct the names, or ask who delivers the source."
                : "Did you mean " + String.join(", ", meant) + "?"));
  }

  private void query(Dataset<Row> rows, String key, String name, ContractCheck quality) {
    Optional<String> failure = Optional.empty();
    try {
      String statement = quality.queryOver(SourceRows.register(rows, name));
      if (!Expressions.isQuery(rows.sparkSession(), statement)) {
        failure = Optional.of("It is a command, and would change something.");
      } else if (fault(rows, name, statement).isPresent()) {
        failure = fault(rows, name, statement);
      } else {
        rows.sparkSession().sql(statement);
      }
    } catch (RuntimeException broken) {
      failure = Optional.of(ExpressionResolution.firstLine(broken));
    } catch (Exception broken) {
      // Spark throws its checked AnalysisException from Scala without declaring it.
      failure = Optional.of(ExpressionResolution.firstLine(broken));
    }
    failure.ifPresent(
        why ->
            check.add(
                new UserProblem(
                    key + " does not resolve.",
                    why,
                    "Write it as a Spark SQL query over {object}, whose columns are "
                        + LakeSource.shown(LakeSource.ownColumns(rows))
                        + ".")));
  }

  private static Optional<String> fault(Dataset<Row> rows, String name, String statement) {
    return Expressions.findFaultOfQuery(
        rows.sparkSession(), statement, SourceRows.register(rows, name));
  }

  private void total(String key, String name, Total total) {
    Dataset<Row> rows = opened.get(total.source() == null ? name : total.source());
    if (rows == null) {
      return;
    }
    check.expression(rows, key + ".where", total.where(), ExpressionKind.FILTER);
    check.expression(rows, key + ".city", total.city());
    check.expression(rows, key + ".value", total.value(), ExpressionKind.NUMBER);
    check.expression(rows, key + ".date", total.date(), ExpressionKind.DAY);
  }
}
