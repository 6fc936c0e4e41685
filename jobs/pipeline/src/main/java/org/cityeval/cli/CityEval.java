package org.cityeval.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.cityeval.cli.options.Invocation;
import org.cityeval.cli.output.Console;
import org.cityeval.cli.output.Failures;
import org.cityeval.cli.output.GivenOptions;
import org.cityeval.cli.output.NearestValue;
import org.cityeval.cli.session.Stop;
import org.cityeval.cli.warehouse.BiCommand;
import org.cityeval.cli.warehouse.MaintainCommand;
import org.cityeval.cli.warehouse.ReleaseCommand;
import org.cityeval.problem.UserProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code cityeval}. */
@Command(
    name = "cityeval",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = CodeVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    usageHelpWidth = 100,
    description = "Evaluates, from history, how a city governed a public-health emergency.",
    subcommands = {
      RunCommand.class,
      IngestCommand.class,
      PanelCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      ReportCommand.class,
      RequeueCommand.class,
      CheckCommand.class,
      SqlCommand.class,
      ServeCommand.class,
      ListCommand.class,
      ExplainCommand.class,
      DiffCommand.class,
      ExportCommand.class,
      ReleaseCommand.class,
      MaintainCommand.class,
      BiCommand.class,
      InitCommand.class,
      SchemaCommand.class,
      PrepareCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:our bug, or the engine failed; -v shows the trace",
      "2:wrong usage, or a config, column or expression that does not resolve",
      "3:a data-quality gate stopped the run; nothing was published",
      "4:a source is absent, empty, late or breaks off; what was published stays",
      "75:another run holds the evaluation, the disk is full, or a passing fault; retry",
      "143:stopped from outside (130 by Ctrl-C); nothing more was published"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval run                                     evaluate the eight metropolitan areas",
      "  cityeval run --config conf/riverton.yaml         evaluate another lake",
      "  cityeval sql \"select * from current.rank_interval order by comparison_group, rank\"",
      "  cityeval explain E4 36061                        how a value came about"
    })
public final class CityEval implements Runnable, Invocation {
  @Spec private CommandSpec spec;
  private final Console console;

  public CityEval(Console console) {
    this.console = console;
  }

  /** Parses the arguments, runs the command and returns the exit status. */
  public static int execute(Console console, String... args) {
    CommandLine line = new CommandLine(new CityEval(console));
    // Help holds no data, and the colours of its options must not be shown as escapes.
    line.setOut(new PrintWriter(console.verbatim(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.isOutColoured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler((wrong, parsed) -> misused(console, wrong));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> failed(console, failure, GivenOptions.of(parsed), parsed));
    try {
      return line.execute(args);
    } catch (Error error) {
      // Picocli passes exceptions on alone; memory that runs out is told like any other failure.
      return failed(console, error, GivenOptions.NONE, line.getParseResult());
    }
  }

  /** Picocli's own answer paints what was typed, which may hold anything. */
  private static int misused(Console console, CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    console.complain(wrong.getMessage());
    NearestValue.find(wrong).ifPresent(near -> console.complain("Did you mean " + near + "?"));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
      command.usage(
          command.getErr(), CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static CommandLine.ParseResult last(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last;
  }

  private static int failed(
      Console console, Throwable failure, GivenOptions given, CommandLine.ParseResult parsed) {
    CommandLine.ParseResult command = last(parsed);
    UserProblem problem =
        Failures.asProblem(failure, command.matchedOptionValue("--warehouse", "./warehouse"));
    if (problem == null && Stop.isUnderWay()) {
      return 1;
    }
    console.complain(
        given.completed(problem == null ? Failures.render(failure) : problem.render()));
    if (command.hasMatchedOption("-v")) {
      // What -v asks for, on the command's own stream: 'init' has no logger, and stdout holds
      // results.
      failure.printStackTrace(console.err());
    }
    return problem == null ? 1 : problem.exitCode();
  }

  @Override
  public GivenOptions given() {
    return GivenOptions.of(spec.commandLine().getParseResult());
  }

  @Override
  public Console console() {
    return console;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
