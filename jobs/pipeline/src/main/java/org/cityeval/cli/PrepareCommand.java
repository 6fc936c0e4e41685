package org.cityeval.cli;

import java.util.concurrent.Callable;
import org.cityeval.problem.UserProblem;
import picocli.CommandLine.Command;

/** What the launcher does before it starts Java; here it is only told of. */
@Command(
    name = "prepare",
    description = {
      "Make an archive of the program's classes, so that it starts sooner. The launcher ./cityeval"
          + " does it in up to two minutes; the archive has some 250 MB.",
      "At a terminal the launcher does so in the background, once a command has ended. Set"
          + " CITYEVAL_PREPARE to no to prevent it."
    },
    footerHeading = "%nExample:%n",
    footer = "  cityeval prepare")
final class PrepareCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UserProblem(
        "Nothing is prepared here.",
        "The launcher ./cityeval makes the archive, and only where 'prepare' has no options.",
        "Run './cityeval prepare'.");
  }
}
