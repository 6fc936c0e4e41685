package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.testing.TinyDistricts;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many records are behind observations; RegionsTest spreads real ones. */
class RegionRecordsTest {
  private static final StructType COUNTED =
      new StructType()
          .add(SOURCE_ID.field())
          .add(DISTRICT_ID.field())
          .add(ObservationTable.RECORDS.field());

  @TempDir private Path folder;
  private RegionRecords regions;

  /** The enterprises of the tiny lake speak of regions: A and B are north, C is south. */
  @BeforeEach
  void nameTheRegions() {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("population: residents", "population: residents\n    regions: {part: p}")
            .configure("path: enterprises.csv", "path: enterprises.csv\n    region: part");
    regions =
        new RegionRecords(
            ConfigLoader.load(lake.config(), Map.of(), List.of()),
            List.of(
                TinyDistricts.inPart("A", "north"),
                TinyDistricts.inPart("B", "north"),
                TinyDistricts.inPart("C", "south")));
  }

  private static Row counted(String source, String district, long records) {
    return new GenericRowWithSchema(new Object[] {"tiny/" + source, district, records}, COUNTED);
  }

  @Test
  void aRecordOfARegionCountsOnceAndOneOfADistrictForItself() {
    assertThat(
            regions.behind(
                List.of(
                    counted("cases", "A", 40),
                    counted("cases", "B", 39),
                    counted("enterprises", "A", 7),
                    counted("enterprises", "B", 7),
                    counted("enterprises", "C", 5))))
        .isEqualTo(40 + 39 + 7 + 5);
  }

  @Test
  void aRecordThatOneDistrictOfTheRegionLacksDoesNotCount() {
    assertThat(
            regions.behind(List.of(counted("enterprises", "A", 7), counted("enterprises", "B", 6))))
        .isEqualTo(6);
    assertThat(regions.behind(List.of(counted("enterprises", "A", 7)))).isZero();
  }
}
