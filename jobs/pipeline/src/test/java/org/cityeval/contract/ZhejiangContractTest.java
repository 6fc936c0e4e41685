package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contracts find what is known to be wrong in the committed lake of Zhejiang, without being told.
 * Every figure was counted by a few lines of Python over the two files, not by this program.
 */
@ExtendWith(SparkExtension.class)
class ZhejiangContractTest {
  @TempDir private Path folder;

  @Test
  void theCopyTheFallsAndTheTotalAreFound() throws IOException {
    String text = Files.readString(Path.of("../../conf/zhejiang.yaml"));
    // Nothing is left out or accepted.
    String bare =
        text.replace(
                "../data-samples/",
                Path.of("../../data-samples").toAbsolutePath().normalize() + "/")
            .replaceAll("(?s)      exclusions:.*?owner: CityEval\n", "")
            .replaceAll("(?s)      exceptions:.*?owner: CityEval\n", "");
    assertThat(bare).doesNotContain("exclusions:", "exceptions:");
    Path config = Files.writeString(folder.resolve("zhejiang.yaml"), bare);
    Path warehouse = folder.resolve("warehouse");

    Cli.Answer answer =
        Cli.plain()
            .run("ingest", "--config", config.toString(), "--warehouse", warehouse.toString());
    assertThat(answer.exit()).as(answer.err()).isZero();

    assertThat(failed(warehouse))
        .containsExactly(
            "falls;330100;-10 on 2020-02-10; -1 on 2020-03-13; -2 on 2020-03-21",
            "falls;330300;-3 on 2020-01-23; -1 on 2020-03-21",
            "falls;330500;-2 on 2020-03-21",
            "falls;330800;-7 on 2020-02-21",
            "falls;331100;-12 on 2020-03-21",
            // Of 79 days on which both are there, 63 differ, 15 of them by more than 5 %: on
            // 23 January 22 cases in cities and 43 in the province.
            "province;330000;15 times from 2020-01-23 to 2020-04-08, at worst 48.8372 percent on"
                + " 2020-01-23",
            "copies;330300+330500;78 days from 2020-01-22 to 2020-04-08");
  }

  private static List<String> failed(Path warehouse) {
    return Cli.plain()
        .run(
            "sql",
            "select concat_ws(';', rule, district_id, observed) from ops.quality_check"
                + " where outcome = 'failed' and rule is not null order by source_id, rule,"
                + " district_id",
            "--warehouse",
            warehouse.toString(),
            "--format",
            "csv")
        .out()
        .lines()
        .skip(1)
        .map(line -> line.replace("\"", ""))
        .toList();
  }
}
