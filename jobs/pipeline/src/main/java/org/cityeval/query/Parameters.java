package org.cityeval.query;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.spark.sql.catalyst.analysis.PosParameter;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Offset;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The question marks of a statement, in their order. */
final class Parameters {
  /** For each, whether it says how many rows: there the engine takes no null. */
  private final List<Boolean> counts;

  private Parameters(List<Boolean> counts) {
    this.counts = counts;
  }

  /** Those of a plan as it was parsed. */
  static Parameters in(LogicalPlan plan) {
    TreeMap<Integer, Boolean> found = new TreeMap<>();
    walk(
        plan,
        plan,
        (parent, part) -> {
          if (part instanceof PosParameter parameter) {
            found.put(
                parameter.pos(),
                parent instanceof GlobalLimit
                    || parent instanceof LocalLimit
                    || parent instanceof Offset);
          }
        });
    return new Parameters(List.copyOf(found.values()));
  }

  int size() {
    return counts.size();
  }

  /** A value for each that lets the plan be analysed, and is found again by its identity. */
  List<Literal> markers() {
    return counts.stream()
        .map(
            count ->
                count
                    ? new Literal(1, DataTypes.IntegerType)
                    : new Literal(null, DataTypes.NullType))
        .toList();
  }

  /** What the engine made of each marker: the type it is cast to. */
  static List<DataType> types(LogicalPlan analyzed, List<Literal> markers) {
    DataType[] types = new DataType[markers.size()];
    walk(
        analyzed,
        analyzed,
        (parent, part) -> {
          for (int i = 0; i < types.length; i++) {
            if (part == markers.get(i) && parent instanceof Cast cast && types[i] == null) {
              types[i] = cast.dataType();
            }
          }
        });
    List<DataType> all = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      DataType own = markers.get(i).dataType();
      DataType unless = own.equals(DataTypes.NullType) ? DataTypes.StringType : own;
      all.add(types[i] == null ? unless : types[i]);
    }
    return all;
  }

  /** Nodes alone are looked into: a plan that was analysed also holds the engine's own objects. */
  private static boolean isPartOfAPlan(Object part) {
    return PlanParts.isList(part)
        || part instanceof TreeNode<?>
        || part.getClass().getName().startsWith("scala.");
  }

  private static void walk(Object parent, Object part, BiConsumer<Object, Object> visitor) {
    visitor.accept(parent, part);
    if (part != null && isPartOfAPlan(part)) {
      Object owner = PlanParts.isList(part) ? parent : part;
      PlanParts.in(part).forEach(each -> walk(owner, each, visitor));
    }
  }
}
