package org.cityeval.report.data;

import java.util.List;

/** Invented findings of an ingest: something refused, left out, accepted. */
final class SampleQuality {
  private SampleQuality() {}

  static ReportData.Quality of(List<ReportData.District> districts) {
    return new ReportData.Quality(
        "2020-11-02T03-00",
        "2020-11-02T03-00",
        List.of(
            new ReportData.Check(
                "record equation",
                "fail",
                "passed",
                "good 10790 + missing 212 + out_of_scope 40 + quarantined 7 + deduplicated 1 = 11050",
                "in 11050",
                null),
            new ReportData.Check(
                "quarantined share of sample/cases",
                "fail",
                "passed",
                "0.0013 (7 of 5400 records)",
                "at most 0.05",
                null),
            new ReportData.Check(
                "enterprise of district riverton-5",
                "warn",
                "failed",
                "0 of 240 days",
                "at least 120 days",
                null),
            new ReportData.Check(
                "sample/mobility: exclusion 1 of mobility_distance_change in district riverton-4",
                "warn",
                "excluded",
                "78 records from 2020-01-22 to 2020-04-08",
                "left out",
                "Left out by data@example.org: Copied from <another> district"),
            new ReportData.Check(
                "sample/cases: falls of new_cases in district riverton-2, acknowledged",
                "fail",
                "acknowledged",
                "-3 on 2020-03-04",
                "at least 0",
                "Acknowledged by data@example.org until 2020-12-31: Reassigned")),
        List.of(
            new ReportData.Refused(
                "sample/cases", "negative_count", "A count cannot be negative: -3", 5),
            new ReportData.Refused(
                "sample/mobility", "unparsable_date", "The date cannot be read: 2020-13-01", 2)),
        districts.stream()
            .map(
                d ->
                    new ReportData.Observed(
                        d.id(),
                        SampleReport.DAYS,
                        SampleReport.DAYS,
                        SampleReport.DAYS - 7,
                        d.id().equals("riverton-5") ? 0 : SampleReport.DAYS))
            .toList());
  }
}
