package org.cityeval.indicator.decentralisation;

import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.RequestIndicator;
import org.cityeval.indicator.Requests;
import org.cityeval.indicator.Result;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How much is settled close to the citizen. It needs the level that answered: an agency alone does
 * not tell.
 */
public final class LocalClosure implements RequestIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("D3", "local_closure")
          .title("Local closure share", "基层办结率")
          .plainly(
              "Share of citizens' requests that were settled locally, without going to a higher"
                  + " level.",
              "市民诉求中，在基层办结、未上交上级的比例。")
          .dimension(Dimension.DECENTRALISATION)
          .unit(Unit.RATIO)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .readsRequests()
          .definition(
              "Share of the service requests that were closed at a level of government the"
                  + " evaluation calls local (default %s), without going higher. One that is still"
                  + " open is not closed."
                  + Requests.RULE,
              String.join(", ", Parameters.DEFAULTS.requests().localLevels()),
              Requests.MINIMUM)
          .formula("closed at a local level / requests whose level is known")
          .uncertainty("Wilson interval; requests are taken as independent.")
          .cites("Wilson (1927), JASA 22:209", "Zhang, Jin & Leng (2020)")
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Result evaluate(RequestTally requests, Parameters parameters, long seed) {
    return Requests.judge(
        requests,
        LocalClosure::tells,
        "the level that answered",
        () ->
            Requests.share(
                requests,
                LocalClosure::tells,
                group ->
                    group.closed() && parameters.requests().localLevels().contains(group.level()),
                parameters.uncertainty().level()));
  }

  private static boolean tells(RequestGroup group) {
    return group.level() != null;
  }
}
