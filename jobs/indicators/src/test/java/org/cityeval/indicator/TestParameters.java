package org.cityeval.indicator;

import org.cityeval.indicator.Parameters.Control;
import org.cityeval.indicator.Parameters.Requests;
import org.cityeval.indicator.Parameters.Response;
import org.cityeval.indicator.Parameters.Waves;

/** The default parameters with one part set otherwise, for tests. */
public final class TestParameters {
  private static final Parameters DEFAULTS = Parameters.DEFAULTS;

  private TestParameters() {}

  public static Parameters with(Response response) {
    return of(response, DEFAULTS.control(), DEFAULTS.waves(), DEFAULTS.requests());
  }

  public static Parameters with(Control control) {
    return of(DEFAULTS.response(), control, DEFAULTS.waves(), DEFAULTS.requests());
  }

  public static Parameters with(Waves waves) {
    return of(DEFAULTS.response(), DEFAULTS.control(), waves, DEFAULTS.requests());
  }

  public static Parameters with(Requests requests) {
    return of(DEFAULTS.response(), DEFAULTS.control(), DEFAULTS.waves(), requests);
  }

  private static Parameters of(Response response, Control control, Waves waves, Requests requests) {
    return new Parameters(
        DEFAULTS.restriction(),
        DEFAULTS.recovery(),
        DEFAULTS.cases(),
        response,
        control,
        waves,
        requests,
        DEFAULTS.uncertainty());
  }
}
