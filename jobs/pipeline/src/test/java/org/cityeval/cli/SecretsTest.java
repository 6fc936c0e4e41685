package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.Tables;
import org.cityeval.testing.Cli;
import org.cityeval.testing.RowTexts;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.StoredRows;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs with secrets in their config: none of them is in any file or stream. */
@ExtendWith(SparkExtension.class)
class SecretsTest {
  private static final String TOKEN = "hunter2Token";
  private static final String SALT = "pepperAndSalt9";
  private static final Path SAMPLES = Path.of("../../data-samples/riverton").toAbsolutePath();

  /** What any text can be part of: texts for people, expressions of SQL, patterns, paths. */
  private static final String PROSE =
      ".*\\.(title|title_zh|note|reason|owner|description|citation)";

  private static final String EXPRESSION =
      "districts\\.(where|columns\\..*)|(sources|requests)\\.\\w+\\.(district|date|where|request_id"
          + "|opened|assigned|closed|agency|level|channel|agencies|hand_offs)"
          + "|.*\\.(value|query)|crosswalks\\.\\w+\\.(spelling|district_id)";

  @TempDir private Path folder;

  /** The config that holds every key, each text of it completed by a secret of its own. */
  @Test
  void noKeyTellsItsSecret() throws IOException {
    Map<String, String> secrets = new HashMap<>();
    ObjectNode config =
        (ObjectNode) new YAMLMapper().readTree(Path.of("../../conf/reference.yaml").toFile());
    plant("", config, secrets);
    assertThat(secrets).hasSizeGreaterThan(45);
    // What is drawn holds no text.
    config.withObject("/indicators/uncertainty").put("replicates", 50);
    config.withObject("/comparison").put("draws", 200);
    Path file = folder.resolve("planted.yaml");
    Files.writeString(file, new YAMLMapper().writeValueAsString(config));
    Path warehouse = folder.resolve("warehouse");
    List<Cli.Answer> answers = new ArrayList<>();
    for (String command : List.of("check", "run", "explain")) {
      List<String> words =
          new ArrayList<>(
              List.of(command, "--config", file.toString(), "--warehouse", warehouse.toString()));
      if (command.equals("explain")) {
        words.addAll(List.of("P1", "R1"));
      }
      Cli.Answer answer = Cli.plain().withEnvironment(secrets).run(words.toArray(String[]::new));
      assertThat(answer.exit()).as(answer.err()).isZero();
      answers.add(answer);
    }

    assertThat(hides(answers, warehouse, "planted\\d+secret")).contains("${SECRET_7}");
  }

  /** Completes each text below a key by a variable that holds it with a secret. */
  private void plant(String key, JsonNode node, Map<String, String> secrets) throws IOException {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        String at = key.isEmpty() ? entry.getKey() : key + "." + entry.getKey();
        if (entry.getValue().isTextual()) {
          object.put(entry.getKey(), planted(at, entry.getValue().textValue(), secrets));
        } else {
          plant(at, entry.getValue(), secrets);
        }
      }
    } else if (node instanceof ArrayNode list) {
      for (JsonNode item : list) {
        plant(key, item, secrets);
      }
    }
  }

  private String planted(String key, String text, Map<String, String> secrets) throws IOException {
    String name = "SECRET_" + secrets.size();
    String secret = "planted" + secrets.size() + "secret";
    if (key.endsWith(".path")) {
      Path copy =
          Files.createDirectories(folder.resolve(secret)).resolve(Path.of(text).getFileName());
      Files.copy(SAMPLES.resolve(copy.getFileName()), copy);
      secrets.put(name, copy.toString());
    } else if (key.endsWith(".pattern")) {
      secrets.put(name, text + "|" + secret);
    } else if (key.matches(PROSE)) {
      secrets.put(name, secret);
    } else if (key.matches(EXPRESSION)) {
      secrets.put(name, text + " /* " + secret + " */");
    } else {
      return text;
    }
    return "${" + name + "}";
  }

  @Test
  void aRunThatFailsTellsNone() throws IOException {
    Files.createDirectories(folder.resolve(TOKEN));
    TinyLake lake =
        TinyLake.in(folder)
            .write(TOKEN + "/cases.csv", TinyLake.in(folder).text("cases.csv"))
            .append(TOKEN + "/cases.csv", "2020-03-05,A," + SALT, "2020-03-06,nowhere,1")
            .configure("path: cases.csv", "path: ${TOKEN}/cases.csv\n    where: day <> '${SALT}'")
            .configure("title: Tiny, a city for tests", "title: Tiny ${SALT}")
            .configure("citation: Nishiura 2020", "citation: 'Nishiura ${TOKEN}'");

    Cli.Answer ran = run(lake, "run");
    lake.configure("${TOKEN}/cases.csv", "${TOKEN}/gone.csv");
    Cli.Answer failed = run(lake, "ingest");
    Cli.Answer checked = run(lake, "check");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(failed.exit()).isEqualTo(4);
    assertThat(failed.err()).contains("${TOKEN}");
    assertThat(hides(List.of(ran, failed, checked), lake.warehouse(), TOKEN + "|" + SALT))
        .contains("day <> '${SALT}'", "Nishiura ${TOKEN}", "${TOKEN}/gone.csv");
  }

  private static Cli.Answer run(TinyLake lake, String command) {
    return Cli.plain()
        .withEnvironment(Map.of("TOKEN", TOKEN, "SALT", SALT))
        .run(
            command,
            "--config",
            lake.config().toString(),
            "--warehouse",
            lake.warehouse().toString());
  }

  /** The rows of all tables, in which no secret stands, nor in an answer or a file. */
  private static String hides(List<Cli.Answer> answers, Path warehouse, String secret)
      throws IOException {
    for (Cli.Answer answer : answers) {
      assertThat(answer.out() + answer.err()).doesNotContainPattern(secret);
    }
    String rows = rows(warehouse);
    assertThat(rows).doesNotContainPattern(secret);
    try (var files = Files.walk(warehouse)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as("%s", file)
            .doesNotContainPattern(secret);
      }
    }
    return rows;
  }

  /** Every row of every table, for parquet is compressed. */
  private static String rows(Path warehouse) throws IOException {
    StoredTables stored = new StoredTables(StoragePath.of(warehouse), new Configuration());
    StringBuilder text = new StringBuilder();
    try (var logs = Files.walk(warehouse, 3)) {
      for (Path log : logs.filter(path -> path.endsWith("_delta_log")).toList()) {
        Path table = warehouse.relativize(log.getParent());
        StoredRows rows =
            stored.rows(Tables.find(table.toString().replace('/', '.')).orElseThrow());
        RowTexts.of(rows).forEach(row -> text.append(row).append('\n'));
      }
    }
    return text.toString();
  }
}
