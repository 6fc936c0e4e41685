package org.cityeval.indicator.flatness;

import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.RequestIndicator;
import org.cityeval.indicator.Requests;
import org.cityeval.indicator.Result;
import org.cityeval.request.RequestTally;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/** How many citizens were helped by whoever they reached first. */
public final class FirstContactResolution implements RequestIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("F3", "first_contact_resolution")
          .title("First-contact resolution", "直接办结率")
          .plainly(
              "Share of citizens' requests that the first agency settled itself.",
              "市民诉求中，由首个受理部门直接办结的比例。")
          .dimension(Dimension.FLATNESS)
          .unit(Unit.RATIO)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .readsRequests()
          .definition(
              "Share of the service requests that were closed by the agency they first reached,"
                  + " without being handed on. One that is still open is not closed."
                  + Requests.RULE,
              Requests.MINIMUM)
          .formula("closed with no hand-off / requests whose hand-offs are known")
          .uncertainty("Wilson interval; requests are taken as independent.")
          .cites("Wilson (1927), JASA 22:209", "Practice of the 12345 hotlines (直接答复率)")
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Result evaluate(RequestTally requests, Parameters parameters, long seed) {
    return Requests.judge(
        requests,
        group -> group.handOffs() >= 0,
        "how often requests were handed on",
        () ->
            Requests.share(
                requests,
                group -> group.handOffs() >= 0,
                group -> group.closed() && group.handOffs() == 0,
                parameters.uncertainty().level()));
  }
}
