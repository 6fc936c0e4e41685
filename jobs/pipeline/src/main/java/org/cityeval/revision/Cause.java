package org.cityeval.revision;

import java.util.List;
import java.util.stream.Collectors;

/** What makes a result differ. */
public enum Cause {
  /** A source says otherwise. */
  DATA("data"),
  /** The config gives the indicators other days: sources, panel, districts, span. */
  INPUT("config of input"),
  /** The config tells the indicators other thresholds. */
  PARAMETERS("config of indicators"),
  /** The config scores and ranks otherwise. */
  COMPARISON("config of comparison"),
  /** The indicator's method version was raised. */
  METHOD("method"),
  /** Of ranks: the values they rest on. */
  VALUES("values"),
  /** None of these: another version of the code, or a list of districts that says otherwise. */
  CODE("code or districts");

  private final String word;

  Cause(String word) {
    this.word = word;
  }

  /** As it is printed. */
  public String word() {
    return word;
  }

  /** Several as they are printed; empty of none. */
  static String words(List<Cause> causes) {
    return causes.stream().map(Cause::word).collect(Collectors.joining(" + "));
  }
}
