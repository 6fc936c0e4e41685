package org.cityeval.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.ingest.SourceCheck;
import org.cityeval.job.CellSample;
import org.cityeval.job.NamedGroups;
import org.cityeval.source.District;
import org.cityeval.source.DistrictList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says everything that is wrong with a config and its sources; writes nothing. */
@Command(
    name = "check",
    description = {
      "Report every problem of a config and of its expressions at once; then try them on the first"
          + " cells of every source, where a pattern that fits nothing shows. Writes nothing."
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
        SourceCheck.of(session.spark(), config, options.configFile().toString());
        List<District> districts = DistrictList.read(session.spark(), config.districts());
        NamedGroups.of(config.comparison(), districts);
        CellSample.check(session.spark(), config, districts, options.configFile().toString());
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
}
