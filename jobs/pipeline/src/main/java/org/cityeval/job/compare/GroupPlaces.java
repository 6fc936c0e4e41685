package org.cityeval.job.compare;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.numeric.neighbours.PrincipalComponents;
import org.cityeval.table.gold.PeerGroupTable;

/**
 * Numbers groups of districts, and gives each district its place on two principal components, for a
 * chart. The largest group is the first; of equal ones that of the first id.
 *
 * @param features column of an array of numbers, as many for each row
 * @param cluster column of the group as it was found
 */
record GroupPlaces(String features, String cluster) implements MapPartitionsFunction<Row, Row> {
  /** As many as a chart has directions. */
  private static final int COMPONENTS = 2;

  /**
   * Rows of gold.peer_group.
   *
   * @param districts all that are grouped: rows of that table, with both columns
   */
  @Override
  public Iterator<Row> call(Iterator<Row> districts) {
    List<Row> all = new ArrayList<>();
    districts.forEachRemaining(all::add);
    if (all.isEmpty()) {
      return all.iterator();
    }
    double[][] units = all.stream().map(this::features).toArray(double[][]::new);
    int components = Math.min(COMPONENTS, units[0].length);
    PrincipalComponents found = PrincipalComponents.of(units, components);
    Map<Integer, Integer> numbers = numbers(all);
    List<Row> placed = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      Map<String, Object> told = new HashMap<>();
      told.put(PeerGroupTable.PEER_GROUP.name(), numbers.get(cluster(all.get(i))));
      // One variable has no second component.
      boolean second = components == COMPONENTS;
      told.put(PeerGroupTable.PC1.name(), found.place(0, units[i]));
      told.put(PeerGroupTable.PC2.name(), second ? found.place(1, units[i]) : 0);
      told.put(PeerGroupTable.PC1_SHARE.name(), found.shares()[0]);
      told.put(PeerGroupTable.PC2_SHARE.name(), second ? found.shares()[1] : 0);
      placed.add(row(all.get(i), told));
    }
    return placed.iterator();
  }

  private double[] features(Row district) {
    return district.<Double>getList(district.fieldIndex(features)).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private int cluster(Row district) {
    return district.getInt(district.fieldIndex(cluster));
  }

  /** The number of each group. */
  private Map<Integer, Integer> numbers(List<Row> districts) {
    Map<Integer, List<String>> members = new HashMap<>();
    districts.forEach(
        district ->
            members
                .computeIfAbsent(cluster(district), group -> new ArrayList<>())
                .add(DISTRICT_ID.of(district)));
    List<Integer> bySize =
        members.keySet().stream()
            .sorted(
                Comparator.comparing((Integer group) -> -members.get(group).size())
                    .thenComparing(group -> members.get(group).stream().sorted().findFirst().get()))
            .toList();
    Map<Integer, Integer> numbers = new HashMap<>();
    bySize.forEach(group -> numbers.put(group, numbers.size() + 1));
    return numbers;
  }

  private static Row row(Row district, Map<String, Object> told) {
    String[] names = PeerGroupTable.SPEC.columnNames();
    Object[] cells = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      cells[i] =
          told.containsKey(names[i])
              ? told.get(names[i])
              : district.get(district.fieldIndex(names[i]));
    }
    return RowFactory.create(cells);
  }
}
