package org.cityeval.config.lake;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;
import static com.fasterxml.jackson.annotation.JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cityeval.series.Quantity;

/**
 * How a source says which district a record belongs to, beside a plain expression.
 *
 * @param place coordinates instead of a key, or null
 * @param districtColumns the headings that are districts, by measure; empty but in the wide shape
 * @param crosswalk name of the crosswalk its spellings go through, or null
 * @param region name of the regions it speaks of instead of districts, or null
 * @param codeSystem which codes the source gives, or null
 */
public record DistrictKey(
    Place place,
    Map<Quantity, DistrictColumns> districtColumns,
    String crosswalk,
    String region,
    String codeSystem)
    implements Serializable {

  /** Expressions for longitude and latitude in degrees, and what they refer to. */
  public record Place(String longitude, String latitude, Datum datum) implements Serializable {}

  /**
   * Which headings are districts. Several columns of a district are added up.
   *
   * @param prefix what stands before the district, one or several; empty for nothing
   * @param suffix what stands after it, one or several; empty for nothing
   * @param columns the district by heading; empty where prefix and suffix say it
   */
  public record DistrictColumns(
      @JsonFormat(with = {ACCEPT_SINGLE_VALUE_AS_ARRAY, WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED})
          List<String> prefix,
      @JsonFormat(with = {ACCEPT_SINGLE_VALUE_AS_ARRAY, WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED})
          List<String> suffix,
      Map<String, String> columns)
      implements Serializable {
    public DistrictColumns {
      prefix = prefix == null ? null : List.copyOf(prefix);
      suffix = suffix == null ? null : List.copyOf(suffix);
      columns = columns == null ? Map.of() : Ordered.copyOf(columns);
    }

    /** Whether a district may have several columns, which are added up. */
    public boolean areAdded() {
      return affixes().size() > 1 || columns.values().stream().distinct().count() < columns.size();
    }

    /** Every prefix with every suffix: what stands around a district in its headings. */
    public List<Affixes> affixes() {
      List<Affixes> affixes = new ArrayList<>();
      for (String before : prefix == null ? List.of("") : prefix) {
        for (String after : suffix == null ? List.of("") : suffix) {
          affixes.add(new Affixes(before, after));
        }
      }
      return affixes;
    }
  }

  /** What stands before and after the district in a heading. */
  public record Affixes(String before, String after) {
    /** The district in a heading; null where the heading is none of these. */
    public String district(String heading) {
      int end = heading.length() - after.length();
      return heading.startsWith(before) && heading.endsWith(after) && before.length() < end
          ? heading.substring(before.length(), end)
          : null;
    }

    /** Characters of both. */
    public int length() {
      return before.length() + after.length();
    }
  }

  public DistrictKey {
    districtColumns = districtColumns == null ? Map.of() : Ordered.copyOf(districtColumns);
  }
}
