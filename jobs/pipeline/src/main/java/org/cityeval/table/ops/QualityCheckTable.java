package org.cityeval.table.ops;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.RUN_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.text;

import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One check of one run, with what it found. */
public final class QualityCheckTable {
  public static final TableColumn<Integer> ATTEMPT =
      integer("attempt", "Attempt of the run, from 1.");

  public static final TableColumn<String> CHECK =
      text("check", "What was checked, with the source or district it concerns.");

  public static final TableColumn<String> RULE =
      text("rule", "Id of the check in the source's contract; or null.");

  public static final TableColumn<String> DIMENSION =
      text("dimension", "Which quality it is about, in words of ODCS; or null.");

  public static final TableColumn<String> SEVERITY =
      text(
          "severity",
          "warn, quarantine (the records concerned are refused) or fail (the run stops).");

  public static final TableColumn<String> OUTCOME =
      text(
          "outcome",
          "passed; failed; acknowledged: failed and accepted; excluded: records left out.");

  public static final TableColumn<String> OBSERVED = text("observed", "What was found.");

  public static final TableColumn<String> EXPECTED = text("expected", "What was expected.");

  public static final TableColumn<String> DETAIL =
      text("detail", "Who accepted it or left it out, and why; or null.");

  public static final TableSpec SPEC =
      TableSpec.of("ops", "quality_check", "One check of one run, with what it found.")
          .key(RUN_ID)
          .key(ATTEMPT)
          .key(CHECK)
          .columns(
              EVALUATION_ID.meaning("The evaluation the run belongs to."),
              SOURCE_ID.meaning("The source it is about, as evaluation/source; or null."),
              MEASURE.meaning("The measure or family of data it is about; or null."),
              DISTRICT_ID.meaning(
                  "The district, pair of districts (a+b), region or city it is about; null for all."),
              RULE,
              DIMENSION,
              SEVERITY,
              OUTCOME,
              OBSERVED,
              EXPECTED,
              DETAIL)
          .build();

  private QualityCheckTable() {}
}
