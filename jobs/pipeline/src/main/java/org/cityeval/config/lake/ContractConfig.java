package org.cityeval.config.lake;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cityeval.config.lake.ContractCheck.Severity;
import org.cityeval.series.Quantity;

/**
 * What a source promises, in the terms of the Open Data Contract Standard 3.1 where it has one. It
 * holds properties, checks of their quality and delivery, and what is accepted or left out.
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record ContractConfig(
    List<Property> schema,
    List<ContractCheck> quality,
    List<SlaProperty> slaProperties,
    List<Acknowledgement> exceptions,
    List<Exclusion> exclusions)
    implements Serializable {

  /** How the check of a column's cells is named; the column follows. */
  private static final String SCHEMA = "schema.";

  public ContractConfig {
    schema = listed(schema);
    quality = listed(quality);
    slaProperties = listed(slaProperties);
    exceptions = listed(exceptions);
    exclusions = listed(exclusions);
  }

  /** Whether it is about the source as a whole: then a part of it cannot be judged alone. */
  public boolean isAboutTheWhole() {
    return !quality.isEmpty() || !exclusions.isEmpty();
  }

  /** A column, and what its cells may hold. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record Property(
      String name,
      LogicalType logicalType,
      boolean required,
      boolean unique,
      TypeOptions logicalTypeOptions,
      Severity severity)
      implements Serializable {

    public Property {
      logicalTypeOptions =
          logicalTypeOptions == null ? new TypeOptions(null, null, null) : logicalTypeOptions;
    }

    /** How exceptions and ops.quality_check name the check of its cells. */
    public String rule() {
      return SCHEMA + name;
    }
  }

  /** What a cell holds. */
  public enum LogicalType {
    STRING,
    NUMBER,
    INTEGER,
    DATE,
    BOOLEAN
  }

  /**
   * Bounds of a cell, themselves allowed.
   *
   * @param minimum a number or an ISO date
   * @param maximum a number or an ISO date
   * @param pattern regular expression of the whole cell
   */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record TypeOptions(String minimum, String maximum, String pattern)
      implements Serializable {}

  /** A promise about delivery. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record SlaProperty(
      Sla property,
      double value,
      TimeUnit unit,
      QualityConfig.Severity severity,
      String description)
      implements Serializable {}

  /** What is promised. */
  public enum Sla {
    /** Days from the source's last day to the run's day. */
    LATENCY;

    /** How exceptions and ops.quality_check name it. */
    public String rule() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The unit of a promise. */
  public enum TimeUnit {
    D
  }

  /**
   * Findings that someone answers for.
   *
   * @param check the rule they are findings of
   * @param districts empty for all
   * @param measures empty for all
   * @param expires last day on which it is honoured; null for ever
   */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record Acknowledgement(
      String check,
      List<String> districts,
      List<Quantity> measures,
      LocalDate from,
      LocalDate to,
      String reason,
      String owner,
      LocalDate expires)
      implements Serializable {

    public Acknowledgement {
      districts = listed(districts);
      measures = listed(measures);
    }
  }

  /**
   * Records that are left out.
   *
   * @param measures empty for all
   */
  @JsonNaming(LowerCamelCaseStrategy.class)
  public record Exclusion(
      List<String> districts,
      List<Quantity> measures,
      LocalDate from,
      LocalDate to,
      String reason,
      String owner)
      implements Serializable {

    public Exclusion {
      districts = listed(districts);
      measures = listed(measures);
    }

    /** Whether a district's value of a measure on a day is left out. */
    public boolean covers(Quantity measure, String district, LocalDate day) {
      return districts.contains(district)
          && (measures.isEmpty() || measures.contains(measure))
          && (from == null || !day.isBefore(from))
          && (to == null || !day.isAfter(to));
    }
  }

  private static <T> List<T> listed(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
