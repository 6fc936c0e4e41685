package org.cityeval.series;

/** Units of measure, as they are printed after a number. */
public enum Unit {
  RATIO("1"),
  CHANGE("fraction of baseline"),
  PERSONS("persons"),
  PERSONS_PER_100K_DAY("per 100,000 persons and day"),
  PERSON_DAYS("person-days"),
  PER_CASE("persons per case"),
  LEVEL("level 1-5"),
  DAYS("d"),
  PERCENT_DAYS("%·d"),
  INDEX("index 0-100"),
  ENTERPRISES("enterprises"),
  PERCENTAGE_POINTS("pp"),
  THEIL("Theil T, nat"),
  HOURS("h"),
  HAND_OFFS("hand-offs per request"),
  EFFECTIVE_NUMBER("effective number"),
  COEFFICIENT("coefficient"),
  DAYS_PER_WAVE("d per wave"),
  FACTOR("factor"),
  GRADE("grade");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** Whether a number in it grows with the residents, so that it is compared per resident. */
  public boolean isTotal() {
    return this == PERSONS || this == PERSON_DAYS;
  }
}
