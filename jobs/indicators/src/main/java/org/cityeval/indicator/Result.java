package org.cityeval.indicator;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an indicator says: a finite number, or the status that tells why there is none; with what is
 * needed to redo it by hand.
 */
public final class Result implements Serializable {
  private final Status status;
  private final double value;
  private final String reason;
  private final Interval interval;
  private final int n;
  private final double coverage;
  private final Map<String, Object> parts;

  private Result(
      Status status,
      double value,
      String reason,
      Interval interval,
      int n,
      double coverage,
      Map<String, Object> parts) {
    this.status = status;
    this.value = value;
    this.reason = reason;
    this.interval = interval;
    this.n = n;
    this.coverage = coverage;
    this.parts = parts;
  }

  /** A value that stands. */
  public static Result ok(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A value that stands is finite, was " + value);
    }
    return new Result(Status.OK, value, "", null, 0, Double.NaN, new LinkedHashMap<>());
  }

  /** No value, and why, in a few words that an analyst understands. */
  public static Result none(Status status, String reason) {
    if (status == Status.OK) {
      throw new IllegalArgumentException("A result that is ok has a value");
    }
    return new Result(status, Double.NaN, reason, null, 0, Double.NaN, new LinkedHashMap<>());
  }

  /** The event had not happened after {@code followUp} units: the value is at least that. */
  public static Result censored(double followUp, String reason) {
    return none(Status.CENSORED, reason)
        .withInterval(new Interval(followUp, Double.NaN, Double.NaN, "follow_up"));
  }

  public Result withInterval(Interval of) {
    return new Result(status, value, reason, of, n, coverage, parts);
  }

  /** The number of independent or daily items behind the value, whichever the spec names. */
  public Result withN(int items) {
    return new Result(status, value, reason, interval, items, coverage, parts);
  }

  /** The share of the period's days on which every input was observed, 0 to 1. */
  public Result withCoverage(double share) {
    return new Result(status, value, reason, interval, n, share, parts);
  }

  /** Names a number the value was made from: a denominator, a day, a sensitivity. */
  public Result with(String name, Object part) {
    LinkedHashMap<String, Object> more = new LinkedHashMap<>(parts);
    more.put(name, part);
    return new Result(status, value, reason, interval, n, coverage, more);
  }

  public Status status() {
    return status;
  }

  /** The value; {@code NaN} unless the status is ok. */
  public double value() {
    return value;
  }

  public String reason() {
    return reason;
  }

  public Optional<Interval> interval() {
    return Optional.ofNullable(interval);
  }

  public int n() {
    return n;
  }

  public double coverage() {
    return coverage;
  }

  /** Numbers, strings or booleans by name, in the order they were given. */
  public Map<String, Object> parts() {
    return Collections.unmodifiableMap(parts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Result that
        && status == that.status
        && Double.compare(value, that.value) == 0
        && reason.equals(that.reason)
        && Objects.equals(interval, that.interval)
        && n == that.n
        && Double.compare(coverage, that.coverage) == 0
        && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, value, reason, interval, n, coverage, parts);
  }

  @Override
  public String toString() {
    return status == Status.OK
        ? value + interval().map(i -> " [" + i.low() + ", " + i.high() + "]").orElse("")
        : status.id() + ": " + reason;
  }
}
