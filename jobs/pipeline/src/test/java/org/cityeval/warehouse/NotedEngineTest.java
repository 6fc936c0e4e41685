package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.actions.CommitInfo;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.data.GenericRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotedEngineTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final Configuration hadoop = new Configuration();

  private NotedEngine engine() {
    return new NotedEngine(DefaultEngine.create(hadoop), hadoop, "What a row is.", "run r 浙");
  }

  /** An action of the log: one of the fields of an entry, with some of its own. */
  private static Row action(String name, StructType type, Map<String, Object> fields) {
    Map<Integer, Object> cells = new HashMap<>();
    fields.forEach((field, value) -> cells.put(type.indexOf(field), value));
    return new GenericRow(
        SingleAction.FULL_SCHEMA,
        Map.of(SingleAction.FULL_SCHEMA.indexOf(name), new GenericRow(type, cells)));
  }

  private List<JsonNode> written(NotedEngine engine, Row... rows) throws IOException {
    Path file = folder.resolve("entry.json");
    engine
        .getJsonHandler()
        .writeJsonFileAtomically(
            file.toUri().toString(), Utils.toCloseableIterator(List.of(rows).iterator()), true);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void aCommitKeepsItsNoteBesideWhatItSays() throws IOException {
    List<JsonNode> lines =
        written(
            engine(),
            action(
                "commitInfo",
                CommitInfo.FULL_SCHEMA,
                Map.of("operation", "WRITE", "timestamp", 7L, "isBlindAppend", true)));

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .isEqualTo(
            JSON.readTree(
                "{\"commitInfo\":{\"timestamp\":7,\"operation\":\"WRITE\",\"isBlindAppend\":true,"
                    + "\"userMetadata\":\"run r 浙\"}}"));
  }

  @Test
  void theCommitThatMakesATableKeepsItsDescription() throws IOException {
    List<JsonNode> lines =
        written(
            engine(),
            action("metaData", Metadata.FULL_SCHEMA, Map.of("id", "i", "schemaString", "s")));

    assertThat(lines.get(0))
        .isEqualTo(
            JSON.readTree(
                "{\"metaData\":{\"id\":\"i\",\"description\":\"What a row is.\","
                    + "\"schemaString\":\"s\"}}"));
  }

  @Test
  void otherActionsAndOtherFilesAreAsTheyAre() throws IOException {
    StructType other = new StructType();
    Map<Integer, Object> cells = new HashMap<>();
    for (String field : SingleAction.FULL_SCHEMA.fieldNames()) {
      cells.put(other.length(), "of another file");
      other = other.add(field, StringType.STRING);
    }
    List<JsonNode> lines =
        written(engine(), action("txn", txn(), Map.of("appId", "a")), new GenericRow(other, cells));

    assertThat(lines.get(0)).isEqualTo(JSON.readTree("{\"txn\":{\"appId\":\"a\"}}"));
    assertThat(lines.get(1)).hasSize(cells.size());
    assertThat(lines.get(1)).allMatch(text -> text.asText().equals("of another file"));
  }

  private static StructType txn() {
    return (StructType) SingleAction.FULL_SCHEMA.get("txn").getDataType();
  }

  /** Two processes may write the same version; the second is told. */
  @Test
  void anEntryIsNotReplacedUnlessThatIsAskedFor() throws IOException {
    String file = Files.writeString(folder.resolve("there.json"), "first\n").toUri().toString();

    assertThatThrownBy(
            () ->
                engine()
                    .getJsonHandler()
                    .writeJsonFileAtomically(
                        file,
                        Utils.toCloseableIterator(
                            List.of(action("txn", txn(), Map.of("appId", "a"))).iterator()),
                        false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("there.json")).hasContent("first");
  }

  /** A store has its own way to write a file once; it gets the same lines. */
  @Test
  void inAStoreTheEngineWritesWhatIsNoted() throws IOException {
    List<Object> handed = new ArrayList<>();
    Engine store =
        (Engine)
            Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, arguments) ->
                    Proxy.newProxyInstance(
                        Engine.class.getClassLoader(),
                        new Class<?>[] {method.getReturnType()},
                        (handler, call, given) -> {
                          handed.addAll(List.of(given));
                          return null;
                        }));
    Row row = action("commitInfo", CommitInfo.FULL_SCHEMA, Map.of("operation", "WRITE"));

    new NotedEngine(store, hadoop, "d", "the note")
        .getJsonHandler()
        .writeJsonFileAtomically(
            "s3a://bucket/x.json", Utils.toCloseableIterator(List.of(row).iterator()), true);

    assertThat(handed).hasSize(3).startsWith("s3a://bucket/x.json").endsWith(true);
    Row noted = (Row) ((CloseableIterator<?>) handed.get(1)).next();
    Row info = noted.getStruct(noted.getSchema().indexOf("commitInfo"));
    assertThat(info.getString(info.getSchema().indexOf("userMetadata"))).isEqualTo("the note");
  }

  @Test
  void whatTheEngineDoesBesideIsItsOwn() {
    Engine own = DefaultEngine.create(hadoop);
    NotedEngine noted = new NotedEngine(own, hadoop, "d", "n");

    assertThat(noted.getExpressionHandler()).hasSameClassAs(own.getExpressionHandler());
    assertThat(noted.getFileSystemClient()).hasSameClassAs(own.getFileSystemClient());
    assertThat(noted.getParquetHandler()).hasSameClassAs(own.getParquetHandler());
  }

  /** Each field of the actions that Kernel writes is passed on. */
  @Test
  void aTableThatIsMadeAndAppendedToIsNotedInEachCommit() throws IOException {
    TableSpec table =
        TableSpec.of("ops", "log", "What a run did.").key(TableColumn.text("id", "Id.")).build();
    StoredTables tables = new StoredTables(StoragePath.of(folder), hadoop);
    tables.append(table, List.<Object[]>of(new Object[] {"a"}), "first");
    tables.append(table, List.<Object[]>of(new Object[] {"b"}), "second");

    JsonNode made = entry(0);
    JsonNode added = entry(1);
    assertThat(made.at("/commitInfo/userMetadata").asText()).isEqualTo("first");
    assertThat(made.at("/metaData/description").asText()).isEqualTo("What a run did.");
    assertThat(made.at("/metaData/format/provider").asText()).isEqualTo("parquet");
    assertThat(made.at("/metaData/schemaString").asText()).contains("\"id\"");
    assertThat(made.at("/protocol/minReaderVersion").asInt()).isEqualTo(1);
    assertThat(added.at("/commitInfo/userMetadata").asText()).isEqualTo("second");
    assertThat(added.at("/commitInfo/operation").asText()).isNotEmpty();
    assertThat(added.has("metaData")).isFalse();
    assertThat(added.at("/add/path").asText()).endsWith(".parquet");
  }

  /** The actions of a version, put together. */
  private JsonNode entry(int version) throws IOException {
    ObjectNode all = JSON.createObjectNode();
    for (String line :
        Files.readAllLines(
            folder.resolve("ops/log/_delta_log/" + "0".repeat(19) + version + ".json"))) {
      JSON.readTree(line)
          .properties()
          .forEach(action -> all.set(action.getKey(), action.getValue()));
    }
    return all;
  }
}
