package org.cityeval.cli;

import java.util.concurrent.Callable;
import org.cityeval.problem.UserProblem;
import picocli.CommandLine.Command;

/** What the launcher does before it starts Java; here it is only told of. */
@Command(
    name = "prepare",
    description = {
      "Let the program start sooner: the launcher ./cityeval makes an archive of its classes, of some"
          + " 250 MB, in one to two minutes.",
      "At a terminal it does so by itself once a command has ended, unless CITYEVAL_PREPARE is no."
    },
    footerHeading = "%nExample:%n",
    footer = "  cityeval prepare")
final class PrepareCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UserProblem(
        "Nothing is prepared here.",
        "The archive of classes is of the launcher ./cityeval, which makes it when 'prepare' is all"
            + " that it is asked for.",
        "Run './cityeval prepare'.");
  }
}
