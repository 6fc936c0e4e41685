package org.cityeval.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.Dimension;
import org.cityeval.config.lake.ContractCheck.Severity;
import org.cityeval.config.lake.ContractCheck.Unit;
import org.cityeval.config.lake.ContractConfig;
import org.cityeval.config.lake.ContractConfig.Acknowledgement;
import org.cityeval.config.lake.ContractConfig.SlaProperty;
import org.cityeval.config.lake.MustBe;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.series.Quantity;

/** Turns the measurements of one source into findings, and honours what is acknowledged. */
public final class Verdict {
  private static final int MOST_DAYS_NAMED = 3;

  private final ContractConfig contract;
  private final LocalDate today;
  private final Map<String, Finding.Rule> rules = new LinkedHashMap<>();
  private final Set<String> floors = new HashSet<>();

  /**
   * @param today the run's day, from which exceptions expire and latency is counted
   */
  public Verdict(ContractConfig contract, LocalDate today) {
    this.contract = contract;
    this.today = today;
    for (ContractConfig.Property property : contract.schema()) {
      add(property.rule(), property.severity(), Dimension.CONFORMITY, Unit.ROWS, "exactly 0");
    }
    for (ContractCheck check : contract.quality()) {
      add(check.id(), check.severity(), check.dimension(), unit(check), check.operators().words());
      if (check.operators().isFloor()) {
        floors.add(check.id());
      }
    }
    for (SlaProperty sla : contract.slaProperties()) {
      Severity severity =
          sla.severity() == QualityConfig.Severity.FAIL ? Severity.FAIL : Severity.WARN;
      add(
          sla.property().rule(),
          severity,
          Dimension.TIMELINESS,
          Unit.DAYS,
          "at most " + MustBe.text(sla.value()));
    }
  }

  private void add(String id, Severity severity, Dimension dimension, Unit unit, String mustBe) {
    rules.put(id, new Finding.Rule(id, severity, dimension, unit, mustBe));
  }

  /** In what the number of a check is given; null where it is one of the source's own. */
  private static Unit unit(ContractCheck check) {
    if (check.unit() != null) {
      return check.unit();
    }
    return switch (check.rule().type()) {
      case LIBRARY -> Unit.ROWS;
      case SQL -> null;
      case CUSTOM ->
          switch (check.rule().implementation()) {
            case OBSERVED_DAYS, FROZEN_DAYS, IDENTICAL_DAYS -> Unit.DAYS;
            case JUMP, INCREMENT, SUM_OF_DISTRICTS -> null;
          };
    };
  }

  /**
   * What is promised of the delivery, measured.
   *
   * @param lastDay last day the source tells of
   */
  public List<Measurement> delivery(LocalDate lastDay) {
    double days = (double) ChronoUnit.DAYS.between(lastDay, today);
    return contract.slaProperties().stream()
        .map(
            sla ->
                new Measurement(
                    sla.property().rule(),
                    Measurement.Subject.SOURCE,
                    lastDay,
                    lastDay,
                    days,
                    days <= sla.value()))
        .toList();
  }

  /** Findings by rule and subject: each rule has one at least, for a check that passed is told. */
  public List<Finding> findings(List<Measurement> measurements) {
    Map<String, List<Measurement>> byRule =
        measurements.stream().collect(Collectors.groupingBy(Measurement::rule));
    List<Finding> findings = new ArrayList<>();
    rules.forEach(
        (id, rule) -> findings.addAll(findings(rule, byRule.getOrDefault(id, List.of()))));
    return findings;
  }

  /** The measurements for which records are refused. */
  public List<Measurement> refused(List<Measurement> measurements) {
    return measurements.stream()
        .filter(found -> !found.holds() && found.first() != null)
        .filter(found -> rules.get(found.rule()).severity() == Severity.QUARANTINE)
        .filter(found -> acknowledgement(found).isEmpty())
        .toList();
  }

  private List<Finding> findings(Finding.Rule rule, List<Measurement> found) {
    Map<String, List<Measurement>> failed = new TreeMap<>();
    Map<String, List<Measurement>> acknowledged = new TreeMap<>();
    List<Measurement> held = new ArrayList<>();
    for (Measurement measurement : found) {
      if (measurement.holds()) {
        held.add(measurement);
      } else {
        (acknowledgement(measurement).isPresent() ? acknowledged : failed)
            .computeIfAbsent(measurement.subject().toString(), key -> new ArrayList<>())
            .add(measurement);
      }
    }
    List<Finding> findings = new ArrayList<>();
    failed.values().forEach(broken -> findings.add(finding(rule, broken, Finding.Outcome.FAILED)));
    acknowledged
        .values()
        .forEach(broken -> findings.add(finding(rule, broken, Finding.Outcome.ACKNOWLEDGED)));
    if (failed.isEmpty()) {
      findings.add(
          new Finding(
              rule, Measurement.Subject.SOURCE, Finding.Outcome.PASSED, held(rule, held), null));
    }
    return findings;
  }

  private Finding finding(Finding.Rule rule, List<Measurement> broken, Finding.Outcome outcome) {
    Measurement first = broken.get(0);
    Optional<Acknowledgement> by =
        outcome == Finding.Outcome.ACKNOWLEDGED ? acknowledgement(first) : expired(broken);
    return new Finding(
        rule,
        first.subject(),
        outcome,
        observed(broken, rule.unitWords()),
        by.map(accepted -> detail(accepted, outcome)).orElse(null));
  }

  private String detail(Acknowledgement accepted, Finding.Outcome outcome) {
    if (outcome == Finding.Outcome.ACKNOWLEDGED) {
      return "Acknowledged by "
          + accepted.owner()
          + (accepted.expires() == null ? "" : " until " + accepted.expires())
          + ": "
          + accepted.reason();
    }
    return "The exception of "
        + accepted.owner()
        + " expired on "
        + accepted.expires()
        + ", before the run's day "
        + today
        + ": "
        + accepted.reason();
  }

  private String held(Finding.Rule rule, List<Measurement> held) {
    if (held.isEmpty()) {
      return "no finding";
    }
    DoubleSummaryStatistics numbers =
        held.stream().mapToDouble(Measurement::number).summaryStatistics();
    boolean isFloor = floors.contains(rule.id());
    String nearest = MustBe.text(isFloor ? numbers.getMin() : numbers.getMax()) + rule.unitWords();
    boolean bySeries = held.stream().anyMatch(m -> m.subject().measure() != null);
    long series = held.stream().map(Measurement::subject).distinct().count();
    return bySeries
        ? series + " series, " + (isFloor ? "smallest " : "largest ") + nearest
        : nearest;
  }

  /** The days, earliest first, and of many the number that is farthest from zero. */
  private static String observed(List<Measurement> broken, String unit) {
    List<Measurement> ordered =
        broken.stream().sorted(Comparator.comparing(m -> String.valueOf(m.first()))).toList();
    if (ordered.size() <= MOST_DAYS_NAMED) {
      return ordered.stream().map(found -> text(found, unit)).collect(Collectors.joining("; "));
    }
    Measurement worst =
        ordered.stream()
            .max(Comparator.comparingDouble(found -> Math.abs(found.number())))
            .orElseThrow();
    return ordered.size()
        + " times from "
        + ordered.get(0).first()
        + " to "
        + ordered.get(ordered.size() - 1).last()
        + ", at worst "
        + text(worst, unit);
  }

  private static String text(Measurement found, String unit) {
    String number = Double.isNaN(found.number()) ? "no number" : MustBe.text(found.number()) + unit;
    if (found.first() == null) {
      return number;
    }
    return number
        + (found.first().equals(found.last())
            ? " on " + found.first()
            : " from " + found.first() + " to " + found.last());
  }

  private Optional<Acknowledgement> acknowledgement(Measurement found) {
    return contract.exceptions().stream()
        .filter(accepted -> isHonoured(accepted) && covers(accepted, found))
        .findFirst();
  }

  private Optional<Acknowledgement> expired(List<Measurement> broken) {
    return contract.exceptions().stream()
        .filter(accepted -> !isHonoured(accepted))
        .filter(accepted -> broken.stream().anyMatch(found -> covers(accepted, found)))
        .findFirst();
  }

  private boolean isHonoured(Acknowledgement accepted) {
    return accepted.expires() == null || !today.isAfter(accepted.expires());
  }

  private static boolean covers(Acknowledgement accepted, Measurement found) {
    Measurement.Subject subject = found.subject();
    return accepted.check().equals(found.rule())
        && (accepted.districts().isEmpty()
            || (accepted.districts().contains(subject.district())
                && (subject.other() == null || accepted.districts().contains(subject.other()))))
        && (accepted.measures().isEmpty()
            || accepted.measures().stream()
                .map(Quantity::column)
                .anyMatch(measure -> measure.equals(subject.measure())))
        && (accepted.from() == null
            || (found.first() != null && !found.first().isBefore(accepted.from())))
        && (accepted.to() == null
            || (found.last() != null && !found.last().isAfter(accepted.to())));
  }
}
