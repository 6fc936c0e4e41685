package org.cityeval.cli.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cityeval.bi.BiKit;
import org.cityeval.bi.KitFile;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.options.Invocation;
import org.cityeval.cli.output.Failures;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.Unfinished;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes what makes the tables known to BI tools; reads no table. */
@Command(
    name = "bi",
    description = {
      "Write files that make the tables known to BI tools: SQL for Trino, Athena and Databricks, a"
          + " Power BI project, a dbt project. They are generated from the definitions of the"
          + " tables."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval bi --out kit",
      "  cityeval bi --out kit --warehouse s3a://bucket/warehouse/releases/spring-review"
    })
public final class BiCommand implements Callable<Integer> {
  @ParentCommand private Invocation root;
  @Mixin private EvaluationOptions options;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder that is made, or that is there and empty.")
  private Path out;

  @Override
  public Integer call() {
    List<KitFile> files = BiKit.files(options.warehouse().toString());
    try {
      requireEmpty();
      write(files);
    } catch (IOException e) {
      throw Failures.unwritable(e, out.toString());
    }
    root.console().out().printf(Locale.ROOT, "Written  %s: %d files%n", out, files.size());
    return 0;
  }

  private void write(List<KitFile> files) throws IOException {
    Path place = out.toAbsolutePath().normalize();
    Files.createDirectories(place.getParent());
    try (Unfinished kit = Unfinished.on(place, root.console().clock().get())) {
      for (KitFile file : files) {
        Path made = kit.madeOnDisk().resolve(file.path());
        Files.createDirectories(made.getParent());
        Files.writeString(made, file.text());
      }
      kit.replace();
    }
  }

  private void requireEmpty() throws IOException {
    if (!Files.exists(out)) {
      return;
    }
    if (Files.isDirectory(out)) {
      try (Stream<Path> files = Files.list(out)) {
        if (files.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw new UserProblem(
        out + " is there already.", "The kit replaces nothing.", "Name another folder with --out.");
  }
}
