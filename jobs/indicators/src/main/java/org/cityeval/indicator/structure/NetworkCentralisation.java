package org.cityeval.indicator.structure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.RequestIndicator;
import org.cityeval.indicator.Requests;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.network.Centralisation;
import org.cityeval.numeric.space.Neighbours;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/** Whether agencies work through one hub or with each other. */
public final class NetworkCentralisation implements RequestIndicator {
  private static final int AGENCIES = 3;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("S2", "network_centralisation")
          .title("Network centralisation", "协同网络中心化")
          .plainly(
              "How far the work between agencies ran through a single one: 0 not at all, 1 entirely.",
              "部门之间的协作在多大程度上依赖单一部门：0为完全不依赖，1为完全依赖。")
          .dimension(Dimension.STRUCTURE)
          .unit(Unit.RATIO)
          .better(Direction.CONTEXT)
          .levels(Level.DISTRICT, Level.CITY)
          .readsRequests()
          .definition(
              "How far the network of agencies that hand requests to each other hangs on one of them:"
                  + " Freeman's centralisation by degree, 0 where all have as many partners, 1 for a star."
                  + " Two agencies are partners if one ever handed a request to the other. Betweenness,"
                  + " closeness (where all are linked) and density are parts. Neither end is good in"
                  + " itself. A request of which one agency is known tells only where it is known that it"
                  + " was not handed on. Not applicable with fewer than %d agencies in the network."
                  + Requests.RULE,
              AGENCIES,
              Requests.MINIMUM)
          .formula("Σ_a (max k − k_a) / ((g − 1)(g − 2))")
          .exact(
              "the hand-offs of the period are all there, not a sample.",
              Level.DISTRICT,
              Level.CITY)
          .cites("Freeman (1979), Soc. Networks 1:215")
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Result evaluate(RequestTally requests, Parameters parameters, long seed) {
    return Requests.judge(
        requests,
        NetworkCentralisation::tells,
        "which agencies requests passed through",
        () -> centralisation(requests));
  }

  /**
   * Registers without a history know the agency that answered, and not whether it was the first.
   */
  private static boolean tells(RequestGroup group) {
    return group.path().size() > 1 || (group.path().size() == 1 && group.handOffs() == 0);
  }

  private static Result centralisation(RequestTally requests) {
    Map<String, Set<String>> partners = new TreeMap<>();
    for (RequestGroup group : requests.groups()) {
      for (int i = 1; i < group.path().size(); i++) {
        String from = group.path().get(i - 1);
        String to = group.path().get(i);
        if (!from.equals(to)) {
          partners.computeIfAbsent(from, agency -> new TreeSet<>()).add(to);
          partners.computeIfAbsent(to, agency -> new TreeSet<>()).add(from);
        }
      }
    }
    if (partners.size() < AGENCIES) {
      return Result.none(
          Status.NOT_APPLICABLE,
          "fewer than " + AGENCIES + " agencies hand requests to each other");
    }
    List<String> agencies = List.copyOf(partners.keySet());
    Neighbours network =
        Neighbours.of(
            partners.values().stream()
                .map(of -> of.stream().mapToInt(agencies::indexOf).toArray())
                .toArray(int[][]::new));
    return Result.ok(Centralisation.degree(network))
        .with("agencies", agencies.size())
        .with("links", partners.values().stream().mapToInt(Set::size).sum() / 2)
        .with("betweenness", Centralisation.betweenness(network))
        .with("closeness", Centralisation.closeness(network))
        .with("density", Centralisation.density(network));
  }
}
