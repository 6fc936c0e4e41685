package org.cityeval.job.ingest;

import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.RequestConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.lake.LakeFile;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.SourceProblem;
import org.cityeval.requests.RequestRecords;
import org.cityeval.run.Run;

/** A register of service requests in a run: one file that changes makes it be read anew. */
final class RequestReading extends Reading {
  private static final String SECTION = "requests";

  private final RequestConfig config;

  private RequestReading(
      Run run,
      String name,
      List<LakeFile> present,
      List<ReadPlan.Known> known,
      String mappingHash) {
    super(
        run,
        new Part(SECTION, name, run.config().requests().get(name).location()),
        present,
        known,
        file -> mappingHash,
        // A request is opened in one file and closed in another: files cannot be told apart.
        ReadPlan.Scope.ALL_IF_ANY_CHANGED);
    this.config = run.config().requests().get(name);
  }

  /**
   * Plans the reading of a register.
   *
   * @param known what earlier runs found
   * @throws SourceProblem if it is absent, or files that were read before are gone
   */
  static RequestReading plan(Run run, String name, List<ReadPlan.Known> known, DistrictKeys keys) {
    RequestConfig config = run.config().requests().get(name);
    List<LakeFile> present = LakeSource.files(run.spark(), SECTION + "." + name, config.location());
    String mapping =
        ContentHash.digest(
            ConfigLoader.requestHash(run.config(), name)
                + run.identity().codeVersion()
                + keys.basis(config.key())
                + SourceReading.unrepeatable(run, SECTION, name));
    return new RequestReading(run, name, present, known, mapping);
  }

  @Override
  int recordsOfRow(Dataset<Row> lake) {
    return 1;
  }

  /** The records of all its files. */
  Opened records(DistrictKeys keys) {
    Opened opened = open(plan().read());
    return opened.with(new RequestRecords(sourceId(), config, keys).judge(opened.rows()));
  }

  /** The zone of its times that name none; its days are the days of the register. */
  ZoneId zone() {
    return config.zone();
  }
}
