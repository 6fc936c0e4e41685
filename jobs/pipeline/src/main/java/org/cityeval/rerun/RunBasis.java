package org.cityeval.rerun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.Location;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.ingest.ContentHash;
import org.cityeval.lake.LakeFile;
import org.cityeval.lake.LakeFiles;
import org.cityeval.problem.SourceProblem;

/** All that the results of a run depend on, under one name. */
public final class RunBasis {
  private RunBasis() {}

  /**
   * The name of what a run that begins now rests on. It covers config, files of the lake by name,
   * size and time, the day asked for, and the program. Mends are steps of their own, which are
   * logged.
   *
   * @param program names the program's code
   * @return 16 hex digits; empty where it cannot be told whether something changed. That is so if a
   *     catalogue or Delta table is read, variables fill more than paths, or a file is not there
   */
  public static Optional<String> digest(
      EvaluationConfig config, Optional<LocalDate> knownOn, String program, Configuration hadoop) {
    if (!config.variables().areOfPathsAlone() || locations(config).anyMatch(RunBasis::isTable)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    parts.add(program);
    parts.add(ConfigLoader.canonical(config));
    parts.add(knownOn.map(LocalDate::toString).orElse(""));
    try {
      ConfigLoader.paths(config)
          .forEach((key, path) -> parts.add(key + " " + files(key, path, hadoop)));
    } catch (SourceProblem notThere) {
      return Optional.empty();
    }
    return Optional.of(ContentHash.digest(parts.toString()));
  }

  private static Stream<Location> locations(EvaluationConfig config) {
    return Stream.of(
            Stream.of(config.districts().location()),
            config.crosswalks().values().stream()
                .filter(crosswalk -> crosswalk.isListed())
                .map(crosswalk -> crosswalk.location()),
            config.sources().values().stream().map(source -> source.location()),
            config.requests().values().stream().map(register -> register.location()))
        .flatMap(of -> of);
  }

  private static boolean isTable(Location location) {
    return location.table() != null || location.format() == Location.Format.DELTA;
  }

  private static List<String> files(String key, String path, Configuration hadoop) {
    return LakeFiles.list(key, path, hadoop).stream().map(RunBasis::state).toList();
  }

  private static String state(LakeFile file) {
    return file.label() + " " + file.bytes() + " " + file.modified();
  }
}
