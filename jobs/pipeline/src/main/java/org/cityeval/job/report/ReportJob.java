package org.cityeval.job.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.cityeval.problem.UserProblem;
import org.cityeval.report.data.Edition;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.ReportTables;
import org.cityeval.report.data.RevisionTables;
import org.cityeval.report.page.ReportPage;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;

/** Writes the report of what is published: one HTML file per evaluation and vintage. */
public final class ReportJob {
  private final Run run;

  public ReportJob(Run run) {
    this.run = run;
  }

  /** Where the report of a publication is, below the warehouse. */
  public static String relativePath(Publication publication) {
    return "reports/" + publication.evaluationId() + "/" + publication.asOf() + ".html";
  }

  /**
   * The publication that a run is about: the vintage it asks for, else what it published itself,
   * else the current one.
   *
   * @throws UserProblem if there is none
   */
  public static Publication publication(Run run) {
    Publications publications = new Publications(run.warehouse().stored());
    Optional<Publication> found =
        run.knownOn().isPresent()
            ? publications.find(run.evaluationId(), run.knownOn().get())
            : publications
                .find(run.evaluationId(), run.note())
                .or(() -> publications.findCurrent(run.evaluationId()));
    return found.orElseThrow(
        () -> {
          String asOf = run.knownOn().map(day -> " as of " + day).orElse("");
          return new UserProblem(
              "Nothing is published of " + run.evaluationId() + asOf + ".",
              "gold.publication holds no row for it in " + run.warehouse().root() + ".",
              "Run 'cityeval run"
                  + run.knownOn().map(day -> " --as-of " + day).orElse("")
                  + "' first.");
        });
  }

  /** Writes the page; computes nothing that the tables do not hold. */
  public RunLog.Counts run() {
    run.warehouse().now("writes the page");
    Publication publication = publication(run);
    ReportData data =
        ReportTables.read(run.warehouse().stored(), publication)
            .titled(run.config().evaluation().title());
    Edition edition =
        new Edition(
            run.config().evaluation().titleZh(),
            RevisionTables.read(run.warehouse().stored(), publication));
    write(relativePath(publication), ReportPage.render(data, edition));
    return new RunLog.Counts(Map.of("publication", publication.asOf().toString()), 0, 1);
  }

  private void write(String path, String page) {
    Path file = run.warehouse().root().resolve(path).hadoop();
    try (Writer out =
        new OutputStreamWriter(
            file.getFileSystem(run.warehouse().stored().hadoop()).create(file, true),
            StandardCharsets.UTF_8)) {
      out.write(page);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
