package org.cityeval.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a parser at hand can say of the kit. No BI tool runs here. */
@ExtendWith(SparkExtension.class)
class BiKitTest {
  private final Map<String, String> kit =
      BiKit.files("s3a://bucket/warehouse").stream()
          .collect(Collectors.toMap(KitFile::path, KitFile::text, (a, b) -> a + b, TreeMap::new));

  private List<String> statements(String path) {
    String text = kit.get(path).replaceAll("(?m)^--.*\n", "");
    assertThat(text).endsWith(";\n");
    return text.lines().map(line -> line.replaceFirst(";$", "")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"trino", "athena", "databricks"})
  void everyTableIsRegistered(String engine, SparkSession spark) throws ParseException {
    List<String> statements = statements("sql/" + engine + ".sql");

    assertThat(statements).hasSize(1 + Tables.PUBLISHED.size() + 1);
    for (TableSpec table : Tables.PUBLISHED) {
      assertThat(statements)
          .filteredOn(
              text ->
                  text.contains("/gold/" + table.name() + "'")
                      || text.contains("/gold/" + table.name() + "/'"))
          .hasSize(1);
    }
    // Athena's way to register has no columns, which Spark's parser asks for.
    if (!engine.equals("athena")) {
      for (String statement : statements) {
        assertThat(spark.sessionState().sqlParser().parsePlan(statement)).isNotNull();
      }
    }
  }

  @Test
  void athenaNamesAFolderOfS3() {
    assertThat(statements("sql/athena.sql"))
        .contains(
            "CREATE EXTERNAL TABLE cityeval_gold.scorecard LOCATION"
                + " 's3://bucket/warehouse/gold/scorecard/' TBLPROPERTIES ('table_type' ="
                + " 'DELTA')");
    assertThat(kit.get("sql/athena.sql")).doesNotContain("s3a:");
  }

  @Test
  void aPathThatWouldEndALiteralIsRefused() {
    assertThatThrownBy(() -> BiKit.files("/tmp/it's"))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("cannot be put into SQL");
  }

  @Test
  void whatIsJsonIsJson() throws JsonProcessingException {
    int found = 0;
    for (Map.Entry<String, String> file : kit.entrySet()) {
      if (file.getKey().matches(".*\\.(json|pbip|pbir|pbism)")) {
        assertThat(new ObjectMapper().readTree(file.getValue()).isObject()).isTrue();
        found++;
      }
    }
    assertThat(found).isEqualTo(4);
  }

  @Test
  void theCommandWritesItOnce(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("kit");

    Cli.Answer answer = Cli.plain().run("bi", "--out", "" + out, "--warehouse", "s3a://bucket/w");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).contains(kit.size() + " files");
    assertThat(Files.readString(out.resolve("sql/trino.sql")))
        .contains("table_location => 's3a://bucket/w/gold/scorecard'");
    Cli.Answer again = Cli.plain().run("bi", "--out", "" + out);
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("is there already.");
  }
}
