package org.cityeval.job.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.cityeval.config.load.ConfigChanges;
import org.cityeval.config.load.ConfigChanges.Change;
import org.cityeval.config.load.ConfigChanges.Reach;
import org.cityeval.revision.Cause;
import org.cityeval.revision.CauseRule;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;

/**
 * What two publications were made from that differs: config, code, sources, and the runs that made
 * them.
 */
final class Differences {
  private static final String NOT_THERE = "none";

  private final Publications publications;
  private final Publication a;
  private final Publication b;
  private final List<Change> config;

  private Differences(
      Publications publications, Publication a, Publication b, List<Change> config) {
    this.publications = publications;
    this.a = a;
    this.b = b;
    this.config = config;
  }

  static Differences between(Publications publications, Publication a, Publication b) {
    return new Differences(publications, a, b, ConfigChanges.between(a.config(), b.config()));
  }

  /** What may have made a row differ. */
  CauseRule rule() {
    return CauseRule.between(a, b);
  }

  /**
   * One row per thing that differs, after the two that name the publications.
   *
   * @param indicators rows by indicator, for their method versions
   */
  Rows rows(Rows indicators) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(row("publication", "as_of", a.asOf().toString(), b.asOf().toString()));
    rows.add(row("publication", "made by", madeBy(a), madeBy(b)));
    if (!a.codeVersion().equals(b.codeVersion())) {
      rows.add(row("code", "code_version", a.codeVersion(), b.codeVersion()));
    }
    for (Change change : config) {
      rows.add(row(word(change.reach()), change.key(), change.before(), change.after()));
    }
    for (List<Object> indicator : indicators.rows()) {
      Object before = indicators.cell(indicator, "method_a");
      Object after = indicators.cell(indicator, "method_b");
      if (before != null && after != null && !before.equals(after)) {
        String id = (String) indicators.cell(indicator, "indicator_id");
        List<Object> method = row(Cause.METHOD.word(), id, before.toString(), after.toString());
        if (!rows.contains(method)) {
          rows.add(method);
        }
      }
    }
    TreeSet<String> sources = new TreeSet<>(a.sourceVersions().keySet());
    sources.addAll(b.sourceVersions().keySet());
    for (String source : sources) {
      String before = a.sourceVersions().get(source);
      String after = b.sourceVersions().get(source);
      if (!Objects.equals(before, after)) {
        rows.add(row(Cause.DATA.word(), source, before, after));
      }
    }
    return new Rows(List.of("cause", "what", "a", "b"), rows);
  }

  private String madeBy(Publication publication) {
    return publications.findNote(publication).orElse("not known any more");
  }

  private static String word(Reach reach) {
    return switch (reach) {
      case INPUT -> Cause.INPUT.word();
      case PARAMETERS -> Cause.PARAMETERS.word();
      case COMPARISON -> Cause.COMPARISON.word();
      case NOTHING -> "config without effect";
    };
  }

  private static List<Object> row(String cause, String what, String before, String after) {
    return Arrays.asList(
        cause,
        what,
        Objects.requireNonNullElse(before, NOT_THERE),
        Objects.requireNonNullElse(after, NOT_THERE));
  }
}
