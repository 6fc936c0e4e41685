package org.cityeval.job.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.Mend;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.LakeFile;
import org.cityeval.place.District;
import org.cityeval.run.Run;
import org.cityeval.testing.TinyDistricts;
import org.cityeval.testing.TinyLake;

/** The stages of an ingest of a tiny lake, each begun by hand. */
record TinyIngest(Run run, List<District> districts, DistrictKeys keys) {
  static final LocalDate PUBLISHED = LocalDate.of(2020, 4, 10);

  /** A register of requests in a folder {@code hotline}. */
  static final String HOTLINE =
      """
      requests:
        hotline:
          path: hotline
          request_id: id
          opened: opened
          closed: closed
          district: district
          as_of: 2020-04-10
      panel:
      """;

  /** The lake with a source {@code trips} of events that are counted, in a folder. */
  static TinyLake trips(TinyLake lake, String path) {
    return lake.configure(
            "sources:\n",
            """
            sources:
              trips:
                path: %s
                shape: events
                date: began
                district: zone
                as_of: 2020-04-10
                measures:
                  mobility_activity_change: {value: "1", kind: level, baseline: march, aggregate: count}
            """
                .formatted(path))
        .configure(
            "panel:",
            "baselines:\n  march: {first_day: 2020-03-01, last_day: 2020-03-07, method: mean}\n"
                + "panel:");
  }

  static TinyIngest of(TinyLake lake, SparkSession spark) {
    return of(lake.begin(spark));
  }

  static TinyIngest of(Run run) {
    List<District> districts = TinyDistricts.all();
    return of(run, districts);
  }

  static TinyIngest of(Run run, List<District> districts) {
    return new TinyIngest(run, districts, new DistrictKeys(run.spark(), run.config(), districts));
  }

  /** A plan to read a source; nothing of it was mended. */
  SourceReading source(String name, ReadPlan.Known... known) {
    return mended(name, List.of(), known);
  }

  SourceReading mended(String name, List<Mend> mends, ReadPlan.Known... known) {
    return SourceReading.plan(run, name, List.of(known), mends, keys);
  }

  RequestReading register(String name, ReadPlan.Known... known) {
    return RequestReading.plan(run, name, List.of(known), keys);
  }

  ReadObservations read(SourceReading... sources) {
    return LakeReading.read(run, List.of(sources), keys, districts);
  }

  ReadRequests readRequests(RequestReading... registers) {
    return ReadRequests.read(run, List.of(registers), keys);
  }

  /** Good records of a file, and what all of them hash to. */
  static FileTally tally(String file, LocalDate asOf, long good, String first, String last) {
    return new FileTally(
        file,
        asOf,
        Map.of(Reason.NONE, good),
        LocalDate.parse(first),
        LocalDate.parse(last),
        new ContentHash(good, BigDecimal.valueOf(good), good));
  }

  /** What an earlier run found in a file that nobody wrote to since. */
  static ReadPlan.Known known(Reading reading, FileTally tally) {
    LakeFile file =
        reading.present().stream()
            .filter(present -> present.label().equals(tally.file()))
            .findFirst()
            .orElseThrow();
    return new ReadPlan.Known(
        tally, file.bytes(), file.modified(), reading.mappingHash(tally.file()));
  }
}
