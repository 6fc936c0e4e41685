package org.cityeval.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityeval.cli.Main;

/**
 * Commands that one process of its own does one after the other, and the classes that each was the
 * first to load. To start a process costs more than most commands do.
 */
public final class CommandsInTurn {
  private static final String NEXT = "--next-command";
  private static final String ENDED = "--ended-with-classes ";

  /**
   * What one command did.
   *
   * @param out what it wrote to stdout
   * @param classes the log of the classes that were loaded while it ran
   */
  public record Done(String out, String classes) {}

  private CommandsInTurn() {}

  /**
   * Starts the process and waits for its end. A command that fails ends it.
   *
   * @param folder for its output and its log of classes
   * @return what each command did, in their order; none of the one that failed or of those after it
   */
  public static List<Done> run(Path folder, List<List<String>> commands) throws Exception {
    Path log = folder.resolve("classes.log");
    Path out = folder.resolve("out.txt");
    List<String> arguments = new ArrayList<>(List.of(log.toString()));
    commands.forEach(
        command -> {
          arguments.add(NEXT);
          arguments.addAll(command);
        });
    ForkedCli.startMain(
            out,
            "-Xlog:class+load:file=" + log,
            CommandsInTurn.class,
            arguments.toArray(String[]::new))
        .waitFor();
    // A character for each byte of the log, which is divided by its size.
    return done(Files.readString(out), Files.readString(log, StandardCharsets.ISO_8859_1));
  }

  private static List<Done> done(String out, String classes) {
    List<Done> done = new ArrayList<>();
    Matcher ended = Pattern.compile(ENDED + "(\\d+)\\R").matcher(out);
    int from = 0;
    int loaded = 0;
    while (ended.find()) {
      int until = Integer.parseInt(ended.group(1));
      done.add(new Done(out.substring(from, ended.start()), classes.substring(loaded, until)));
      from = ended.end();
      loaded = until;
    }
    return done;
  }

  /** Runs the commands within this process, each as {@link Main} does. */
  public static void main(String[] arguments) throws Exception {
    Path log = Path.of(arguments[0]);
    int from = 2;
    for (int at = from; at <= arguments.length; at++) {
      if (at == arguments.length || arguments[at].equals(NEXT)) {
        Main.main(Arrays.copyOfRange(arguments, from, at));
        System.out.println(ENDED + Files.size(log));
        from = at + 1;
      }
    }
  }
}
