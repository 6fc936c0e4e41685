package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.RequestDistrict;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.Crosswalk;
import org.cityeval.place.District;
import org.cityeval.place.ListedDistricts;
import org.cityeval.place.MergedDistricts;
import org.cityeval.place.Regions;
import org.cityeval.place.Spelling;
import org.cityeval.source.Expressions;
import org.cityeval.source.WideDistricts;

/**
 * Says of each row of a source which district of the list it belongs to, or why to none. What its
 * key means decides, or the polygon that its place lies in. No row is added, lost or moved, and the
 * lake's own columns stay. In a source that speaks of regions a region stands in the place of the
 * district, and has no city.
 */
public final class DistrictKeys {
  /**
   * Id of the district, except in events also of a part of a merged one. Where the key is none of
   * the list's, it is the key as it is spelt.
   */
  public static final String DISTRICT = "_district";

  /** City of a district on the list; null for any other row. */
  public static final String CITY = "_city";

  /**
   * Code of the {@link Reason} that keeps the row from a district. Null for a row with one; and for
   * a row without a day whose district depends on the day.
   */
  public static final String REASON = "_key_reason";

  /** What the reason is about: the key or the coordinates; null for a row with a district. */
  public static final String FOUND = "_key_found";

  private static final Column ANSWER = col("_answer");

  private final SparkSession spark;
  private final EvaluationConfig config;
  private final List<District> districts;
  private final Map<String, String> wholes;
  private final ListedDistricts listed;

  /** By name. Several sources may be resolved at a time. */
  private final Map<String, Crosswalk> crosswalks = new ConcurrentHashMap<>();

  /** Keys of the evaluation's districts; crosswalks are read when a source needs them. */
  public DistrictKeys(SparkSession spark, EvaluationConfig config, List<District> districts) {
    this.spark = spark;
    this.config = config;
    this.districts = List.copyOf(districts);
    this.wholes = MergedDistricts.wholes(districts);
    this.listed = new ListedDistricts(districts);
  }

  /** All that a row's district depends on besides the row, as text. */
  public String basis(SourceConfig source) {
    StringBuilder basis = new StringBuilder();
    for (District district : districts) {
      basis.append(district.districtId()).append('\t').append(district.cityId());
      basis.append(district.parts().isEmpty() ? "" : "\t" + district.parts()).append('\n');
      if (source.key().place() != null) {
        basis.append(district.geometryWkt()).append('\n');
      }
      if (source.key().region() != null) {
        basis.append(district.regions().get(source.key().region())).append('\n');
      }
    }
    return source.key().crosswalk() == null
        ? basis.toString()
        : basis.append(crosswalk(source.key().crosswalk())).toString();
  }

  /** The same of service requests. */
  public String basis(RequestDistrict key) {
    StringBuilder basis = new StringBuilder();
    cities().forEach((id, city) -> basis.append(id).append('\t').append(city).append('\n'));
    basis.append(wholes.isEmpty() ? "" : wholes + "\n");
    return key.crosswalk() == null
        ? basis.toString()
        : basis.append(crosswalk(key.crosswalk())).toString();
  }

  /**
   * Adds the four columns above.
   *
   * @param rows of the source, unpivoted if it is wide
   * @param day the row's day, of type DATE; validity of codes is judged by it
   */
  public Dataset<Row> resolve(SourceConfig source, Dataset<Row> rows, Column day) {
    Mapping mapping = source.mapping();
    if (source.key().place() != null) {
      return new PlacedDistricts(source, districts).resolve(rows, listed.city(col(DISTRICT)));
    }
    Column key =
        mapping.shape() == Mapping.Shape.WIDE_DISTRICTS
            ? col(WideDistricts.DISTRICT)
            : Expressions.column(spark, mapping.district());
    if (source.key().region() != null) {
      return ofRegions(source, rows, key, day);
    }
    Dataset<Row> resolved =
        resolve(source.key().crosswalk(), mapping.unknownDistrict(), rows, key, day);
    return mapping.shape() == Mapping.Shape.EVENTS ? ofWholes(resolved) : resolved;
  }

  /** What happens in a part happens in the whole; {@link PartRecords} sees to numbers of parts. */
  private Dataset<Row> ofWholes(Dataset<Row> resolved) {
    Column district = col(DISTRICT);
    for (Map.Entry<String, String> part : wholes.entrySet()) {
      district = when(col(DISTRICT).equalTo(part.getKey()), part.getValue()).otherwise(district);
    }
    return wholes.isEmpty() ? resolved : resolved.withColumn(DISTRICT, district);
  }

  /** The same of service requests. */
  public Dataset<Row> resolve(RequestDistrict of, Dataset<Row> rows, Column day) {
    Column key = Expressions.column(spark, of.district());
    return ofWholes(resolve(of.crosswalk(), of.unknownDistrict(), rows, key, day));
  }

  /** Whether a heading, or what it leaves of one, is a key of a source that means a district. */
  public Predicate<String> known(SourceConfig source) {
    if (source.key().region() != null) {
      return Regions.of(districts, source.key().region()).keySet()::contains;
    }
    if (source.key().crosswalk() == null) {
      return cities().keySet()::contains;
    }
    Set<String> spellings = crosswalk(source.key().crosswalk()).meanings().keySet();
    return spelling -> spellings.contains(Spelling.normal(spelling));
  }

  private Dataset<Row> resolve(
      String crosswalk,
      Mapping.UnknownDistrict unknownDistrict,
      Dataset<Row> rows,
      Column key,
      Column day) {
    Reason unknown =
        unknownDistrict == Mapping.UnknownDistrict.OUT_OF_SCOPE
            ? Reason.FOREIGN_DISTRICT
            : Reason.UNKNOWN_DISTRICT;
    DistrictSpellings spellings =
        crosswalk == null
            ? DistrictSpellings.exact(Crosswalk.ofIds(cities().keySet()), cities(), unknown)
            : DistrictSpellings.anySpelling(crosswalk(crosswalk), cities(), unknown);
    return found(rows, spellings, key, day, ANSWER.getField(CITY));
  }

  private Dataset<Row> found(
      Dataset<Row> rows, DistrictSpellings spellings, Column key, Column day, Column city) {
    List<Column> columns =
        new ArrayList<>(Arrays.stream(rows.columns()).map(LakeSource::quoted).toList());
    columns.add(ANSWER.getField(DISTRICT).as(DISTRICT));
    columns.add(city.as(CITY));
    columns.add(ANSWER.getField(REASON).as(REASON));
    columns.add(ANSWER.getField(FOUND).as(FOUND));
    return rows.withColumn("_answer", SpeltDistricts.by(spark, spellings).find(rows, key, day))
        .select(columns.toArray(Column[]::new))
        // A column of the lake of this name would now hold the answer.
        .drop("_answer");
  }

  private Dataset<Row> ofRegions(SourceConfig source, Dataset<Row> rows, Column key, Column day) {
    Set<String> regions = Regions.of(districts, source.key().region()).keySet();
    Reason unknown =
        source.mapping().unknownDistrict() == Mapping.UnknownDistrict.OUT_OF_SCOPE
            ? Reason.FOREIGN_REGION
            : Reason.UNKNOWN_REGION;
    Map<String, String> known = new HashMap<>();
    regions.forEach(region -> known.put(region, region));
    DistrictSpellings spellings = DistrictSpellings.exact(Crosswalk.ofIds(regions), known, unknown);
    return found(rows, spellings, key, day, lit(null).cast(DataTypes.StringType));
  }

  private Crosswalk crosswalk(String name) {
    return crosswalks.computeIfAbsent(
        name, read -> Crosswalk.read(spark, read, config.crosswalks().get(read), districts));
  }

  private Map<String, String> cities() {
    Map<String, String> cities = new TreeMap<>();
    for (District district : districts) {
      district.ids().forEach(id -> cities.put(id, district.cityId()));
    }
    return cities;
  }

  /** Residents of {@link #DISTRICT}; null where they are unknown. */
  Column residents() {
    return listed.residents(col(DISTRICT));
  }
}
