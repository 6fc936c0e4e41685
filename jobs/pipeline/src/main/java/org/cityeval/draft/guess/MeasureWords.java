package org.cityeval.draft.guess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.series.Quantity;

/** Which words in a heading or a file's name speak of which measure. */
final class MeasureWords {
  private static final Map<Quantity, Pattern> SAYING = new LinkedHashMap<>();
  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(rate|per|deaths?|dead|died|cured|recovered|suspected|\\w*vaccin\\w*|booster|log|share"
              + "|morb\\w*|tests?|tested|claims?|policy|closed|facility|location|street|name"
              + "|population|pop\\w*|density|dens|postings?|posts)\\b");

  /** Words of grades, which stand though the file speaks of policy. */
  private static final Pattern GRADE =
      Pattern.compile(
          "\\bgrades?\\b|\\btiers?\\b|\\balert levels?\\b|\\brestrictions? levels?\\b"
              + "|\\bresponse levels?\\b|管控等级|响应级别|响应等级");

  private static final Pattern LEVEL = Pattern.compile(GRADE.pattern() + "|^levels?$");
  private static final double HIGHEST_GRADE = 10;

  static {
    says(Quantity.NEW_CASES, "\\bcases?\\b|confirmed|infections?|\\bpositives?\\b|确诊|新增病例");
    says(Quantity.ENTERPRISE_SPENDING_CHANGE, "\\bspend(ing)?\\b|consumption|消费");
    says(Quantity.ENTERPRISE_REVENUE_CHANGE, "\\brevenues?\\b|turnover|\\bsales\\b|营收");
    says(Quantity.ENTERPRISES_RESUMED, "enterprises resumed|resumed enterprises|复工企业");
    says(Quantity.ENTERPRISES_TOTAL, "enterprises total|total enterprises|企业总数");
    says(Quantity.ENTERPRISE_OPEN_CHANGE, "\\bmerchants?\\b|businesses|\\bopen\\b|开业");
    says(Quantity.ENTERPRISE_EMPLOYMENT_CHANGE, "\\bemp\\b|employment|employed|payrolls?|就业");
    says(
        Quantity.ENTERPRISE_OUTPUT_CHANGE,
        "\\boutput\\b|production|electricity|\\bpower\\b|\\bload\\b|\\bno2\\b|用电|产出");
    says(Quantity.MOBILITY_RETAIL_CHANGE, "\\bretail\\b");
    says(Quantity.MOBILITY_GROCERY_CHANGE, "\\bgrocer(y|ies)\\b");
    says(Quantity.MOBILITY_PARKS_CHANGE, "\\bparks?\\b");
    says(Quantity.MOBILITY_TRANSIT_CHANGE, "\\btransit\\b");
    says(Quantity.MOBILITY_WORKPLACES_CHANGE, "\\bworkplaces?\\b");
    says(Quantity.MOBILITY_RESIDENTIAL_CHANGE, "\\bresidential\\b");
    says(Quantity.MOBILITY_DISTANCE_CHANGE, "\\bm50\\b|\\bdistance\\b|\\bmoved\\b");
    says(
        Quantity.MOBILITY_ACTIVITY_CHANGE,
        "\\bactv\\b|\\bactivity\\b|\\btravel\\b|\\btraffic\\b|\\bflows?\\b|\\bintensity\\b"
            + "|\\bmobility\\b|\\btrips?\\b|\\bjourneys?\\b|\\bridership\\b|\\btaps?\\b"
            + "|\\bfootfall\\b|\\bpassengers\\b|出行|迁徙");
  }

  private MeasureWords() {}

  private static void says(Quantity quantity, String pattern) {
    SAYING.put(quantity, Pattern.compile(pattern));
  }

  /** A measure and the word that speaks of it. */
  record Said(Quantity quantity, String word) {}

  /** The measure that words speak of, unless they speak of something beside it. */
  static Optional<Said> find(String words) {
    if (OTHER.matcher(words).find()) {
      return Optional.empty();
    }
    for (Map.Entry<Quantity, Pattern> saying : SAYING.entrySet()) {
      Matcher matcher = saying.getValue().matcher(words);
      if (matcher.find()) {
        return Optional.of(new Said(saying.getKey(), matcher.group()));
      }
    }
    return Optional.empty();
  }

  /**
   * The measure that a column speaks of: its heading, and for grades its numbers.
   *
   * @param ofOrders whether its table tells of orders, whose level is a grade
   */
  static Optional<Said> find(ColumnProfile column, boolean ofOrders) {
    Matcher grade = (ofOrders ? LEVEL : GRADE).matcher(column.words());
    boolean isGrade =
        column.isWhole() && column.quantile(0) >= 0 && column.quantile(1) <= HIGHEST_GRADE;
    return grade.find() && isGrade
        ? Optional.of(new Said(Quantity.POLICY_GRADE, grade.group()))
        : find(column.words());
  }

  /** How well a heading names the measure as such: a total before its parts, news before sums. */
  static int rank(String words) {
    if (words.matches(".*\\b(new|daily|all|total)\\b.*")) {
      return 0;
    }
    return words.contains(" ") ? 2 : 1;
  }

  /** The words of events that are journeys, cases or payments, with what each day's make. */
  static Optional<EventMeaning> events(List<String> headings, String path) {
    String words = ColumnProfile.words(String.join(" ", headings) + " " + path);
    if (words.matches(".*\\b(pickup|trips?|rides?|tripdata|journey|dropoff)\\b.*")) {
      return Optional.of(
          new EventMeaning(Quantity.MOBILITY_ACTIVITY_CHANGE, "level", "a row is a journey"));
    }
    if (words.matches(".*\\b(patient|onset|diagnosis|case id)\\b.*")) {
      return Optional.of(new EventMeaning(Quantity.NEW_CASES, "daily_count", "a row is a case"));
    }
    return Optional.empty();
  }

  /** What the number of events of a day measures. */
  record EventMeaning(Quantity quantity, String kind, String why) {}
}
