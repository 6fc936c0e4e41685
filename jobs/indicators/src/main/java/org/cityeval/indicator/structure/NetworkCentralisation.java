package org.cityeval.indicator.structure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
          .dimension(Dimension.STRUCTURE)
          .unit(Unit.RATIO)
          .better(Direction.CONTEXT)
          .levels(Level.DISTRICT, Level.CITY)
          .readsRequests()
          .definition(
              "How far the network of agencies that hand requests to each other hangs on one of them:"
                  + " Freeman's centralisation by degree, 0 where all have as many partners, 1 for a star."
                  + " Two agencies are partners if one ever handed a request to the other. Betweenness,"
                  + " closeness and density are parts. Neither end is good in itself. Not applicable with"
                  + " fewer than %d agencies that hand on."
                  + Requests.RULE,
              AGENCIES,
              Requests.MINIMUM)
          .formula("Σ_a (max k − k_a) / ((g − 1)(g − 2))")
          .uncertainty("None: the hand-offs of the period are all there, not a sample.")
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
        group -> !group.path().isEmpty(),
        "which agencies requests passed through",
        () -> centralisation(requests));
  }

  private static Result centralisation(RequestTally requests) {
    Map<String, Integer> places = new LinkedHashMap<>();
    Set<List<Integer>> links = new LinkedHashSet<>();
    for (RequestGroup group : requests.groups()) {
      for (int i = 1; i < group.path().size(); i++) {
        int from = place(places, group.path().get(i - 1));
        int to = place(places, group.path().get(i));
        if (from != to) {
          links.add(List.of(Math.min(from, to), Math.max(from, to)));
        }
      }
    }
    if (places.size() < AGENCIES) {
      return Result.none(
          Status.NOT_APPLICABLE, "fewer than " + AGENCIES + " agencies hand requests on");
    }
    Neighbours network =
        Neighbours.ofLinks(
            places.size(),
            links.stream().mapToInt(link -> link.get(0)).toArray(),
            links.stream().mapToInt(link -> link.get(1)).toArray());
    return Result.ok(Centralisation.degree(network))
        .with("agencies", places.size())
        .with("links", links.size())
        .with("betweenness", Centralisation.betweenness(network))
        .with("closeness", Centralisation.closeness(network))
        .with("density", Centralisation.density(network));
  }

  private static int place(Map<String, Integer> places, String agency) {
    return places.computeIfAbsent(agency, name -> places.size());
  }
}
