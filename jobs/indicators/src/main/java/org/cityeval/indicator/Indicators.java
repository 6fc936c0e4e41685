package org.cityeval.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every published indicator, in the order the catalogue prints them. */
public final class Indicators {
  public static final List<Indicator> ALL = List.of();

  private Indicators() {}

  /** The indicator of an id ({@code E4}) or a name ({@code resumption_loss_area}). */
  public static Optional<Indicator> find(String idOrName) {
    return ALL.stream()
        .filter(
            indicator ->
                indicator.spec().id().equals(idOrName.toUpperCase(Locale.ROOT))
                    || indicator.spec().name().equals(idOrName))
        .findFirst();
  }
}
