package org.cityeval.revision;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Why a row differs, derived from what is stored beside it: its method version, its parameters, the
 * hash of its data. What a hash cannot tell apart, the sources and the config do: of data that
 * differ, whichever of the two changed is named, both if both did. All indicators are handed all
 * parameters, so where data and parameters changed both stand there, though the indicator may read
 * none of those that changed.
 *
 * @param data whether a source says otherwise
 * @param input whether the config gives the indicators other days: sources, panel, districts, span
 * @param parameters whether it tells the indicators other thresholds
 * @param comparison whether it scores and ranks otherwise
 */
public record Causes(boolean data, boolean input, boolean parameters, boolean comparison) {
  private static final String AND = " + ";

  /** Of a value: the causes that apply, joined. */
  Column ofValue(Column data, Column parameters, Column method) {
    return orCode(
        when(data, word(ofData())),
        when(parameters, lit(Cause.PARAMETERS.word())),
        when(method, lit(Cause.METHOD.word())));
  }

  /** Of a row that only one of the two has: nothing is there to compare it with. */
  Column ofPresence() {
    return orCode(word(ofData()), word(parameters ? Cause.PARAMETERS.word() : null));
  }

  /** Of a rank that only one of the two has: so it is if a group was named, or peers, too. */
  Column ofRankPresence() {
    return orCode(
        word(ofData()),
        word(parameters ? Cause.PARAMETERS.word() : null),
        word(comparison ? Cause.COMPARISON.word() : null));
  }

  /** Of a rank. */
  Column ofRank(Column values, Column compared) {
    return orCode(
        when(values, lit(Cause.VALUES.word())),
        when(compared.and(lit(comparison)), lit(Cause.COMPARISON.word())));
  }

  private String ofData() {
    return data && input
        ? Cause.DATA.word() + AND + Cause.INPUT.word()
        : data ? Cause.DATA.word() : input ? Cause.INPUT.word() : null;
  }

  /** Equal inputs give equal rows, so what is left is the code, or the list of districts. */
  private static Column orCode(Column... causes) {
    return coalesce(nullif(concat_ws(AND, causes), lit("")), lit(Cause.CODE.word()));
  }

  private static Column word(String orNull) {
    return lit(orNull).cast("string");
  }
}
