package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.run.Run;
import org.cityeval.table.ops.SourceFileTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLedgerTest {
  @TempDir private Path folder;

  @Test
  void whatWasWrittenDownOfItsOwnSourcesIsKnownAgain() {
    Run run = TinyLake.in(folder).beginWithoutSession();
    Written.to(
        run.warehouse().stored(),
        SourceFileTable.SPEC,
        new TableRow(SourceFileTable.SPEC)
            .set(Keys.SOURCE_ID, "tiny/cases")
            .set(SourceFileTable.FILE, "cases.csv")
            .set(Keys.AS_OF, LocalDate.of(2020, 4, 10))
            .set(SourceFileTable.BYTES, 1234L)
            .set(SourceFileTable.MODIFIED, Instant.ofEpochMilli(99_000))
            .set(SourceFileTable.MAPPING_HASH, "hash")
            .set(SourceFileTable.CONTENT, "7 -12345678901234567890 42")
            .set(SourceFileTable.OUTCOMES, "{\"none\": 5, \"filtered\": 2}")
            .set(SourceFileTable.FIRST_DAY, LocalDate.of(2020, 3, 1))
            .set(SourceFileTable.LAST_DAY, LocalDate.of(2020, 3, 2)),
        new TableRow(SourceFileTable.SPEC)
            .set(Keys.SOURCE_ID, "other/cases")
            .set(SourceFileTable.FILE, "cases.csv")
            .set(Keys.AS_OF, LocalDate.of(2020, 4, 10)));

    assertThat(new SourceLedger(run).known())
        .isEqualTo(
            Map.of(
                "tiny/cases",
                List.of(
                    new ReadPlan.Known(
                        new FileTally(
                            "cases.csv",
                            LocalDate.of(2020, 4, 10),
                            Map.of(Reason.NONE, 5L, Reason.FILTERED, 2L),
                            LocalDate.of(2020, 3, 1),
                            LocalDate.of(2020, 3, 2),
                            new ContentHash(7, new BigDecimal("-12345678901234567890"), 42)),
                        1234,
                        99_000,
                        "hash"))));
  }

  @Test
  void beforeAnyIngestNothingIsKnown() {
    assertThat(new SourceLedger(TinyLake.in(folder).beginWithoutSession()).known()).isEmpty();
  }
}
