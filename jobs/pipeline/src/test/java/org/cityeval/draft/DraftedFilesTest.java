package org.cityeval.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.sample.FolderLook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftedFilesTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 2);
  private static final List<String> DISTRICTS = List.of("007", "008", "009", "010");

  @TempDir private Path folder;

  @BeforeEach
  void aListOfDistricts() throws IOException {
    write(
        "list.csv",
        "code,name,population\n007,Alder,90000\n008,Birch,80000\n009,Cedar,70000\n010,Dale,60000\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** Sixty days of numbers of each district, raw and without a week. */
  private static List<double[]> numbers(int seed, double around, double spread) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> all = new ArrayList<>();
    DISTRICTS.forEach(
        district -> all.add(random.doubles(66).map(d -> around + spread * (2 * d - 1)).toArray()));
    return all;
  }

  /** A table with a row for each district and day. */
  private static String rows(String heading, IntFunction<String> day, List<double[]> numbers) {
    StringBuilder text = new StringBuilder(heading).append('\n');
    for (int d = 0; d < 60; d++) {
      for (int i = 0; i < DISTRICTS.size(); i++) {
        String number =
            String.format(Locale.ROOT, "%.4f", numbers.get(i)[d]).replaceAll("\\.?0+$", "");
        text.append(day.apply(d)).append(',').append(DISTRICTS.get(i)).append(',');
        text.append(number).append('\n');
      }
    }
    return text.toString();
  }

  private static String iso(int d) {
    return FIRST.plusDays(d).toString();
  }

  private String draft() {
    return DraftConfig.print(LakeDraft.guess("My City", FolderLook.at(folder, folder)));
  }

  /** The draft, which loads as it stands. */
  private String loadable() throws IOException {
    String draft = draft();
    Path file = Files.writeString(Files.createTempDirectory(folder, "_").resolve("c.yaml"), draft);
    assertThat(ConfigLoader.load(file, Map.of(), List.of()).sources()).isNotEmpty();
    return draft;
  }

  @Test
  void aListOfDistrictsAloneMakesAConfigThatLoads() throws IOException {
    assertThat(loadable())
        .contains(
            "id: my-city  # guessed", "district_id: code  # guessed", "population: population")
        .contains("path: my-numbers.csv  # DECIDE");
  }

  @Test
  void withoutAListOfDistrictsThePlaceOfOneIsMarked() throws IOException {
    Files.delete(folder.resolve("list.csv"));
    write("cases.csv", rows("day,code,new_cases", DraftedFilesTest::iso, numbers(1, 9, 9)));

    assertThat(draft()).contains("DECIDE: no file looks like a list of districts");
  }

  @Test
  void aCountThatNeverFallsIsCumulative() throws IOException {
    List<double[]> sums = numbers(2, 20, 20);
    for (double[] days : sums) {
      for (int d = 0; d < days.length; d++) {
        days[d] = Math.rint(days[d]) + (d == 0 ? 0 : days[d - 1]);
      }
    }
    write("cases.csv", rows("day,code,confirmed", DraftedFilesTest::iso, sums));

    assertThat(loadable())
        .contains("first_day: 2020-03-02", "last_day: 2020-04-30", "shape: long  # guessed")
        .contains("date: day  # guessed", "district: code  # guessed")
        .contains("value: confirmed  # guessed", "kind: cumulative_count  # guessed: 0.0 %");
  }

  @Test
  void aCountThatFallsIsOfTheDay() throws IOException {
    write("cases.csv", rows("day,code,new_cases", DraftedFilesTest::iso, numbers(3, 50, 50)));

    assertThat(loadable()).contains("kind: daily_count  # guessed", "smoothed_days: 1  # guessed");
  }

  @Test
  void aMeanOfSevenDaysShowsItself() throws IOException {
    List<double[]> raw = numbers(4, 0, 0.5);
    List<double[]> means = new ArrayList<>();
    for (double[] days : raw) {
      double[] mean = new double[60];
      for (int d = 0; d < 60; d++) {
        for (int back = 0; back < 7; back++) {
          mean[d] += days[d + back] / 7;
        }
      }
      means.add(mean);
    }
    write("shops.csv", rows("day,code,revenue", DraftedFilesTest::iso, means));

    assertThat(loadable())
        .contains("enterprise_revenue_change:", "kind: percent_change  # guessed")
        .contains("scale: 1  # guessed", "smoothed_days: 7  # guessed");
  }

  @Test
  void numbersAroundAHundredAreAnIndexAndOthersALevel() throws IOException {
    write("m50.csv", rows("day,code,m50", DraftedFilesTest::iso, numbers(5, 100, 30)));
    write("power.csv", rows("day,code,load", DraftedFilesTest::iso, numbers(6, 9000, 500)));

    assertThat(loadable())
        .contains("kind: index  # guessed", "scale: 100  # guessed")
        .contains("kind: level  # guessed", "baseline: first_weeks", "method: weekday_median");
  }

  /** 100 in the first fortnight, then between 10 and 30: seen as a whole it is not around 100. */
  @Test
  void anIndexThatBeginsAtAHundredIsOneWhereverItGoes() throws IOException {
    List<double[]> index = numbers(11, 20, 10);
    for (double[] days : index) {
      for (int d = 0; d < 14; d++) {
        days[d] = 90 + days[d] / 2;
      }
    }
    write("trips.csv", rows("day,code,travel", DraftedFilesTest::iso, index));
    write("load.csv", rows("day,code,load", DraftedFilesTest::iso, numbers(12, 20, 10)));

    assertThat(loadable())
        .contains("kind: index  # guessed: 100 % of the districts begin around 100")
        .contains("kind: level  # guessed");
  }

  @Test
  void aColumnADayIsWide() throws IOException {
    StringBuilder text = new StringBuilder("code,name");
    for (int d = 0; d < 60; d++) {
      LocalDate day = FIRST.plusDays(d);
      text.append("," + day.getMonthValue() + "/" + day.getDayOfMonth() + "/20");
    }
    for (String district : DISTRICTS) {
      text.append("\n" + Integer.parseInt(district) + ".0,x");
      for (int d = 0; d < 60; d++) {
        text.append("," + d * d);
      }
    }
    write("confirmed.csv", text + "\n");

    assertThat(loadable())
        .contains("shape: wide_dates  # guessed: 60 headings", "date_columns: M/d/yy  # guessed")
        .contains("crosswalk: district_codes  # guessed", "numeric_width: 3  # guessed");
  }

  @Test
  void aColumnADistrictIsWide() throws IOException {
    StringBuilder text =
        new StringBuilder("day,all,n_007_cases,n_008_cases,n_009_cases,n_010_cases");
    for (int d = 0; d < 60; d++) {
      text.append("\n" + FIRST.plusDays(d) + ",9");
      for (double[] days : numbers(7, 40, 40)) {
        text.append("," + Math.round(days[d]));
      }
    }
    write("city.csv", text + "\n");

    assertThat(loadable())
        .contains("shape: wide_districts  # guessed: a row is a day, and 4 headings are districts")
        .contains("new_cases: {prefix: n_, suffix: _cases}  # guessed");
  }

  @Test
  void rowsWithTwoTimesAreEvents() throws IOException {
    StringBuilder text = new StringBuilder("trip_id,pickup,dropoff,from_code\n");
    for (int i = 0; i < 600; i++) {
      text.append(i + "," + FIRST.plusDays(i / 20) + " 08:00:00," + FIRST.plusDays(i / 20));
      text.append(" 09:10:00," + DISTRICTS.get(i % 4) + "\n");
    }
    write("trips.csv", text.toString());

    assertThat(loadable())
        .contains("shape: events  # guessed: each row has 2 times", "date: pickup  # guessed")
        .contains("district: from_code  # guessed", "aggregate: count  # guessed");
  }

  @Test
  void howTextIsWrittenIsSaidWhereItMust() throws IOException {
    String text =
        rows("day,code,new_cases", DraftedFilesTest::iso, numbers(8, 5000, 4000))
            .replaceAll("(,\\d+),(\\d)(\\d{3})(\\.\\d+)?\n", "$1,$2,$3\n")
            .replaceFirst(",\\d,\\d{3}\n", ",n/a\n")
            .replaceAll("^(.*),(.*),(.*)\n", "$1;$2;$3\n")
            .replaceAll("(?m)^([0-9-]+),(\\d+),(.*)$", "$1;$2;$3");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("f.csv.gz")))) {
      out.write(("日期" + text.substring(3)).getBytes(Charset.forName("GB18030")));
    }

    assertThat(loadable())
        .contains("options: {encoding: GB18030, delimiter: ';', thousands: ','}  # guessed")
        .contains("date: '`日期`'  # guessed", "missing: [n/a]  # guessed");
  }

  @Test
  void linesOfJsonAreATable() throws IOException {
    String csv = rows("day,code,new_cases", DraftedFilesTest::iso, numbers(9, 50, 50));
    StringBuilder lines = new StringBuilder();
    csv.lines()
        .skip(1)
        .map(
            line ->
                line.replaceFirst(
                    "(.*),(.*),(.*)", "{\"day\":\"$1\",\"code\":\"$2\",\"cases\":$3}"))
        .forEach(line -> lines.append(line).append('\n'));
    write("cases.jsonl", lines.toString());

    assertThat(loadable()).contains("format: json  # guessed", "value: cases  # guessed");
  }

  @Test
  void polygonsAreFoundByTheIdsOfTheList() throws IOException {
    write(
        "shapes.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":["
            + String.join(
                ",",
                DISTRICTS.stream()
                    .map(d -> "{\"type\":\"Feature\",\"properties\":{\"adcode\":\"" + d + "\"}}")
                    .toList())
            + "]}");

    assertThat(loadable())
        .contains("path: shapes.geojson  # guessed: it has 100 % of the districts", "id: adcode");
  }

  @Test
  void filesOfOneKindAreOneSource() throws IOException {
    String text = rows("day,code,new_cases", DraftedFilesTest::iso, numbers(10, 50, 50));
    write("cases-2020-03.csv", text);
    write("cases-2020-04.csv", text.replace("2020-03", "2020-05"));

    assertThat(loadable()).contains("path: 'cases-2020-*.csv'").doesNotContain("cases-2020-04");
  }

  @Test
  void whatTellsNothingIsNamedWithTheReason() throws IOException {
    write("notes.md", "# words");
    write("empty.csv", "");
    write("broken.json", "{\"a\":");
    write("odd.bin", "x");
    write("two.csv", "a,b\n1,2\n3,4\n");
    Files.write(folder.resolve("bad.csv.gz"), "no archive".getBytes(StandardCharsets.UTF_8));

    assertThat(draft())
        .contains("# - notes.md: a text for people", "# - empty.csv: it is empty (0 bytes)")
        .contains("# - broken.json: it cannot be read: ", "# - bad.csv.gz: it cannot be read: ")
        .contains("# - odd.bin: neither csv", "# - two.csv: 2 rows without days (a, b)");
  }
}
