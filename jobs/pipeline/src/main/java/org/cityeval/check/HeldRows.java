package org.cityeval.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Generator;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.catalyst.optimizer.ConvertToLocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.LogicalRDD;
import org.cityeval.functions.RowsAtHand;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Rows that this process holds, and what a plan makes of them without a job. Spark does so, too,
 * but step by step with all columns. Here the plan is optimized first, and then given the rows.
 */
final class HeldRows {
  /** How many rows are looked at first. */
  private static final int FIRST = 64;

  /** How many times as many are looked at next. */
  private static final int GROWTH = 4;

  private final SparkSession spark;
  private final LocalRelation rows;
  private final RDD<InternalRow> instead;
  private final Dataset<Row> columns;

  private HeldRows(SparkSession spark, LocalRelation rows) {
    this.spark = spark;
    this.rows = rows;
    this.columns = RowsAtHand.columnsAlone(spark, rows.schema());
    this.instead = ((LogicalRDD) plans(columns).analyzed()).rdd();
  }

  /**
   * Of rows that are held already.
   *
   * @param held as {@code Lake.first} gives them, or what was made of them row by row
   */
  static HeldRows of(Dataset<Row> held) {
    return new HeldRows((SparkSession) held.sparkSession(), (LocalRelation) plans(held).analyzed());
  }

  /** Stands for the rows in a plan. */
  Dataset<Row> columns() {
    return columns;
  }

  /**
   * What a plan makes of the rows, or of the first of them where these tell enough. A plan that
   * does more than to choose, to compute and to explode is given all rows, and may start a job.
   *
   * @param asked a plan over {@link #columns} that makes the same of a row each time
   * @param isEnough whether what the first rows became tells all that is asked
   */
  List<Row> made(Dataset<Row> asked, Predicate<List<Row>> isEnough) {
    LogicalPlan optimized = plans(asked).optimizedPlan();
    if (!isRowByRow(optimized)) {
      return madeOfAll(asked);
    }
    // The relation's own list walks from its head to each part.
    List<InternalRow> held = new ArrayList<>(CollectionConverters.asJava(rows.data()));
    List<Row> all = new ArrayList<>();
    int from = 0;
    for (int next = FIRST; from < held.size() && !isEnough.test(all); next *= GROWTH) {
      int to = Math.min(from + next, held.size());
      LogicalPlan made =
          local(with(optimized, CollectionConverters.asScala(held.subList(from, to)).toSeq()));
      if (!(made instanceof LocalRelation local)) {
        return madeOfAll(asked);
      }
      all.addAll(RowsAtHand.held(local));
      from = to;
    }
    return all;
  }

  private List<Row> madeOfAll(Dataset<Row> asked) {
    return org.apache.spark.sql.classic.Dataset.ofRows(
            spark, with(plans(asked).analyzed(), rows.data()))
        .collectAsList();
  }

  private static boolean isRowByRow(LogicalPlan plan) {
    return (plan instanceof Project
            || plan instanceof Filter
            || (plan instanceof Generate generate && !generate.outer())
            || plan instanceof LogicalRDD)
        && CollectionConverters.asJava(plan.children()).stream().allMatch(HeldRows::isRowByRow);
  }

  private static LogicalPlan local(LogicalPlan plan) {
    LogicalPlan before = null;
    LogicalPlan now = plan;
    while (now != before) {
      before = now;
      now = ConvertToLocalRelation.apply(now.transformUp(new Exploded()));
    }
    return now;
  }

  private static org.apache.spark.sql.execution.QueryExecution plans(Dataset<Row> of) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) of).queryExecution();
  }

  private LogicalPlan with(LogicalPlan plan, Seq<InternalRow> data) {
    return plan.transformUp(
        new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
          @Override
          public boolean isDefinedAt(LogicalPlan node) {
            return node instanceof LogicalRDD some && some.rdd() == instead;
          }

          @Override
          public LogicalPlan apply(LogicalPlan node) {
            return relation(node.output(), data);
          }
        });
  }

  private static LocalRelation relation(Seq<Attribute> output, Seq<InternalRow> data) {
    return new LocalRelation(output, data, false, Option.empty());
  }

  /** Makes rows of arrays that rows hold, where the rows are held. */
  private static final class Exploded extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {
    @Override
    public boolean isDefinedAt(LogicalPlan node) {
      return node instanceof Generate generate
          && !generate.outer()
          && generate.child() instanceof LocalRelation;
    }

    @Override
    public LogicalPlan apply(LogicalPlan node) {
      Generate generate = (Generate) node;
      LocalRelation child = (LocalRelation) generate.child();
      Expression bound =
          BindReferences.bindReference(
              (Expression) generate.generator(),
              package$.MODULE$.AttributeSeq(child.output()),
              false);
      List<InternalRow> all = new ArrayList<>();
      for (InternalRow row : CollectionConverters.asJava(child.data())) {
        CollectionConverters.asJava(((Generator) bound).eval(row).iterator())
            .forEachRemaining(made -> all.add(new JoinedRow(row, made).copy()));
      }
      List<Attribute> output = new ArrayList<>(CollectionConverters.asJava(child.output()));
      output.addAll(CollectionConverters.asJava(generate.generatorOutput()));
      List<NamedExpression> wanted =
          new ArrayList<>(CollectionConverters.asJava(generate.output()));
      return new Project(
          CollectionConverters.asScala(wanted).toSeq(),
          relation(
              CollectionConverters.asScala(output).toSeq(),
              CollectionConverters.asScala(all).toSeq()));
    }
  }
}
