package org.cityeval.place;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;

/** The districts of each region that a source speaks of. */
public final class RegionMembers implements Serializable {
  /** The district, a field of each member. */
  public static final String DISTRICT = "district";

  /** Its city, a field of each member. */
  public static final String CITY = "city";

  private static final StructType MEMBER =
      new StructType().add(DISTRICT, DataTypes.StringType).add(CITY, DataTypes.StringType);

  private final Map<UTF8String, Map<UTF8String, ArrayData>> bySource = new HashMap<>();

  /**
   * @param regions the districts of each region, by source
   */
  public RegionMembers(Map<String, Map<String, List<District>>> regions) {
    regions.forEach(
        (source, named) -> {
          Map<UTF8String, ArrayData> members = new HashMap<>();
          named.forEach(
              (region, districts) ->
                  members.put(
                      UTF8String.fromString(region),
                      new GenericArrayData(
                          districts.stream().map(RegionMembers::member).toArray())));
          bySource.put(UTF8String.fromString(source), members);
        });
  }

  /** The members of a region of a source, an array of structs; null of anything else. */
  public Column members(Column sourceId, Column region) {
    return MethodColumn.ask(
        this, "membersOf", DataTypes.createArrayType(MEMBER, false), sourceId, region);
  }

  /** Called by plans. */
  public static ArrayData membersOf(RegionMembers of, UTF8String sourceId, UTF8String region) {
    Map<UTF8String, ArrayData> named = of.bySource.get(sourceId);
    return named == null ? null : named.get(region);
  }

  private static InternalRow member(District district) {
    return new GenericInternalRow(
        new Object[] {
          UTF8String.fromString(district.districtId()), UTF8String.fromString(district.cityId())
        });
  }
}
