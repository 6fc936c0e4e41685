package org.cityeval.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays out service requests group by group, for tests. All are opened on the first day. */
public final class TestRequests {
  /** The epoch day of the first day of every test register: 2020-02-03. */
  public static final long FIRST_DAY = 18_295;

  /** How it is written that nobody counted the hand-offs. */
  public static final int NOT_COUNTED = -1;

  private final int days;
  private final List<RequestGroup> groups = new ArrayList<>();

  private TestRequests(int days) {
    this.days = days;
  }

  public static TestRequests ofDays(int days) {
    return new TestRequests(days);
  }

  /**
   * Fifty requests as a city might have them. Answered at once by the street office: 20 in 12
   * hours; handed on by it: 10 to health in 24, 10 to commerce in 36, 10 to the city in 72 hours,
   * of which the last three are still open after 240.
   */
  public static TestRequests fifty() {
    return ofDays(10)
        .closed(20, "street", "street", 12)
        .closed(10, "street>health", "district", 24)
        .closed(10, "street>commerce", "district", 36)
        .closed(7, "street>city", "city", 72)
        .open(3, "street>city", "city", 240);
  }

  /** Closed after so many hours; the path is written as in a register, handed on at each arrow. */
  public TestRequests closed(long count, String path, String level, double hours) {
    return add(group(path, level, arrows(path), true, hours, count));
  }

  /** Still open after so many hours. */
  public TestRequests open(long count, String path, String level, double hours) {
    return add(group(path, level, arrows(path), false, hours, count));
  }

  /** Closed, with as many hand-offs as the register says beside the path. */
  public TestRequests handedOn(long count, String path, int handOffs) {
    return add(group(path, "street", handOffs, true, 1, count));
  }

  public TestRequests add(RequestGroup group) {
    groups.add(group);
    return this;
  }

  public RequestTally build() {
    return new RequestTally(days, groups);
  }

  private static RequestGroup group(
      String path, String level, int handOffs, boolean closed, double hours, long count) {
    List<String> agencies = path.isEmpty() ? List.of() : Arrays.asList(path.split(">"));
    return new RequestGroup(FIRST_DAY, agencies, level, handOffs, closed, hours, count);
  }

  private static int arrows(String path) {
    return (int) path.chars().filter(letter -> letter == '>').count();
  }
}
