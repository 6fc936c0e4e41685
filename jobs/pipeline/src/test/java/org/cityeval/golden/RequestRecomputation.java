package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The indicators of service requests once more. */
final class RequestRecomputation {
  private RequestRecomputation() {}

  private record Request(
      List<String> agencies, String level, int handOffs, boolean closed, double hours) {}

  static double of(String indicatorId, Explained explained) {
    List<Request> requests = requests(explained);
    List<String> local = new ArrayList<>();
    explained.parameters("requests").get("localLevels").forEach(level -> local.add(level.asText()));
    return switch (indicatorId) {
      case "D3" -> share(requests, request -> local.contains(request.level()));
      case "F1" -> requests.stream().mapToInt(Request::handOffs).average().orElseThrow();
      case "F2" -> median(requests);
      case "F3" -> share(requests, request -> request.handOffs() == 0);
      case "S1" -> effectiveActors(requests);
      case "S2" -> centralisation(requests);
      default -> throw new IllegalArgumentException(indicatorId);
    };
  }

  private static List<Request> requests(Explained explained) {
    List<Request> requests = new ArrayList<>();
    for (JsonNode row : explained.inputs()) {
      // Enough rows are to the minute: the two ends are the same.
      assertThat(row.get("hours_to")).isEqualTo(row.get("hours_from"));
      Request request =
          new Request(
              List.of(row.get("agencies").asText().split(">")),
              row.get("level").asText(),
              row.get("hand_offs").intValue(),
              row.get("is_closed").booleanValue(),
              row.get("hours_from").doubleValue());
      for (int i = 0; i < row.get("requests").intValue(); i++) {
        requests.add(request);
      }
    }
    return requests;
  }

  private static double share(List<Request> requests, Predicate<Request> which) {
    return (double) requests.stream().filter(Request::closed).filter(which).count()
        / requests.size();
  }

  /** The share still open after each time at which one was closed. */
  private static double median(List<Request> requests) {
    double[] closings =
        requests.stream()
            .filter(Request::closed)
            .mapToDouble(Request::hours)
            .distinct()
            .sorted()
            .toArray();
    double open = 1;
    for (double time : closings) {
      long waiting = requests.stream().filter(request -> request.hours() >= time).count();
      long closed = requests.stream().filter(r -> r.closed() && r.hours() == time).count();
      open *= 1 - (double) closed / waiting;
      if (open < 0.5 - 1e-9) {
        return time;
      }
    }
    throw new AssertionError("half were never closed");
  }

  private static double effectiveActors(List<Request> requests) {
    Map<String, Integer> answered = new TreeMap<>();
    for (Request request : requests) {
      answered.merge(request.agencies().get(request.agencies().size() - 1), 1, Integer::sum);
    }
    double product = 1;
    for (int count : answered.values()) {
      double share = (double) count / requests.size();
      product *= Math.pow(share, -share);
    }
    return product;
  }

  private static double centralisation(List<Request> requests) {
    Map<String, Set<String>> partners = new TreeMap<>();
    for (Request request : requests) {
      for (int i = 1; i < request.agencies().size(); i++) {
        String from = request.agencies().get(i - 1);
        String to = request.agencies().get(i);
        partners.computeIfAbsent(from, agency -> new HashSet<>()).add(to);
        partners.computeIfAbsent(to, agency -> new HashSet<>()).add(from);
      }
    }
    int most = partners.values().stream().mapToInt(Set::size).max().orElseThrow();
    double missing = partners.values().stream().mapToInt(with -> most - with.size()).sum();
    return missing / ((partners.size() - 1) * (partners.size() - 2));
  }
}
