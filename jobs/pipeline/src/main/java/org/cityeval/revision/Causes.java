package org.cityeval.revision;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/**
 * The answers of a rule as columns, in words.
 *
 * @param rule says what of two publications differs
 */
public record Causes(CauseRule rule) {
  private static final String AND = " + ";

  /** Of a value: the causes that apply, joined. */
  Column ofValue(Column data, Column parameters, Column method) {
    return either(
        data, d -> either(parameters, p -> either(method, m -> words(rule.ofValue(d, p, m)))));
  }

  /** Of a row that only one of the two has. */
  Column ofPresence() {
    return words(rule.ofPresence());
  }

  /** Of a rank that only one of the two has. */
  Column ofRankPresence() {
    return words(rule.ofRankPresence());
  }

  /** Of a rank. */
  Column ofRank(Column values, Column compared) {
    return either(values, v -> either(compared, c -> words(rule.ofRank(v, c))));
  }

  private interface Answer {
    Column to(boolean differs);
  }

  /** What is not known does not differ. */
  private static Column either(Column differs, Answer answer) {
    Column known = coalesce(differs, lit(false));
    return when(known, answer.to(true)).when(not(known), answer.to(false));
  }

  private static Column words(List<Cause> causes) {
    return lit(causes.stream().map(Cause::word).collect(Collectors.joining(AND)));
  }
}
