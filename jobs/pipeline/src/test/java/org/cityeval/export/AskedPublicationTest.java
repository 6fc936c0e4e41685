package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.problem.UserProblem;
import org.cityeval.warehouse.Publication;
import org.junit.jupiter.api.Test;

class AskedPublicationTest {
  private static final LocalDate EARLIER = LocalDate.of(2020, 4, 10);
  private static final LocalDate LATER = LocalDate.of(2020, 5, 4);

  private static final Publication OLD = publication("metros", EARLIER, false);
  private static final Publication NEW = publication("metros", LATER, true);
  private static final Publication OTHER = publication("zhejiang", EARLIER, true);

  private static Publication publication(String evaluation, LocalDate asOf, boolean current) {
    return new Publication(evaluation, asOf, current, Map.of(), Map.of(), "hash", "{}", "1");
  }

  private static void refused(
      List<Publication> all, String evaluation, LocalDate asOf, String... told) {
    assertThatThrownBy(() -> AskedPublication.of(all, evaluation, asOf))
        .isInstanceOfSatisfying(
            UserProblem.class, problem -> assertThat(problem.render()).contains(told));
  }

  @Test
  void theCurrentOneUnlessADayIsNamed() {
    List<Publication> all = List.of(OLD, NEW);

    assertThat(AskedPublication.of(all, null, null)).isEqualTo(NEW);
    assertThat(AskedPublication.of(all, null, EARLIER)).isEqualTo(OLD);
    assertThat(AskedPublication.of(all, "metros", LATER)).isEqualTo(NEW);
    assertThat(AskedPublication.of(List.of(OLD, NEW, OTHER), "zhejiang", null)).isEqualTo(OTHER);
  }

  @Test
  void whatIsNotThereIsToldWithWhatIs() {
    refused(List.of(), null, null, "Nothing is published in this warehouse.", "cityeval run");
    refused(List.of(NEW, OTHER), null, null, "Several evaluations", "metros, zhejiang.");
    refused(List.of(NEW, OTHER), "metro", null, "evaluation metro.", "Did you mean metros?");
    refused(
        List.of(OLD, NEW),
        null,
        LocalDate.of(2020, 5, 5),
        "metros as of 2020-05-05.",
        "2020-04-10, 2020-05-04.",
        "--as-of");
  }
}
