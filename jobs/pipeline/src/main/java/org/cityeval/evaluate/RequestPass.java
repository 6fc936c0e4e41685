package org.cityeval.evaluate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.RequestIndicator;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.TableColumn;

/**
 * One pass over the service requests. Requests that are alike are counted before anything is
 * shuffled, so that what a task holds grows with their variety, not with their number.
 */
public final class RequestPass implements Serializable {
  private static final int NOT_KNOWN = -1;
  private static final String HANDED_ON = ">";

  private static final String SUBJECT = "subject_id";
  private static final String SUBJECT_LEVEL = "subject_level";
  private static final String SUBJECT_CITY = "subject_city";
  private static final String GROUPS = "groups";

  private final EvaluationScope scope;

  public RequestPass(EvaluationScope scope) {
    this.scope = scope;
  }

  /**
   * Rows of gold.indicator_value for every district and city, those without a request too.
   *
   * @param districts district_id, city_id
   * @param requests rows of silver.service_request of the evaluation's registers
   */
  public Dataset<Row> evaluate(Dataset<Row> districts, Dataset<Row> requests) {
    Dataset<Row> groups =
        subjects(AlikeRequests.group(requests.where(DISTRICT_ID.col().isNotNull())))
            .withColumn("opened_day", DATE.col())
            .groupBy(key(alike()))
            .agg(count(lit(1)).as("count"))
            .groupBy(key())
            .agg(sort_array(collect_list(struct(columns(alike("count"))))).as(GROUPS))
            .select(col(SUBJECT).as("_subject"), col(SUBJECT_LEVEL).as("_level"), col(GROUPS));
    return subjects(districts)
        .select(SUBJECT, SUBJECT_LEVEL, SUBJECT_CITY)
        .distinct()
        .join(
            groups,
            col(SUBJECT).equalTo(col("_subject")).and(col(SUBJECT_LEVEL).equalTo(col("_level"))),
            "left")
        .select(SUBJECT_CITY, SUBJECT_LEVEL, SUBJECT, GROUPS)
        .flatMap(
            (FlatMapFunction<Row, Row>) this::evaluate,
            Encoders.row(IndicatorValueTable.SPEC.structType()));
  }

  /** What requests of one group have in common, and more. */
  private static String[] alike(String... more) {
    return Stream.of(Stream.of("opened_day"), AlikeRequests.COLUMNS.stream(), Stream.of(more))
        .flatMap(columns -> columns)
        .toArray(String[]::new);
  }

  /** Every row twice: for its district, and for its city. */
  private static Dataset<Row> subjects(Dataset<Row> rows) {
    return rows.withColumn(
            "_of",
            explode(array(subject(Level.DISTRICT, DISTRICT_ID), subject(Level.CITY, CITY_ID))))
        .withColumn(SUBJECT_LEVEL, col("_of." + SUBJECT_LEVEL))
        .withColumn(SUBJECT, col("_of." + SUBJECT))
        .withColumnRenamed(CITY_ID.name(), SUBJECT_CITY);
  }

  private static Column subject(Level level, TableColumn<String> id) {
    return struct(lit(level.id()).as(SUBJECT_LEVEL), id.col().as(SUBJECT));
  }

  private static Column[] key(String... more) {
    return columns(
        Stream.concat(Stream.of(SUBJECT_CITY, SUBJECT_LEVEL, SUBJECT), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Column[] columns(String... names) {
    return Stream.of(names).map(functions::col).toArray(Column[]::new);
  }

  private Iterator<Row> evaluate(Row subject) {
    String city = subject.getAs(SUBJECT_CITY);
    String id = subject.getAs(SUBJECT);
    Level level = Level.ofId(subject.<String>getAs(SUBJECT_LEVEL));
    List<RequestGroup> all =
        subject.getAs(GROUPS) == null
            ? List.of()
            : groups(subject.getList(subject.fieldIndex(GROUPS)));
    List<Row> rows = new ArrayList<>();
    for (Period period : scope.periods().getOrDefault(city, List.of())) {
      RequestTally tally = new RequestTally(period.days(), during(period, all));
      String inputs = fingerprint(id, period, tally);
      for (Indicator indicator : Indicators.ALL) {
        if (indicator instanceof RequestIndicator asked
            && indicator.spec().levels().contains(level)) {
          long seed = scope.seed(city, id, period.periodId(), indicator);
          rows.add(
              ValueRow.of(
                  scope,
                  new ValueRow.Subject(city, id, level, period.periodId()),
                  indicator,
                  asked.evaluate(tally, scope.parameters(), seed),
                  seed,
                  inputs));
        }
      }
    }
    return rows.iterator();
  }

  private static List<RequestGroup> during(Period period, List<RequestGroup> groups) {
    long first = period.firstDay().toEpochDay();
    long last = period.lastDay().toEpochDay();
    return groups.stream()
        .filter(group -> group.openedDay() >= first && group.openedDay() <= last)
        .toList();
  }

  private static List<RequestGroup> groups(List<Row> rows) {
    List<RequestGroup> groups = new ArrayList<>();
    for (Row row : rows) {
      String path = ServiceRequestTable.AGENCIES.of(row);
      Integer handOffs = ServiceRequestTable.HAND_OFFS.of(row);
      groups.add(
          new RequestGroup(
              row.<LocalDate>getAs("opened_day").toEpochDay(),
              path == null ? List.of() : agencies(path),
              ServiceRequestTable.LEVEL.of(row),
              handOffs == null ? NOT_KNOWN : handOffs,
              row.<Boolean>getAs("is_closed"),
              row.<Double>getAs("hours"),
              row.<Long>getAs("count")));
    }
    return groups;
  }

  private static List<String> agencies(String path) {
    List<String> agencies = new ArrayList<>();
    for (String agency : path.split(HANDED_ON, -1)) {
      if (!agency.isBlank()) {
        agencies.add(agency.strip());
      }
    }
    return agencies;
  }

  private static String fingerprint(String subject, Period period, RequestTally tally) {
    Fingerprint fingerprint = new Fingerprint().add(subject).add(period.periodId());
    fingerprint.add((double) period.firstDay().toEpochDay(), (double) period.days());
    tally.groups().forEach(group -> fingerprint.add(group.toString().toLowerCase(Locale.ROOT)));
    return fingerprint.hex();
  }
}
