package org.cityeval.indicator;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Proportion;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;

/** What indicators of service requests share: when they say nothing, and shares of requests. */
public final class Requests {
  /** Fewer requests show no practice. */
  public static final int MINIMUM = 10;

  /** What specs say of it; takes {@link #MINIMUM} as an argument. */
  public static final String RULE =
      " Requests belong to the period in which they were opened. Missing input where none was, or"
          + " where the register does not tell; insufficient with fewer than %d that tell. n is the"
          + " requests that tell, coverage the share of days on which one was opened.";

  /** How an interval of a share of requests names its method. */
  public static final String WILSON = "wilson";

  private Requests() {}

  /** Judges the requests that tell what is asked; where enough do, {@code value} is asked. */
  public static Result judge(
      RequestTally requests,
      Predicate<RequestGroup> tells,
      String whatIsTold,
      Supplier<Result> value) {
    long telling = requests.count(tells);
    Result result;
    if (requests.count() == 0) {
      result = Result.none(Status.MISSING_INPUT, "no service request observed");
    } else if (telling == 0) {
      result = Result.none(Status.MISSING_INPUT, "the register does not tell " + whatIsTold);
    } else if (telling < MINIMUM) {
      result = Result.none(Status.INSUFFICIENT, "fewer than " + MINIMUM + " requests");
    } else {
      result = value.get().with("requests", requests.count());
    }
    return result.withN(Math.toIntExact(telling)).withCoverage(requests.coverage());
  }

  /** The share of the requests that tell of which something holds (Wilson 1927). */
  public static Result share(
      RequestTally requests,
      Predicate<RequestGroup> tells,
      Predicate<RequestGroup> holds,
      double level) {
    long n = requests.count(tells);
    long k = requests.count(tells.and(holds));
    Bounds interval = Proportion.wilson(k, n, level);
    return Result.ok((double) k / n)
        .withInterval(new Interval(interval.low(), interval.high(), level, WILSON))
        .with("counted", k)
        .with("open", requests.count(tells.and(group -> !group.closed())));
  }
}
