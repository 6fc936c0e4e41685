package org.cityeval.warehouse;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.internal.json.JsonUtils;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.ExpressionHandler;
import io.delta.kernel.engine.FileSystemClient;
import io.delta.kernel.engine.JsonHandler;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.actions.CommitInfo;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.data.GenericRow;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * An engine that writes what Delta Kernel has no place for. Each commit keeps a note, as {@code
 * userMetadata} of its commit info, so that a version can be traced to its run. The commit that
 * makes a table keeps its description. On a disk a log entry goes through {@link DiskLogStore}.
 */
final class NotedEngine implements Engine {
  private static final int COMMIT_INFO = SingleAction.FULL_SCHEMA.indexOf("commitInfo");
  private static final int METADATA = SingleAction.FULL_SCHEMA.indexOf("metaData");
  private static final StructType NOTED =
      CommitInfo.FULL_SCHEMA.add("userMetadata", StringType.STRING, true);

  private final Engine engine;
  private final Configuration hadoop;
  private final String description;
  private final String note;

  NotedEngine(Engine engine, Configuration hadoop, String description, String note) {
    this.engine = engine;
    this.hadoop = hadoop;
    this.description = description;
    this.note = note;
  }

  @Override
  public ExpressionHandler getExpressionHandler() {
    return engine.getExpressionHandler();
  }

  @Override
  public FileSystemClient getFileSystemClient() {
    return engine.getFileSystemClient();
  }

  @Override
  public ParquetHandler getParquetHandler() {
    return engine.getParquetHandler();
  }

  @Override
  public JsonHandler getJsonHandler() {
    return new NotingHandler(engine.getJsonHandler());
  }

  private final class NotingHandler implements JsonHandler {
    private final JsonHandler json;

    private NotingHandler(JsonHandler json) {
      this.json = json;
    }

    @Override
    public ColumnarBatch parseJson(
        ColumnVector strings, StructType schema, Optional<ColumnVector> selection) {
      return json.parseJson(strings, schema, selection);
    }

    @Override
    public CloseableIterator<ColumnarBatch> readJsonFiles(
        CloseableIterator<FileStatus> files, StructType schema, Optional<Predicate> predicate)
        throws IOException {
      return json.readJsonFiles(files, schema, predicate);
    }

    @Override
    public void writeJsonFileAtomically(String path, CloseableIterator<Row> rows, boolean overwrite)
        throws IOException {
      CloseableIterator<Row> noted = rows.map(NotedEngine.this::noted);
      Path file = new Path(path);
      String scheme = file.toUri().getScheme();
      if (scheme != null && !scheme.equals("file")) {
        json.writeJsonFileAtomically(path, noted, overwrite);
        return;
      }
      // Kernel finds a log store by its name, and does not find ours where spark-submit loads it.
      try (CloseableIterator<String> lines = noted.map(JsonUtils::rowToJson)) {
        new DiskLogStore(hadoop).write(file, lines, overwrite, hadoop);
      }
    }
  }

  private Row noted(Row action) {
    if (!action.getSchema().equals(SingleAction.FULL_SCHEMA)) {
      return action;
    }
    if (!action.isNullAt(COMMIT_INFO)) {
      return with(action, COMMIT_INFO, NOTED, "userMetadata", note);
    }
    return action.isNullAt(METADATA)
        ? action
        : with(action, METADATA, Metadata.FULL_SCHEMA, "description", description);
  }

  /** The action with another text in one of its fields. */
  private static Row with(Row action, int at, StructType as, String field, String text) {
    Map<Integer, Object> cells = cells(action.getStruct(at));
    cells.put(as.indexOf(field), text);
    StructType schema = new StructType();
    for (StructField of : SingleAction.FULL_SCHEMA.fields()) {
      boolean isAction = schema.length() == at;
      schema = isAction ? schema.add(of.getName(), as, true) : schema.add(of);
    }
    return new GenericRow(schema, Map.of(at, new GenericRow(as, cells)));
  }

  /** By ordinal, those that are there. */
  private static Map<Integer, Object> cells(Row info) {
    Map<Integer, Object> cells = new HashMap<>();
    for (int i = 0; i < info.getSchema().length(); i++) {
      if (!info.isNullAt(i)) {
        cells.put(i, cell(info, i, info.getSchema().at(i).getDataType()));
      }
    }
    return cells;
  }

  private static Object cell(Row row, int at, DataType type) {
    if (type instanceof StructType) {
      return row.getStruct(at);
    }
    if (type instanceof ArrayType) {
      return row.getArray(at);
    }
    if (type instanceof MapType) {
      return row.getMap(at);
    }
    return switch (type.toString()) {
      case "string" -> row.getString(at);
      case "long" -> row.getLong(at);
      case "boolean" -> row.getBoolean(at);
      default -> throw new IllegalArgumentException("No action has a field of type " + type);
    };
  }
}
