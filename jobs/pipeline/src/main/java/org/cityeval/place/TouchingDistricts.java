package org.cityeval.place;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;

/** Which districts touch one: those that name it as their neighbour. */
public final class TouchingDistricts implements Serializable {
  private final Map<UTF8String, ArrayData> touching = new HashMap<>();

  public TouchingDistricts(List<District> districts) {
    Map<String, List<UTF8String>> named = new HashMap<>();
    for (District district : districts) {
      for (String neighbour : district.neighbours()) {
        named
            .computeIfAbsent(neighbour, id -> new ArrayList<>())
            .add(UTF8String.fromString(district.districtId()));
      }
    }
    named.forEach(
        (id, ids) -> touching.put(UTF8String.fromString(id), new GenericArrayData(ids.toArray())));
  }

  /** Ids of the districts that touch one; null where none does. */
  public Column touching(Column district) {
    return MethodColumn.ask(
        this, "touchingOf", DataTypes.createArrayType(DataTypes.StringType, false), district);
  }

  /** Called by plans. */
  public static ArrayData touchingOf(TouchingDistricts of, UTF8String district) {
    return of.touching.get(district);
  }
}
