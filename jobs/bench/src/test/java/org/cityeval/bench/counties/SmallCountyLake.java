package org.cityeval.bench.counties;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * A lake with the files of the county lake. Each county has 200,000 residents with 14 cases a day,
 * half of normal mobility, 10 % fewer merchants and a fifth less spending in March. All are in
 * state 1; state 44 has an order, but no county.
 */
public final class SmallCountyLake {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 22);
  private static final LocalDate LAST = LocalDate.of(2020, 11, 24);

  private final Path folder;

  public SmallCountyLake(Path folder) {
    this.folder = folder;
  }

  /** Writes the files of counties, such as 1001, and a row of no county in each wide one. */
  public void write(int... counties) throws IOException {
    StringBuilder days = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    StringBuilder isoDays = new StringBuilder();
    StringBuilder mobility = new StringBuilder();
    int reported = 0;
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      days.append(',').append(DateTimeFormatter.ofPattern("M/d/yy", Locale.ROOT).format(day));
      cases.append(',').append(reported += 14);
      isoDays.append(',').append(day);
      // One artefact, which the range of the config refuses.
      mobility.append(',').append(day.equals(LocalDate.of(2020, 5, 1)) ? 1610 : 50);
    }
    plain(
        "GeoIDs - County.csv",
        "countyfips,cz,statefips,county_pop2019\n",
        counties,
        "%d,11101,1,200000\n");
    plain(
        "Policy Milestones - State.csv",
        "statefips,date\n1,2020-03-19\n1,2021-02-01\n44,2020-03-16\n");
    gzip(
        "time_series_covid19_confirmed_US.csv.gz",
        "UID,iso2,iso3,code3,FIPS,Admin2,Province_State,Country_Region,Lat,Long_,Combined_Key"
            + days
            + "\n84080001,US,USA,840,80001.0,Out of AL,Alabama,US,0,0,Out"
            + cases
            + "\n",
        counties,
        "8400%1$d,US,USA,840,%1$d.0,Autauga,Alabama,US,32.5,-86.6,Autauga" + cases + "\n");
    gzip(
        "DL-us-m50_index.csv.gz",
        "country_code,admin_level,admin1,admin2,fips"
            + isoDays
            + "\nUS,1,Alabama,,01"
            + mobility
            + "\n",
        counties,
        "US,2,Alabama,Autauga,%05d" + mobility + "\n");
    gzip(
        "Womply Merchants - County - Daily.csv.gz",
        "year,month,day,countyfips,merchants_all\n",
        counties,
        "2020,3,2,%1$d,-.1\n2020,3,3,%1$d,.\n");
    gzip(
        "Womply Revenue - County - Daily.csv.gz",
        "year,month,day,countyfips,revenue_all\n",
        counties,
        "2020,3,2,%d,.25\n");
    gzip(
        "Affinity - County - Monthly.csv.gz",
        "year,month,day_endofmonth,countyfips,freq,spend_all\n",
        counties,
        "2020,3,31,%d,m,-.2\n");
  }

  private void plain(String name, String header, int[] counties, String row) throws IOException {
    plain(name, header + rows(counties, row));
  }

  private void plain(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void gzip(String name, String header, int[] counties, String row) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write((header + rows(counties, row)).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String rows(int[] counties, String row) {
    return Arrays.stream(counties)
        .mapToObj(county -> String.format(Locale.ROOT, row, county))
        .collect(Collectors.joining());
  }
}
