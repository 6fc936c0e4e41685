package org.cityeval.place;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.CrosswalkConfig;
import org.cityeval.lake.CellText;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.cityeval.source.Expressions;

/** What spellings of districts mean, and on which days; small enough for the driver. */
public final class Crosswalk {
  private static final LocalDate EVER_SINCE = LocalDate.of(1, 1, 1);
  private static final LocalDate EVER_AFTER = LocalDate.of(9999, 12, 31);

  private final Map<String, Set<Sense>> senses = new TreeMap<>();

  private Crosswalk() {}

  /** One district a spelling stands for, from the first to the last day. */
  private record Sense(String districtId, LocalDate firstDay, LocalDate lastDay) {
    static Sense always(String districtId) {
      return new Sense(districtId, EVER_SINCE, EVER_AFTER);
    }

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
  }

  /**
   * What a spelling means over some days.
   *
   * @param districtIds none where it means nothing then, several where it is ambiguous; sorted
   */
  public record Meaning(LocalDate firstDay, LocalDate lastDay, List<String> districtIds)
      implements Serializable {}

  /** Every spelling with its senses, in a fixed order: equal for equal crosswalks. */
  @Override
  public String toString() {
    return senses.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + "="
                    + entry.getValue().stream().map(Sense::toString).sorted().toList())
        .collect(Collectors.joining("\n"));
  }

  /** Ids of districts or regions, exactly as they are. */
  public static Crosswalk ofIds(Collection<String> ids) {
    Crosswalk crosswalk = new Crosswalk();
    ids.forEach(id -> crosswalk.add(id, Sense.always(id)));
    return crosswalk;
  }

  /**
   * Reads a declared crosswalk. A row without a district maps nothing.
   *
   * @param name as the config calls it
   * @throws UserProblem if a day of validity cannot be read, or none of the ids is on the list
   */
  public static Crosswalk read(
      SparkSession spark, String name, CrosswalkConfig config, List<District> districts) {
    Crosswalk crosswalk = new Crosswalk();
    OptionalInt width = config.width();
    if (!config.isListed()) {
      for (District district : districts) {
        for (String id : district.ids()) {
          crosswalk.addVariants(id, width, Sense.always(id));
        }
      }
      return crosswalk;
    }
    String owner = "crosswalks." + name;
    Set<String> ids = new TreeSet<>();
    for (Row row : rows(spark, owner, config)) {
      String id = row.getString(1);
      if (id == null || id.isEmpty()) {
        continue;
      }
      ids.add(id);
      Sense sense =
          new Sense(
              id,
              day(owner + ".valid_from", row.getString(2), EVER_SINCE),
              day(owner + ".valid_to", row.getString(3), EVER_AFTER));
      for (String spelling : row.<String>getList(0)) {
        crosswalk.addVariants(spelling, width, sense);
      }
    }
    requireCommon(owner, ids, districts);
    return crosswalk;
  }

  private static List<Row> rows(SparkSession spark, String owner, CrosswalkConfig config) {
    Dataset<Row> rows = LakeSource.readWhole(spark, owner, config.location());
    List<Row> found =
        rows.select(
                spellings(rows, config.spelling()),
                text(spark, config.districtId()),
                text(spark, config.validFrom()),
                text(spark, config.validTo()))
            .collectAsList();
    if (found.isEmpty()) {
      throw new SourceProblem(
          owner + ": the list of spellings is empty.",
          LakeSource.place(config.location()) + " holds no rows.",
          "Deliver the list again; what was published stays.");
    }
    return found;
  }

  /** One spelling or several, as an array of text. */
  static Column spellings(Dataset<Row> rows, String expression) {
    Column spelling = Expressions.column(rows.sparkSession(), expression);
    boolean several = rows.select(spelling).schema().fields()[0].dataType() instanceof ArrayType;
    return (several ? spelling : array(spelling))
        .cast(DataTypes.createArrayType(DataTypes.StringType));
  }

  private static Column text(SparkSession spark, String expression) {
    return expression == null
        ? lit(null).cast(DataTypes.StringType)
        : CellText.stripped(Expressions.column(spark, expression).cast(DataTypes.StringType));
  }

  private static LocalDate day(String key, String text, LocalDate otherwise) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      throw new UserProblem(
          key + ": " + text + " is no day.",
          "Days are ISO 8601, as in 2020-03-01.",
          "Mend the list, or write the expression like to_date(day, 'M/d/yyyy').",
          noDay);
    }
  }

  private static void requireCommon(String owner, Set<String> ids, List<District> districts) {
    if (districts.stream().flatMap(district -> district.ids().stream()).noneMatch(ids::contains)) {
      throw new UserProblem(
          owner + ".district_id: none of its ids is on the list of districts.",
          "It gives "
              + some(ids)
              + "; the list has "
              + some(districts.stream().map(District::districtId).toList())
              + ".",
          "Correct the expression, or the list.");
    }
  }

  private static String some(Collection<String> ids) {
    return ids.stream().limit(3).collect(Collectors.joining(", "))
        + (ids.size() > 3 ? ", ..." : "");
  }

  private void addVariants(String spelling, OptionalInt width, Sense sense) {
    if (spelling != null && !Spelling.normal(spelling).isEmpty()) {
      Spelling.variants(spelling, width).forEach(variant -> add(variant, sense));
    }
  }

  private void add(String spelling, Sense sense) {
    senses.computeIfAbsent(spelling, key -> new LinkedHashSet<>()).add(sense);
  }

  /** What each spelling means, day after day; no two meanings of a spelling overlap. */
  public Map<String, List<Meaning>> meanings() {
    Map<String, List<Meaning>> meanings = new TreeMap<>();
    senses.forEach((spelling, of) -> meanings.put(spelling, meanings(of)));
    return meanings;
  }

  private static List<Meaning> meanings(Set<Sense> senses) {
    TreeSet<LocalDate> firstDays = new TreeSet<>(List.of(EVER_SINCE));
    for (Sense sense : senses) {
      firstDays.add(sense.firstDay());
      if (sense.lastDay().isBefore(EVER_AFTER)) {
        firstDays.add(sense.lastDay().plusDays(1));
      }
    }
    List<Meaning> meanings = new ArrayList<>();
    for (LocalDate firstDay : firstDays) {
      LocalDate next = firstDays.higher(firstDay);
      List<String> ids =
          senses.stream()
              .filter(sense -> sense.holdsOn(firstDay))
              .map(Sense::districtId)
              .distinct()
              .sorted()
              .toList();
      meanings.add(new Meaning(firstDay, next == null ? EVER_AFTER : next.minusDays(1), ids));
    }
    return meanings;
  }
}
