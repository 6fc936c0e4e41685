package org.cityeval.warehouse;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.And;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Or;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** Rows of one version of a table, in no order. They are read each time they are asked for. */
public final class StoredRows {
  /** Where rows stand; no engine where the table was never written. */
  private record Place(Engine engine, String location, long version, TableSpec table) {}

  private final Place place;
  private final Set<String> columns;
  private final Map<String, Set<?>> values;
  private final java.util.function.Predicate<String> files;
  private final java.util.function.Predicate<StoredRow> filter;

  private StoredRows(
      Place place,
      Set<String> columns,
      Map<String, Set<?>> values,
      java.util.function.Predicate<String> files,
      java.util.function.Predicate<StoredRow> filter) {
    this.place = place;
    this.columns = columns;
    this.values = values;
    this.files = files;
    this.filter = filter;
  }

  static StoredRows of(Engine engine, String location, long version, TableSpec table) {
    return new StoredRows(
        new Place(engine, location, version, table),
        new LinkedHashSet<>(List.of(table.columnNames())),
        Map.of(),
        file -> true,
        row -> true);
  }

  static StoredRows none(TableSpec table) {
    return of(null, null, -1, table);
  }

  /** Of these columns alone, in this order; others are not read. */
  public StoredRows columns(TableColumn<?>... only) {
    return columns(TableColumn.names(only));
  }

  /** Of these columns alone, in this order; others are not read. */
  public StoredRows columns(List<String> names) {
    return new StoredRows(place, new LinkedHashSet<>(names), values, files, filter);
  }

  /**
   * Those that hold a value in a column. Where the column partitions the table, no other file is
   * opened.
   *
   * @param value text or a day
   */
  public StoredRows where(String column, Object value) {
    return whereAny(column, Set.of(value));
  }

  /** Those that hold a value in a column, likewise. */
  public <T> StoredRows where(TableColumn<T> column, T value) {
    return where(column.name(), value);
  }

  /** Those that hold one of some values in a column, likewise. */
  public <T> StoredRows whereAny(TableColumn<T> column, Set<T> any) {
    return whereAny(column.name(), any);
  }

  /** Those that hold one of some values in a column, likewise. */
  public StoredRows whereAny(String column, Set<?> any) {
    Map<String, Set<?>> both = new TreeMap<>(values);
    both.put(column, any);
    return new StoredRows(place, columns, both, files, filter);
  }

  /**
   * Those in some files; others are not opened.
   *
   * @param isAsked of a path as {@link TableFiles} has it
   */
  public StoredRows inFiles(java.util.function.Predicate<String> isAsked) {
    return new StoredRows(place, columns, values, files.and(isAsked), filter);
  }

  /** Those that a condition on the columns read holds for. */
  public StoredRows where(java.util.function.Predicate<StoredRow> condition) {
    return new StoredRows(place, columns, values, files, filter.and(condition));
  }

  /**
   * All of them, in the order that the columns of the table's key give. Equal texts are held once.
   */
  public List<StoredRow> list() {
    List<StoredRow> rows = new ArrayList<>();
    Map<String, String> texts = new HashMap<>();
    each(row -> rows.add(row.sharing(texts)));
    List<String> read = new ArrayList<>(columns);
    values.keySet().stream().filter(column -> !columns.contains(column)).forEach(read::add);
    rows.sort(
        StoredRow.order(read, place.table().key().stream().filter(columns::contains).toList()));
    return rows;
  }

  /** The first in that order, if there is one. */
  public Optional<StoredRow> first() {
    return list().stream().findFirst();
  }

  /** Goes through them, one at a time. */
  public void each(Consumer<StoredRow> use) {
    each(Long.MAX_VALUE, use);
  }

  /**
   * Goes through the first row of each file. That is enough where rows of one partition agree in
   * the columns that are asked for.
   */
  public void firstOfEachFile(Consumer<StoredRow> use) {
    each(1, use);
  }

  private void each(long most, Consumer<StoredRow> use) {
    Engine engine = place.engine();
    if (engine == null || values.values().stream().anyMatch(Set::isEmpty)) {
      return;
    }
    Snapshot snapshot =
        TableManager.loadSnapshot(place.location()).atVersion(place.version()).build(engine);
    Set<String> read = new LinkedHashSet<>(columns);
    read.addAll(values.keySet());
    StructType schema = new StructType();
    for (String column : read) {
      schema = schema.add(field(snapshot, column));
    }
    var builder = snapshot.getScanBuilder().withReadSchema(schema);
    Optional<Predicate> partitions = partitions(snapshot.getPartitionColumnNames());
    Scan scan = partitions.map(builder::withFilter).orElse(builder).build();
    Row state = scan.getScanState(engine);
    List<String> names = List.copyOf(read);
    TableFiles.each(scan, engine, place.location(), file -> rows(state, file, names, most, use));
  }

  /** Another release of the program may have written the table. */
  private StructField field(Snapshot snapshot, String column) {
    if (!snapshot.getSchema().fieldNames().contains(column)) {
      throw new UserProblem(
          "Table " + place.table().qualifiedName() + " has no column " + column + ".",
          place.location() + " was written by another release of CityEval.",
          "Run 'cityeval run --full' with this one, or name another --warehouse.");
    }
    return snapshot.getSchema().get(column);
  }

  /** Which partitions are looked into at all. */
  private Optional<Predicate> partitions(List<String> partitions) {
    return values.entrySet().stream()
        .filter(entry -> partitions.contains(entry.getKey()))
        .map(entry -> any(new Column(entry.getKey()), entry.getValue()))
        .reduce(And::new);
  }

  private static Predicate any(Column column, Set<?> values) {
    return values.stream()
        .map(value -> new Predicate("=", column, literal(value)))
        .reduce(Or::new)
        .orElseThrow();
  }

  private static Literal literal(Object value) {
    return value instanceof LocalDate day
        ? Literal.ofDate((int) day.toEpochDay())
        : Literal.ofString((String) value);
  }

  private void rows(Row state, Row file, List<String> names, long most, Consumer<StoredRow> use)
      throws IOException {
    String path = InternalScanFileUtils.getAddFileStatus(file).getPath();
    if (!files.test(path)) {
      return;
    }
    long found = 0;
    try (CloseableIterator<FilteredColumnarBatch> batches =
        whole(path, () -> batches(state, file))) {
      while (found < most && whole(path, batches::hasNext)) {
        for (StoredRow row : whole(path, () -> rows(batches.next(), names))) {
          if (found < most && isAsked(row)) {
            use.accept(row);
            found++;
          }
        }
      }
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** What a reader throws for a file that is damaged or gone does not always name the file. */
  private static <T> T whole(String path, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the file " + path, e);
    } catch (RuntimeException e) {
      throw new UncheckedIOException("Cannot read the file " + path, new IOException(e));
    }
  }

  private CloseableIterator<FilteredColumnarBatch> batches(Row state, Row file) throws IOException {
    CloseableIterator<ColumnarBatch> read =
        place
            .engine()
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                ScanStateRow.getPhysicalDataReadSchema(state),
                Optional.empty())
            .map(result -> result.getData());
    return Scan.transformPhysicalData(place.engine(), state, file, read);
  }

  private static List<StoredRow> rows(FilteredColumnarBatch batch, List<String> names)
      throws IOException {
    List<StoredRow> all = new ArrayList<>();
    KernelCells cells = new KernelCells(batch.getData().getSchema());
    try (CloseableIterator<Row> rows = batch.getRows()) {
      while (rows.hasNext()) {
        all.add(new StoredRow(names, cells.of(rows.next())));
      }
    }
    return all;
  }

  private boolean isAsked(StoredRow row) {
    return values.entrySet().stream()
            .allMatch(
                entry ->
                    row.cell(entry.getKey()) != null
                        && entry.getValue().contains(row.cell(entry.getKey())))
        && filter.test(row);
  }
}
