package org.cityeval.panel;

import static org.apache.spark.sql.functions.struct;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.RowsOfSubjects;
import org.cityeval.place.ListedDistricts;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.silver.ObservationTable;

/**
 * Every day of every district and of every city, in one pass. The districts of a city come one
 * after the other, and the days of the city after theirs. One task derives a city, and holds what
 * its districts give to it until the last of them came.
 */
public final class PanelDays implements Serializable {
  private static final long serialVersionUID = 1;

  private final DistrictDays districtDays;
  private final CityDays cityDays;
  private final PanelScope scope;
  private final ListedDistricts listed;

  /**
   * The days of an evaluation.
   *
   * @param listed tells cities and residents of its districts
   */
  public PanelDays(PanelScope scope, ListedDistricts listed) {
    this.scope = scope;
    this.listed = listed;
    this.districtDays = new DistrictDays(scope);
    this.cityDays = new CityDays(scope);
  }

  /**
   * Rows of district_day of both levels, from the look-back before the span to its end.
   *
   * @param districts district_id, city_id, population of every district of the evaluation
   * @param observation rows of silver.observation of the evaluation's sources, all vintages
   */
  public Dataset<Row> derive(Dataset<Row> districts, Dataset<Row> observation) {
    return RowsOfSubjects.collectTogether(
            CITY_ID.name(),
            districts,
            observation
                .where(AS_OF.col().leq(scope.asOf()))
                .withColumn(CITY_ID.name(), listed.city(DISTRICT_ID.col()))
                .where(CITY_ID.col().isNotNull()),
            struct(
                MEASURE.col(),
                DATE.col(),
                AS_OF.col(),
                ObservationTable.VALUE.col(),
                SOURCE_ID.col()),
            DistrictDays.PUBLISHED,
            DISTRICT_ID.name())
        .sortWithinPartitions(CITY_ID.col(), DISTRICT_ID.col())
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) CityAfterCity::new,
            Encoders.row(DistrictDayTable.SILVER.structType()));
  }

  /** The days of districts as they come, and those of a city once all its districts came. */
  private final class CityAfterCity implements Iterator<Row> {
    private final Iterator<Row> districts;
    private final List<CityDays.Member> members = new ArrayList<>();
    private String city;
    private Row ahead;
    private Iterator<Row> ready = Collections.emptyIterator();

    CityAfterCity(Iterator<Row> districts) {
      this.districts = districts;
      this.ahead = districts.hasNext() ? districts.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && (ahead != null || !members.isEmpty())) {
        ready = further();
      }
      return ready.hasNext();
    }

    private Iterator<Row> further() {
      if (!members.isEmpty() && (ahead == null || !CITY_ID.of(ahead).equals(city))) {
        Double residents = ListedDistricts.residentsOfCity(listed, UTF8String.fromString(city));
        List<Row> days = cityDays.days(city, residents == null ? Double.NaN : residents, members);
        members.clear();
        return days.iterator();
      }
      city = CITY_ID.of(ahead);
      DistrictDays.Days days = districtDays.days(ahead);
      members.add(days.ofCity());
      ahead = districts.hasNext() ? districts.next() : null;
      return days.rows().iterator();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.next();
    }
  }
}
