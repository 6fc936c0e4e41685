package org.cityeval.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Two lakes made up after published schemas: the headings, codes and date forms are those of New
 * York's open data, of the British dashboard, of Google's mobility reports and of the like; every
 * number is invented, from a fixed seed.
 */
final class BoroughLakes {
  private static final LocalDate FIRST = LocalDate.of(2020, 2, 29);
  private static final int DAYS = 307;
  private static final int QUIET_DAYS = 16;
  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
  private static final String GOOGLE =
      "country_region_code,country_region,sub_region_1,sub_region_2,metro_area,iso_3166_2_code,"
          + "census_fips_code,place_id,date,retail_and_recreation_percent_change_from_baseline,"
          + "grocery_and_pharmacy_percent_change_from_baseline,"
          + "parks_percent_change_from_baseline,"
          + "transit_stations_percent_change_from_baseline,"
          + "workplaces_percent_change_from_baseline,"
          + "residential_percent_change_from_baseline\n";

  private static final List<String> NEW_YORK =
      List.of(
          "BX,Bronx,36005,1418207",
          "BK,Brooklyn,36047,2559903",
          "MN,Manhattan,36061,1628706",
          "QN,Queens,36081,2253858",
          "SI,Staten Island,36085,476143");

  private static final List<String> LONDON =
      List.of(
          ("City of London, Barking and Dagenham, Barnet, Bexley, Brent, Bromley, Camden, "
                  + "Croydon, Ealing, Enfield, Greenwich, Hackney, Hammersmith and Fulham, Haringey, "
                  + "Harrow, Havering, Hillingdon, Hounslow, Islington, Kensington and Chelsea, "
                  + "Kingston upon Thames, Lambeth, Lewisham, Merton, Newham, Redbridge, "
                  + "Richmond upon Thames, Southwark, Sutton, Tower Hamlets, Waltham Forest, "
                  + "Wandsworth, Westminster")
              .split(", "));

  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(20201130);

  private BoroughLakes(Path folder) {
    this.folder = folder;
  }

  /** Five boroughs: a column each, days as Americans write them. */
  static void newYork(Path folder) throws IOException {
    BoroughLakes lake = new BoroughLakes(folder);
    lake.write(
        "boroughs.csv",
        "borough_code,borough_name,county_fips,population\n" + String.join("\n", NEW_YORK) + "\n");
    lake.write("data-by-day.csv", lake.dataByDay());
    lake.write("2020_US_Region_Mobility_Report.csv", lake.googleOfCounties());
    lake.write("subway_ridership.csv", lake.ridership());
    lake.write("restriction_grades.csv", lake.gradesByBorough());
    lake.write(
        "county_unemployment.csv",
        """
        county_fips,county,unemployment_rate_2019,unemployment_rate_2020
        36001,Albany,3.5,7.1
        36005,Bronx,5.3,16.0
        36047,Kings,4.1,12.5
        36061,New York,3.4,9.5
        36081,Queens,3.5,12.6
        36085,Richmond,3.8,10.5
        36119,Westchester,3.8,8.4
        """);
  }

  /** Thirty-three boroughs: their codes among those of regions, nations and other districts. */
  static void london(Path folder) throws IOException {
    BoroughLakes lake = new BoroughLakes(folder);
    StringBuilder list = new StringBuilder("LAD20CD,LAD20NM,RGN20NM,population\n");
    for (int i = 0; i < LONDON.size(); i++) {
      list.append(lad(i)).append(',').append(LONDON.get(i)).append(",London,");
      list.append(i == 0 ? 9721 : 150_000 + 7_919 * i).append('\n');
    }
    lake.write("boroughs.csv", list.toString());
    lake.write("ltla_newCasesBySpecimenDate.csv", lake.specimenDates());
    lake.write("2020_GB_Region_Mobility_Report.csv", lake.googleOfBoroughs());
    lake.write("tfl_station_taps.csv", lake.index("LAD20CD", "taps_index", DAYS));
    lake.write("footfall_spring.csv", lake.index("LAD20CD", "travel_index", 60));
    lake.write("local_alert_levels.csv", lake.alertLevels());
    StringBuilder jobs = new StringBuilder("lad_code,lad_name,unemployment_rate,claimants\n");
    for (int i = 0; i < 120; i++) {
      jobs.append(i < 33 ? lad(i) : other(i)).append(',');
      jobs.append(i < 33 ? LONDON.get(i) : "Elsewhere " + i).append(',');
      jobs.append(String.format(Locale.ROOT, "%.1f,%d%n", 3 + i % 7 * .4, 900 + 37 * i));
    }
    lake.write("unemployment_by_lad.csv", jobs.toString());
  }

  private static String lad(int i) {
    return String.format(Locale.ROOT, "E090000%02d", i + 1);
  }

  private static String other(int i) {
    return String.format(Locale.ROOT, "E070000%02d", i % 100);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** Cases of a day: two waves of a size. */
  private int cases(int day, double size) {
    double spring = Math.exp(-Math.pow((day - 40) / 14.0, 2));
    double winter = Math.exp(-Math.pow((day - 280) / 30.0, 2));
    double weekend = day % 7 < 2 ? 0.7 : 1.1;
    return (int)
        Math.round(size * (spring + winter + .02) * weekend * (.8 + .4 * random.nextDouble()));
  }

  /** Share of normal on a day: low in spring, and lower again in autumn. */
  private double activity(int day) {
    double fall = day < QUIET_DAYS ? 0 : Math.min(1, (day - QUIET_DAYS) / 10.0);
    double back = day < 80 ? 0 : Math.min(.35, (day - 80) / 300.0);
    return 1 - .75 * fall + back + .06 * (random.nextDouble() - .5);
  }

  private String dataByDay() {
    List<String> kinds =
        List.of(
            "CASE_COUNT",
            "PROBABLE_CASE_COUNT",
            "HOSPITALIZED_COUNT",
            "DEATH_COUNT",
            "CASE_COUNT_7DAY_AVG");
    StringBuilder text = new StringBuilder("date_of_interest," + String.join(",", kinds));
    for (String borough : NEW_YORK) {
      for (String kind : kinds) {
        text.append(',').append(borough, 0, 2).append('_').append(kind);
      }
    }
    for (int day = 0; day < DAYS; day++) {
      List<String> cells = new ArrayList<>();
      int[] all = new int[kinds.size()];
      for (int i = 0; i < NEW_YORK.size(); i++) {
        int cases = cases(day, 500 + 90 * i);
        int[] of = {cases, cases(day, 40), cases / 5, cases / 20, cases};
        for (int k = 0; k < of.length; k++) {
          all[k] += of[k];
          cells.add(String.valueOf(of[k]));
        }
      }
      text.append('\n').append(FIRST.plusDays(day).format(AMERICAN));
      for (int sum : all) {
        text.append(',').append(sum);
      }
      text.append(',').append(String.join(",", cells));
    }
    return text.append('\n').toString();
  }

  private String googleOfCounties() {
    StringBuilder text = new StringBuilder(GOOGLE);
    google(text, "US,United States,,,,,", "ChIJCzYy5IS16lQRQrfeQ5K5Oxw");
    google(text, "US,United States,New York,,,US-NY,", "ChIJqaUj8fBLzEwRZ5UY3sHGz90");
    String[][] counties = {
      {"Albany County", "36001"},
      {"Bronx County", "36005"},
      {"Kings County", "36047"},
      {"New York County", "36061"},
      {"Queens County", "36081"},
      {"Richmond County", "36085"},
      {"Westchester County", "36119"}
    };
    for (String[] county : counties) {
      google(
          text,
          "US,United States,New York," + county[0] + ",,," + county[1],
          "ChIJ" + county[1] + "xxxxxxxxxxxxxx");
    }
    return text.toString();
  }

  private String googleOfBoroughs() {
    StringBuilder text = new StringBuilder(GOOGLE);
    google(text, "GB,United Kingdom,,,,,", "ChIJqZHHQhE7WgIReiWIMkOg-MQ");
    google(text, "GB,United Kingdom,Greater London,,,GB-LND,", "ChIJb-IaoQug2EcRi-m4hONz8S8");
    for (int i = 0; i < LONDON.size(); i++) {
      String name = LONDON.get(i);
      boolean plain = name.startsWith("City of") || name.equals("Westminster");
      google(
          text,
          "GB,United Kingdom,Greater London,"
              + (plain ? name.replaceFirst("^W", "City of W") : "London Borough of " + name)
              + ",,,",
          "ChIJ" + lad(i) + "yyyyyyyyyyyy");
    }
    google(text, "GB,United Kingdom,Kent,,,GB-KEN,", "ChIJkentzzzzzzzzzzzzzzzzzzz");
    return text.toString();
  }

  private void google(StringBuilder text, String place, String id) {
    for (int day = 0; day < DAYS; day++) {
      long fall = Math.round(100 * (activity(day) - 1));
      text.append(place).append(',').append(id).append(',').append(FIRST.plusDays(day));
      text.append(',').append(fall - 3).append(',').append(fall / 3).append(',');
      text.append(Math.round(60 * random.nextDouble() - 25)).append(',').append(fall);
      text.append(',').append(fall + 4).append(',').append(-fall / 4).append('\n');
    }
  }

  private String ridership() {
    StringBuilder text = new StringBuilder("borough_code,date,subway_trips\n");
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < NEW_YORK.size(); i++) {
        text.append(NEW_YORK.get(i), 0, 2).append(',').append(FIRST.plusDays(day).format(AMERICAN));
        text.append(',').append(Math.round((300_000 + 200_000 * i) * activity(day))).append('\n');
      }
    }
    return text.toString();
  }

  private String gradesByBorough() {
    StringBuilder text = new StringBuilder("borough_code,effective_date,restriction_grade\n");
    String[] orders = {"03/16/2020,2", "03/22/2020,4", "06/08/2020,3", "07/20/2020,1"};
    for (String borough : NEW_YORK) {
      for (String order : orders) {
        text.append(borough, 0, 2).append(',').append(order).append('\n');
      }
    }
    return text.append("BK,10/08/2020,3\nQN,10/08/2020,3\nBK,10/22/2020,2\n").toString();
  }

  private String specimenDates() {
    StringBuilder text =
        new StringBuilder(
            "areaCode,areaName,areaType,date,newCasesBySpecimenDate,cumCasesBySpecimenDate\n");
    for (int i = 0; i < 33; i++) {
      specimens(text, lad(i) + "," + LONDON.get(i) + ",ltla", 60 + i);
    }
    for (int i = 33; i < 120; i++) {
      specimens(text, other(i) + ",Elsewhere " + i + ",ltla", 20 + i % 40);
    }
    for (int i = 1; i <= 9; i++) {
      specimens(text, "E1200000" + i + ",Region " + i + ",region", 1500);
    }
    for (String nation : List.of("E92000001,England", "S92000003,Scotland", "W92000004,Wales")) {
      specimens(text, nation + ",nation", 9000);
    }
    return text.toString();
  }

  private void specimens(StringBuilder text, String area, double size) {
    int sum = 0;
    for (int day = 0; day < DAYS; day++) {
      int cases = cases(day, size);
      sum += cases;
      text.append(area).append(',').append(FIRST.plusDays(day));
      text.append(',').append(cases).append(',').append(sum).append('\n');
    }
  }

  /** An index, 100 in the first fortnight, and far below for the rest of the year. */
  private String index(String code, String heading, int days) {
    StringBuilder text = new StringBuilder(code + ",date," + heading + "\n");
    for (int i = 0; i < LONDON.size(); i++) {
      for (int day = 0; day < days; day++) {
        double index = 100 * (day < QUIET_DAYS ? activity(day) : .8 * activity(day) - .1);
        text.append(lad(i)).append(',').append(FIRST.plusDays(day));
        text.append(String.format(Locale.ROOT, ",%.1f%n", Math.max(index, 1)));
      }
    }
    return text.toString();
  }

  private String alertLevels() {
    StringBuilder text = new StringBuilder("lad_code,date,tier\n");
    String[] orders = {"2020-10-17,2", "2020-11-05,4", "2020-12-02,2", "2020-12-16,3"};
    for (int i = 0; i < 120; i++) {
      for (String order : orders) {
        text.append(i < 33 ? lad(i) : other(i)).append(',').append(order).append('\n');
      }
    }
    return text.toString();
  }
}
