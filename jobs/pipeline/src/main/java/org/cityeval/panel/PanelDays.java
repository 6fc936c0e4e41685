package org.cityeval.panel;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.NumberedSubjects;
import org.cityeval.place.District;
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
  private final NumberedSubjects districts;

  /** The days of all districts of an evaluation. */
  public PanelDays(PanelScope scope, List<District> districts) {
    this.scope = scope;
    this.listed = new ListedDistricts(districts);
    this.districtDays = new DistrictDays(scope);
    this.cityDays = new CityDays(scope);
    Map<String, List<String>> byCity = new TreeMap<>();
    for (District district : districts) {
      byCity
          .computeIfAbsent(district.cityId(), city -> new ArrayList<>())
          .add(district.districtId());
    }
    byCity.values().forEach(Collections::sort);
    this.districts = new NumberedSubjects(byCity);
  }

  /**
   * Rows of district_day of both levels, from the look-back before the span to its end.
   *
   * @param observation rows of silver.observation of the evaluation's sources, all vintages
   */
  public Dataset<Row> derive(Dataset<Row> observation) {
    return districts
        .gatherGroups(
            observation.where(AS_OF.col().leq(scope.asOf())),
            listed.city(DISTRICT_ID.col()),
            DISTRICT_ID.col(),
            MEASURE.col(),
            DATE.col(),
            AS_OF.col(),
            ObservationTable.VALUE.col(),
            SOURCE_ID.col())
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) part -> new CityAfterCity(districts.each(part)),
            Encoders.row(DistrictDayTable.SILVER.structType()));
  }

  private static double orUnknown(Double residents) {
    return residents == null ? Double.NaN : residents;
  }

  /** The days of districts as they come, and those of a city once all its districts came. */
  private final class CityAfterCity implements Iterator<Row> {
    private final Iterator<NumberedSubjects.Subject> ofPart;
    private final List<CityDays.Member> members = new ArrayList<>();
    private String city;
    private NumberedSubjects.Subject ahead;
    private Iterator<Row> ready = Collections.emptyIterator();

    CityAfterCity(Iterator<NumberedSubjects.Subject> ofPart) {
      this.ofPart = ofPart;
      advance();
    }

    private void advance() {
      ahead = ofPart.hasNext() ? ofPart.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && (ahead != null || !members.isEmpty())) {
        ready = further();
      }
      return ready.hasNext();
    }

    private Iterator<Row> further() {
      if (!members.isEmpty() && (ahead == null || !ahead.group().equals(city))) {
        Double residents = ListedDistricts.residentsOfCity(listed, UTF8String.fromString(city));
        List<Row> days = cityDays.days(city, orUnknown(residents), members);
        members.clear();
        return days.iterator();
      }
      city = ahead.group();
      Double residents = ListedDistricts.residentsOf(listed, UTF8String.fromString(ahead.id()));
      DistrictDays.Days days = districtDays.days(ahead, orUnknown(residents));
      members.add(days.ofCity());
      advance();
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
