package org.cityeval.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.cityeval.check.CellSample;
import org.cityeval.check.SourceCheck;
import org.cityeval.check.SourceCheckProblem;
import org.cityeval.cli.options.EvaluationOptions;
import org.cityeval.cli.session.Sessions;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.job.compare.NamedGroups;
import org.cityeval.job.panel.DeclaredDays;
import org.cityeval.lake.Lake;
import org.cityeval.place.District;
import org.cityeval.place.DistrictList;
import org.cityeval.problem.UserProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says everything that is wrong with a config and its sources; writes nothing. */
@Command(
    name = "check",
    description = {
      "Report every problem of a config and of its expressions at once. Then try the expressions on"
          + " the first cells of every source, to find patterns that fit nothing. Writes nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval check --config conf/zhejiang.yaml",
      "  cityeval check --config conf/zhejiang.yaml --syntax"
    })
final class CheckCommand implements Callable<Integer> {
  @ParentCommand private CityEval root;
  @Mixin private EvaluationOptions options;

  @Option(names = "--syntax", description = "The config alone, without Spark and the sources.")
  private boolean syntax;

  @Override
  public Integer call() {
    EvaluationConfig config = options.load(root.console(), List.of());
    if (!syntax) {
      try (Sessions.Opened session = options.openSession()) {
        check(session.spark(), config);
      }
    }
    root.console()
        .out()
        .println(
            options.configFile()
                + ": no problem found"
                + (syntax ? " (syntax only; sources not looked at)" : "")
                + ".");
    return 0;
  }

  /** What the sources show beside what the list of districts shows, as far as both can be read. */
  private void check(SparkSession spark, EvaluationConfig config) {
    String file = options.configFile().toString();
    List<UserProblem> problems = new ArrayList<>();
    List<District> districts = new ArrayList<>();
    // Whoever asks first reads it.
    Supplier<List<District>> list =
        () -> {
          if (districts.isEmpty()) {
            districts.addAll(DistrictList.read(spark, config.districts()));
          }
          return districts;
        };
    Map<String, Lake> opened = new TreeMap<>();
    collect(problems, () -> opened.putAll(SourceCheck.check(spark, config, list, file)));
    boolean resolved = problems.isEmpty();
    if (problems.stream().noneMatch(told -> told.problem().startsWith("districts"))) {
      collect(
          problems,
          () -> {
            List<District> unused = list.get();
          });
    }
    if (!districts.isEmpty()) {
      collect(problems, () -> NamedGroups.read(config.comparison(), districts));
      collect(problems, () -> DeclaredDays.of(config.events(), districts));
      if (resolved) {
        collect(problems, () -> CellSample.check(spark, config, districts, opened, file));
      }
    }
    if (!problems.isEmpty()) {
      throw new SourceCheckProblem(file, problems);
    }
  }

  /** Takes note of what an inspection finds; a problem that two of them find is told once. */
  private static void collect(List<UserProblem> problems, Runnable inspection) {
    try {
      inspection.run();
    } catch (SourceCheckProblem several) {
      problems.addAll(several.problems());
    } catch (UserProblem one) {
      if (problems.stream().noneMatch(told -> told.problem().equals(one.problem()))) {
        problems.add(one);
      }
    }
  }
}
