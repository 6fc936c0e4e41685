package org.cityeval.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;

/**
 * CSV files as rows of strings, each with its file and line. A file is read by one task, so that
 * lines can be counted and quoted line breaks are safe. A lake of many files is read in parallel.
 */
final class CsvLake {
  private final String owner;
  private final CsvDialect dialect;
  private final Configuration hadoop;
  private final List<FileHeadings> headings = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();

  private CsvLake(String owner, CsvDialect dialect, Configuration hadoop) {
    this.owner = owner;
    this.dialect = dialect;
    this.hadoop = hadoop;
  }

  /**
   * Rows of {@code files}, with the columns of {@code all}: a file that lacks one has nulls there.
   */
  static Lake open(
      SparkSession spark,
      String owner,
      List<LakeFile> all,
      List<LakeFile> files,
      CsvDialect dialect) {
    CsvLake lake = new CsvLake(owner, dialect, spark.sessionState().newHadoopConf());
    all.forEach(lake::look);
    if (lake.headings.isEmpty()) {
      throw new SourceProblem(
          owner + ": no file holds a record.",
          all.get(0).label() + (all.size() > 1 ? " and the others hold" : " holds") + " no text.",
          "Deliver the data again; what was published stays.");
    }
    return lake.rows(spark, all, files);
  }

  private Lake rows(SparkSession spark, List<LakeFile> all, List<LakeFile> files) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<String> names = List.copyOf(columns);
    TreeMap<String, Integer> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    IntStream.range(0, names.size()).forEach(i -> places.put(names.get(i), i));
    Map<String, Boolean> believed = believed(all);
    CsvDialect how = dialect;
    return new Lake(
        new TextRows(
            spark,
            hadoop,
            files,
            Provenance.addTo(stringColumns(names)),
            (file, reached) -> new CsvRows(file, places, how, believed.get(file.label()), reached)),
        headings,
        () ->
            FileWalk.records(
                owner,
                EachFile.ask(
                    context, hadoop, files, (file, reached) -> CsvRows.walk(file, how, reached))));
  }

  /** Takes note of the columns of a file; files may differ in order, or lack some. */
  private void look(LakeFile file) {
    try (CsvRecords records = new CsvRecords(file, dialect, hadoop)) {
      if (!records.hasNext()) {
        FileWalk.records(
            owner, List.of(new FileWalk(file.label(), 0, records.broken().orElse(null))));
        return;
      }
      CsvRecords.Parsed first = records.next();
      String failure = failure(first);
      if (!dialect.header().isEmpty()) {
        if (failure == null) {
          refuseHeadings(file, first.cells());
        }
        add(file, dialect.header().toArray(String[]::new));
      } else if (failure != null) {
        refuse(file, failure);
      } else {
        add(file, first.cells());
      }
    }
  }

  private void add(LakeFile file, String[] cells) {
    headings.add(CsvHeadings.of(file, cells));
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(columns);
    List<String> names = new ArrayList<>(CsvHeadings.names(cells));
    // A folder's word goes before a cell's, as in Spark's own reading.
    names.addAll(file.partitions().keySet());
    names.stream().filter(known::add).forEach(columns::add);
  }

  private void refuse(LakeFile file, String why) {
    throw new SourceProblem(
        owner + ": the heading of " + file.label() + " cannot be read.",
        why + ".",
        "Deliver the file again, or declare how it is written under options.");
  }

  /** A first line that repeats the names the config gives is no record. */
  private void refuseHeadings(LakeFile file, String[] cells) {
    List<String> header = dialect.header();
    List<String> first =
        Arrays.stream(cells).map(cell -> cell == null ? "" : CellText.stripped(cell)).toList();
    boolean repeats =
        first.size() == header.size()
            && IntStream.range(0, first.size())
                .allMatch(i -> first.get(i).equalsIgnoreCase(header.get(i)));
    if (repeats) {
      throw new UserProblem(
          owner + ".options.header: " + file.label() + " has a line of headings.",
          "It reads " + String.join(", ", first) + ", as the config does.",
          "Remove options.header; the line gives the names.");
    }
  }

  private String failure(CsvRecords.Parsed heading) {
    if (heading.failure() != null) {
      return heading.failure();
    }
    boolean isText =
        Arrays.stream(heading.cells())
            .allMatch(
                cell -> cell == null || (cell.indexOf('\uFFFD') < 0 && cell.indexOf('\0') < 0));
    return isText ? null : "It is no text in " + dialect.encoding();
  }

  /**
   * Files whose last line is accepted without an end of line. These are archives, which are checked
   * to their last byte. If none of several files ends its last line, these are all of them, because
   * then they are written so.
   */
  private Map<String, Boolean> believed(List<LakeFile> all) {
    Map<Boolean, List<LakeFile>> packed =
        all.stream().collect(Collectors.partitioningBy(file -> Unpacked.isPacked(file, hadoop)));
    List<LakeFile> plain = packed.get(false);
    boolean isHabit = plain.size() > 1 && plain.stream().noneMatch(this::endsItsLastLine);
    Map<String, Boolean> believed = new TreeMap<>();
    packed.get(true).forEach(file -> believed.put(file.label(), true));
    plain.forEach(file -> believed.put(file.label(), isHabit));
    return believed;
  }

  private boolean endsItsLastLine(LakeFile file) {
    byte[] last = new byte[(int) Math.min(bytesOfASign(), file.bytes())];
    Path path = new Path(file.uri());
    try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
      in.readFully(file.bytes() - last.length, last);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file.uri(), unreadable);
    }
    for (byte one : last) {
      if (one == '\n' || one == '\r') {
        return true;
      }
    }
    return last.length == 0;
  }

  private int bytesOfASign() {
    Charset charset = Charset.forName(dialect.encoding());
    return "\n\n".getBytes(charset).length - "\n".getBytes(charset).length;
  }

  private static StructType stringColumns(List<String> columns) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return schema;
  }
}
