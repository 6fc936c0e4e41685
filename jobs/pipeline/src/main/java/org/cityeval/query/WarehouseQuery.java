package org.cityeval.query;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.PosParameterizedQuery;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.problem.UserProblem;
import org.cityeval.warehouse.NamedTables;
import org.cityeval.warehouse.Warehouse;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/** Answers a statement from the tables of a warehouse; the engine is given queries alone. */
public final class WarehouseQuery {
  private final SparkSession spark;
  private final NamedTables tables;
  private final Reach reach;

  /** Answers a statement; a further one asks a query of its own, for this sees one publication. */
  public WarehouseQuery(Warehouse warehouse, Reach reach) {
    this.spark = warehouse.spark();
    this.tables = new NamedTables(warehouse);
    this.reach = reach;
  }

  /**
   * The rows that answer a statement.
   *
   * @throws UserProblem where it does anything but ask, or asks elsewhere
   */
  public Dataset<Row> answer(String statement) {
    return answer(statement, List.of());
  }

  /**
   * The rows that answer a statement with values in place of its question marks.
   *
   * @param parameters in the order of the question marks
   * @throws UserProblem where it does anything but ask, or asks elsewhere, or has more or fewer
   *     question marks
   */
  public Dataset<Row> answer(String statement, List<Literal> parameters) {
    LogicalPlan plan = parsed(statement);
    int expected = Parameters.in(plan).size();
    if (expected != parameters.size()) {
      throw new UserProblem(
          "The statement has "
              + expected
              + " question marks, and was given "
              + parameters.size()
              + " values.",
          "",
          "Give a value for each.");
    }
    if (expected > 0) {
      new ReadOnlyPlan(reach).require(plan);
      return rows(classic(), bound(filled(plan), parameters));
    }
    if (plan instanceof ExplainCommand explain && reach.showsPlans()) {
      return explained(explain);
    }
    if (plan instanceof DescribeQueryCommand describe) {
      return Descriptions.columns(spark, query(describe.plan()).schema());
    }
    return new Descriptions(spark, tables, reach).find(plan).orElseGet(() -> query(plan));
  }

  /**
   * What a statement expects in place of its question marks, and the columns of its answer.
   *
   * @param parameters the type of each question mark; a string where any type would do
   */
  public record Expected(List<DataType> parameters, StructType columns) {}

  /**
   * Looks at a statement without carrying it out.
   *
   * @throws UserProblem as {@link #answer} does
   */
  public Expected expected(String statement) {
    LogicalPlan plan = parsed(statement);
    Parameters parameters = Parameters.in(plan);
    if (parameters.size() == 0) {
      return new Expected(List.of(), answer(statement).schema());
    }
    new ReadOnlyPlan(reach).require(plan);
    List<Literal> markers = parameters.markers();
    Dataset<Row> answer = rows(classic(), bound(filled(plan), markers));
    LogicalPlan analyzed =
        ((org.apache.spark.sql.classic.Dataset<Row>) answer).queryExecution().analyzed();
    return new Expected(Parameters.types(analyzed, markers), answer.schema());
  }

  private static LogicalPlan bound(LogicalPlan plan, List<Literal> parameters) {
    return new PosParameterizedQuery(
        plan, seq(parameters.stream().<Expression>map(each -> each).toList()));
  }

  private LogicalPlan parsed(String statement) {
    try {
      return classic().sessionState().sqlParser().parsePlan(statement);
    } catch (ParseException notSql) {
      throw new UserProblem(
          "The statement is not SQL.",
          notSql.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse(""),
          "Correct it; see cityeval sql --help.",
          notSql);
    }
  }

  private Dataset<Row> explained(ExplainCommand explain) {
    Dataset<Row> asked = query(explain.logicalPlan());
    String text =
        ((org.apache.spark.sql.classic.Dataset<Row>) asked)
            .queryExecution()
            .explainString(explain.mode());
    return spark.createDataFrame(
        List.of(RowFactory.create(text)), new StructType().add("plan", DataTypes.StringType));
  }

  private Dataset<Row> query(LogicalPlan plan) {
    new ReadOnlyPlan(reach).require(plan);
    return rows(classic(), filled(plan));
  }

  private static Dataset<Row> rows(
      org.apache.spark.sql.classic.SparkSession session, LogicalPlan plan) {
    return org.apache.spark.sql.classic.Dataset.ofRows(session, plan);
  }

  private org.apache.spark.sql.classic.SparkSession classic() {
    return (org.apache.spark.sql.classic.SparkSession) spark;
  }

  /** The plan with the tables in place of their names. */
  private LogicalPlan filled(LogicalPlan plan) {
    return plan.transformUpWithSubqueries(new Filling());
  }

  private final class Filling extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {
    @Override
    public boolean isDefinedAt(LogicalPlan plan) {
      return plan instanceof UnresolvedWith
          || (plan instanceof UnresolvedRelation relation
              && relation.multipartIdentifier().size() > 1);
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
      if (plan instanceof UnresolvedWith with) {
        // Named queries are none of its children.
        List<Tuple3<String, SubqueryAlias, scala.Option<Object>>> queries =
            CollectionConverters.asJava(with.cteRelations()).stream()
                .map(named -> new Tuple3<>(named._1(), filledAlias(named._2()), named._3()))
                .toList();
        return new UnresolvedWith(with.child(), seq(queries), with.allowRecursion());
      }
      List<String> written =
          CollectionConverters.asJava(((UnresolvedRelation) plan).multipartIdentifier());
      NamedTables.Name name = new ReadOnlyPlan(reach).requireTable(written);
      // Read anew for each place it is named in: a table may be joined with itself.
      LogicalPlan rows =
          ((org.apache.spark.sql.classic.Dataset<Row>) tables.read(name)).logicalPlan();
      return new SubqueryAlias(
          new AliasIdentifier(name.table().name(), seq(qualifier(written, name))), rows);
    }

    /** What may stand before a column, beside the table: the schema, as far as it was written. */
    private List<String> qualifier(List<String> written, NamedTables.Name name) {
      return written.size() == 2 ? List.of(name.schema()) : List.of(Reach.CATALOG, name.schema());
    }

    private SubqueryAlias filledAlias(SubqueryAlias alias) {
      return new SubqueryAlias(alias.identifier(), filled(alias.child()));
    }
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
