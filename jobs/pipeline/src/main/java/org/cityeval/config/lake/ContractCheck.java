package org.cityeval.config.lake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.Serializable;
import java.util.List;
import org.cityeval.series.Quantity;

/** A check of a contract: a number of the source, and the operators it must satisfy. */
@JsonNaming(LowerCamelCaseStrategy.class)
public record ContractCheck(
    String id,
    String description,
    @JsonUnwrapped Rule rule,
    Arguments arguments,
    Unit unit,
    @JsonUnwrapped MustBe operators,
    Severity severity,
    Dimension dimension)
    implements Serializable {

  /** The query over the rows that are registered as a view. */
  public String queryOver(String view) {
    return rule.query().replace("{object}", view);
  }

  /** What a failed check does. */
  public enum Severity {
    WARN,
    QUARANTINE,
    FAIL
  }

  /** Which quality a check is about, in the words of the standard. */
  public enum Dimension {
    ACCURACY,
    COMPLETENESS,
    CONFORMITY,
    CONSISTENCY,
    COVERAGE,
    TIMELINESS,
    UNIQUENESS
  }

  /** In what the number of a check is given. */
  public enum Unit {
    ROWS,
    DAYS,
    PERCENT
  }

  /** How the number is found; of metric, query and implementation the one that goes with type. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record Rule(
      CheckType type, Metric metric, String query, Engine engine, Implementation implementation)
      implements Serializable {}

  /** Over what the number is found. */
  public enum CheckType {
    LIBRARY,
    SQL,
    CUSTOM
  }

  /** A count over rows. */
  public enum Metric {
    @JsonProperty("rowCount")
    ROW_COUNT,
    @JsonProperty("nullValues")
    NULL_VALUES,
    @JsonProperty("missingValues")
    MISSING_VALUES,
    @JsonProperty("invalidValues")
    INVALID_VALUES,
    @JsonProperty("duplicateValues")
    DUPLICATE_VALUES
  }

  /** Who implements a custom check. */
  public enum Engine {
    CITYEVAL
  }

  /** A number of the series of districts. */
  public enum Implementation {
    @JsonProperty("observedDays")
    OBSERVED_DAYS,
    @JsonProperty("frozenDays")
    FROZEN_DAYS,
    @JsonProperty("jump")
    JUMP,
    @JsonProperty("increment")
    INCREMENT,
    @JsonProperty("identicalDays")
    IDENTICAL_DAYS,
    @JsonProperty("sumOfDistricts")
    SUM_OF_DISTRICTS
  }

  /** How a jump is measured. */
  public enum Method {
    @JsonProperty("robustZ")
    ROBUST_Z,
    @JsonProperty("factor")
    FACTOR
  }

  /**
   * What a metric or an implementation needs besides.
   *
   * @param measures empty for all it fits
   * @param everyDays days between two values of the source
   * @param total null unless districts are added up
   */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record Arguments(
      List<String> properties,
      List<String> missingValues,
      List<String> validValues,
      String pattern,
      List<Quantity> measures,
      int everyDays,
      Method method,
      Total total)
      implements Serializable {

    public Arguments {
      properties = properties == null ? List.of() : List.copyOf(properties);
      measures = measures == null ? List.of() : List.copyOf(measures);
    }
  }

  /** Rows that hold totals; null means what the schema says of a key left out. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record Total(String source, String where, String city, String value, String date)
      implements Serializable {}
}
