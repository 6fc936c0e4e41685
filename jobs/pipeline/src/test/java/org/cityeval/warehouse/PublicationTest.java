package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.junit.jupiter.api.Test;

class PublicationTest {
  private final Publication publication =
      new Publication(
          "tiny",
          LocalDate.of(2020, 4, 10),
          false,
          Map.of("gold.dim_city", 3L),
          Map.of("cases", "v1"),
          "hash",
          "{}",
          "code");

  @Test
  void aTableHasTheVersionThatBelongsToIt() {
    assertThat(publication.version(CityTable.SPEC)).isEqualTo(3);
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> publication.version(DistrictTable.SPEC))
        .withMessage("What is published of tiny as of 2020-04-10 holds no gold.dim_district.");
  }

  @Test
  void nothingElseChangesWithVersionsOrWithBeingCurrent() {
    Publication other = publication.inVersions(Map.of("gold.dim_city", 0L));

    assertThat(other.version(CityTable.SPEC)).isZero();
    assertThat(other.inVersions(publication.tableVersions())).isEqualTo(publication);
    assertThat(publication.withCurrent(true).current()).isTrue();
    assertThat(publication.withCurrent(true).withCurrent(false)).isEqualTo(publication);
  }
}
