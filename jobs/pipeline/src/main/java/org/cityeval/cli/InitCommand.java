package org.cityeval.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.cityeval.draft.DraftConfig;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.sample.FolderLook;
import org.cityeval.problem.UserProblem;
import org.cityeval.terminal.ShellWord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Drafts a config from the files of a lake; needs no Spark. */
@Command(
    name = "init",
    description = {
      "Draft a first config from the files of a lake: csv, tsv, json (also packed with gz), parquet,"
          + " geojson. Every guess says in a comment what it rests on, and what cannot be told is"
          + " marked DECIDE. Looks at the beginning and the end of each file."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval init --from data-samples/us-metros",
      "  cityeval init --from data-samples/us-metros --out mine.yaml",
      "  cityeval check --config mine.yaml --syntax"
    })
final class InitCommand implements Callable<Integer> {
  @ParentCommand private CityEval root;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "PATH",
      description = "The folder of the lake, or one file of it.")
  private Path from;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the config goes; an existing file is kept (default: stdout).")
  private Path out;

  /** Whether it was given is looked up by {@link CityEval}, which tells failures. */
  @Option(names = "-v", description = "Show stack traces.")
  boolean verbose;

  @Override
  public Integer call() {
    if (out != null && Files.exists(out)) {
      throw taken(null);
    }
    // Paths in a config are relative to its file; one that is printed is taken to be saved here.
    Path beside =
        out == null ? Path.of("").toAbsolutePath() : out.toAbsolutePath().normalize().getParent();
    String config = DraftConfig.print(LakeDraft.guess(name(), FolderLook.at(from, beside)));
    if (out == null) {
      root.console().out().print(config);
      root.console().out().flush();
      return 0;
    }
    try {
      Files.writeString(out, config, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException meanwhile) {
      throw taken(meanwhile);
    } catch (IOException unwritable) {
      throw new UserProblem(
          "Cannot write " + out + ".",
          String.valueOf(unwritable.getMessage()),
          "Name a file in a folder that is there and can be written to.",
          unwritable);
    }
    root.console()
        .out()
        .println(
            out
                + ": a draft. Read what it guessed, decide what it left open, then run: cityeval check"
                + " --config "
                + ShellWord.of(out.toString()));
    return 0;
  }

  private UserProblem taken(Throwable cause) {
    return new UserProblem(
        out + " is there already.",
        "A draft never replaces a file, which may be somebody's work.",
        "Name another file with --out, or move that one away.",
        cause);
  }

  /** The folder's name, also that of a single file. */
  private String name() {
    Path path = from.toAbsolutePath().normalize();
    Path folder = Files.isDirectory(path) ? path : path.getParent();
    Path last = folder == null ? null : folder.getFileName();
    return last == null ? "draft" : last.toString();
  }
}
