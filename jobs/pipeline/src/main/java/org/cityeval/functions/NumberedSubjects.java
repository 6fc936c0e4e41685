package org.cityeval.functions;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Subjects in an order, and all rows that are told of each; some have none. Rows are moved once and
 * sorted by the number of their subject. Were they collected into lists, Spark would sort the rows
 * of many subjects by their ids, and twice.
 */
public final class NumberedSubjects implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String NUMBER = "_subject";

  private final ArrayList<Named> subjects = new ArrayList<>();

  /** Numbers by group and id, as the engine holds these. */
  private final HashMap<UTF8String, HashMap<UTF8String, Integer>> numbers = new HashMap<>();

  /** A subject by its id, which another group may have too. */
  private record Named(String group, String id, int groupNumber) implements Serializable {}

  /**
   * A subject.
   *
   * @param rows all that were told of it, in no order: the columns that are held, by their names
   */
  public record Subject(String group, String id, List<Row> rows) {}

  /**
   * Takes the subjects.
   *
   * @param subjects ids by group, in the order in which they are to come
   */
  public NumberedSubjects(Map<String, List<String>> subjects) {
    subjects.forEach(
        (group, ids) -> {
          int groupNumber = numbers.size();
          HashMap<UTF8String, Integer> ofGroup = new HashMap<>();
          numbers.put(UTF8String.fromString(group), ofGroup);
          for (String id : ids) {
            if (ofGroup.putIfAbsent(UTF8String.fromString(id), this.subjects.size()) == null) {
              this.subjects.add(new Named(group, id, groupNumber));
            }
          }
        });
  }

  /**
   * The rows of the subjects, as {@link #each} takes them. Rows of others are left out.
   *
   * @param held columns of a row; the first is never null
   */
  public Dataset<Row> gather(Dataset<Row> rows, Column group, Column id, Column... held) {
    Dataset<Row> all = numbered(rows, group, id, held);
    return all.repartition(col(NUMBER)).sortWithinPartitions(NUMBER);
  }

  /** The same, with all subjects of a group in one part of the rows, in their order. */
  public Dataset<Row> gatherGroups(Dataset<Row> rows, Column group, Column id, Column... held) {
    Column groupNumber = MethodColumn.ask(this, "groupOf", DataTypes.IntegerType, col(NUMBER));
    return numbered(rows, group, id, held).repartition(groupNumber).sortWithinPartitions(NUMBER);
  }

  /** Rows behind the number of their subject, and one row with nothing else for each subject. */
  private Dataset<Row> numbered(Dataset<Row> rows, Column group, Column id, Column... held) {
    List<Column> columns = new ArrayList<>(List.of(held));
    columns.add(0, MethodColumn.ask(this, "numberOf", DataTypes.IntegerType, group, id).as(NUMBER));
    Dataset<Row> told = rows.select(columns.toArray(Column[]::new)).where(col(NUMBER).isNotNull());
    StructType schema = told.schema().asNullable();
    List<Row> each =
        IntStream.range(0, subjects.size())
            .mapToObj(
                number -> {
                  Object[] cells = new Object[schema.length()];
                  cells[0] = number;
                  return RowFactory.create(cells);
                })
            .toList();
    return told.unionByName(rows.sparkSession().createDataFrame(each, schema));
  }

  /** Called by plans. */
  public static Integer numberOf(NumberedSubjects of, UTF8String group, UTF8String id) {
    HashMap<UTF8String, Integer> ofGroup = of.numbers.get(group);
    return ofGroup == null ? null : ofGroup.get(id);
  }

  /** Called by plans. */
  public static int groupOf(NumberedSubjects of, int number) {
    return of.subjects.get(number).groupNumber();
  }

  /**
   * The subjects of one part, in their order.
   *
   * @param part of the rows that were gathered
   */
  public Iterator<Subject> each(Iterator<Row> part) {
    return new InOrder(part);
  }

  private final class InOrder implements Iterator<Subject> {
    private final Iterator<Row> rows;
    private Row ahead;

    InOrder(Iterator<Row> rows) {
      this.rows = rows;
      advance();
    }

    private void advance() {
      ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public Subject next() {
      if (ahead == null) {
        throw new NoSuchElementException();
      }
      int number = ahead.getInt(0);
      List<Row> told = new ArrayList<>();
      for (; ahead != null && ahead.getInt(0) == number; advance()) {
        if (!ahead.isNullAt(1)) {
          told.add(ahead);
        }
      }
      Named subject = subjects.get(number);
      return new Subject(subject.group(), subject.id(), told);
    }
  }
}
