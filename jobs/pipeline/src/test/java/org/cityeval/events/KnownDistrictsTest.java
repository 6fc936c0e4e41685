package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.place.District;
import org.junit.jupiter.api.Test;

class KnownDistrictsTest {
  private static District district(String id, String... parts) {
    Map<String, Double> shares = new TreeMap<>();
    Arrays.stream(parts).forEach(part -> shares.put(part, 1.0));
    return new District(
        id,
        id,
        null,
        "city of " + id,
        "city",
        null,
        1000,
        List.of(),
        null,
        Map.of(),
        Map.of(),
        shares);
  }

  private static KnownDistricts known(District... districts) {
    return new KnownDistricts(List.of(districts));
  }

  @Test
  void districtsAreNumberedByTheirIds() {
    KnownDistricts known = known(district("36047"), district("09001"));

    assertThat(known.id(0)).isEqualTo("09001");
    assertThat(known.city(1)).isEqualTo("city of 36047");
    assertThat(known.number(UTF8String.fromString("36047"))).isEqualTo(1);
    assertThat(known.number(UTF8String.fromString("9001"))).isEqualTo(KnownDistricts.UNKNOWN);
  }

  /** 09001 is no number as it would be written: what a number lost cannot be known. */
  @Test
  void aNumberMeansTheIdThatIsWrittenLikeIt() {
    KnownDistricts known = known(district("36047"), district("09001"), district("Kings"));

    assertThat(known.number(36047)).isEqualTo(1);
    assertThat(known.number(9001)).isEqualTo(KnownDistricts.UNKNOWN);
    assertThat(known.number(36046)).isEqualTo(KnownDistricts.UNKNOWN);
    assertThat(known.number(36048)).isEqualTo(KnownDistricts.UNKNOWN);
  }

  @Test
  void numbersFarApartAreFoundAsWell() {
    KnownDistricts known =
        known(district("1"), district("9223372036854775807"), district("-9223372036854775808"));

    assertThat(known.id(known.number(1))).isEqualTo("1");
    assertThat(known.id(known.number(Long.MAX_VALUE))).isEqualTo("9223372036854775807");
    assertThat(known.id(known.number(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
    assertThat(known.number(2)).isEqualTo(KnownDistricts.UNKNOWN);
  }

  @Test
  void anEventOfAPartHappensInTheWhole() {
    KnownDistricts known = known(district("B", "B1", "17"), district("A"));

    assertThat(known.number(UTF8String.fromString("B1"))).isEqualTo(1);
    assertThat(known.number(17)).isEqualTo(1);
  }

  @Test
  void theHashOfAnIdIsThatOfNoOther() {
    long[] two = known(district("A"), district("B")).hashes();
    long[] three = known(district("A"), district("AA"), district("B")).hashes();

    assertThat(three[0]).isEqualTo(two[0]);
    assertThat(three[2]).isEqualTo(two[1]);
    assertThat(three).doesNotHaveDuplicates();
  }
}
