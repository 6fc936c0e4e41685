package org.cityeval.numeric.statistics;

import java.util.Locale;

/**
 * The scale on which the error of a value is even on both sides, and from which its interval
 * follows. An interval of a share stays within 0 and 1, and is longer towards the middle.
 */
public enum ErrorScale {
  /** Any number: value ± t·error. */
  LINEAR {
    @Override
    Bounds around(double value, double error, double quantile) {
      return new Bounds(value - quantile * error, value + quantile * error);
    }
  },
  /** Above zero: even for the logarithm. */
  POSITIVE {
    @Override
    Bounds around(double value, double error, double quantile) {
      if (!(value > 0)) {
        return new Bounds(Math.min(0, value), value + quantile * error);
      }
      double factor = Math.exp(quantile * error / value);
      return new Bounds(value / factor, value * factor);
    }
  },
  /** 0 to 1: the score interval (Wilson 1927) of as many trials as the error is worth. */
  SHARE {
    @Override
    Bounds around(double value, double error, double quantile) {
      return Proportion.score(value, value * (1 - value) / (error * error), quantile);
    }

    @Override
    Bounds atAnEnd(double value, double trials, double quantile) {
      return Proportion.score(Math.rint(value), trials, quantile);
    }

    @Override
    boolean ends(double value) {
      return value <= ROUNDING || value >= 1 - ROUNDING;
    }
  },
  /** -1 to 1: as a share, half of it and a half, which is Fisher's z but for the ends. */
  CORRELATION {
    @Override
    Bounds around(double value, double error, double quantile) {
      return doubled(SHARE.around((1 + value) / 2, error / 2, quantile));
    }

    @Override
    Bounds atAnEnd(double value, double trials, double quantile) {
      return doubled(SHARE.atAnEnd((1 + value) / 2, trials, quantile));
    }

    @Override
    boolean ends(double value) {
      return SHARE.ends((1 + value) / 2);
    }
  };

  private static final double ROUNDING = 1e-12;

  /**
   * The interval of a value.
   *
   * @param error standard error of the value, 0 or more
   * @param trials independent trials that a value at an end of its scale rests on at least, where
   *     no error can be seen
   * @param quantile of the distribution of value over error, such as 1.96
   * @return undefined where there is no error to be seen and the value is at no end, or where an
   *     end cannot be found or written
   * @throws IllegalArgumentException for a negative error or quantile
   */
  public Bounds interval(double value, double error, double trials, double quantile) {
    if (error < 0 || quantile < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "error and quantile are 0 or more, unlike %s and %s", error, quantile));
    }
    Bounds bounds = Bounds.UNDEFINED;
    if (ends(value) && trials > 0) {
      bounds = atAnEnd(value, trials, quantile);
    } else if (error > 0) {
      bounds = around(value, error, quantile);
    }
    return bounds.isFinite() ? bounds : Bounds.UNDEFINED;
  }

  abstract Bounds around(double value, double error, double quantile);

  Bounds atAnEnd(double value, double trials, double quantile) {
    return Bounds.UNDEFINED;
  }

  boolean ends(double value) {
    return false;
  }

  private static Bounds doubled(Bounds share) {
    return new Bounds(2 * share.low() - 1, 2 * share.high() - 1);
  }
}
