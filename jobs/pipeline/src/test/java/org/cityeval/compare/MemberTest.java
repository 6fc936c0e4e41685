package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.series.Fingerprint;
import org.junit.jupiter.api.Test;

class MemberTest {
  private static String hash(Member member) {
    Fingerprint fingerprint = new Fingerprint();
    member.addTo(fingerprint);
    return fingerprint.hex();
  }

  @Test
  void withoutAGroupAndWithoutPeersThereAreNone() {
    assertThat(Member.of("A", null, null)).isEqualTo(new Member("A", 0, List.of()));
    assertThat(Member.of("A", 2, List.of("b"))).isEqualTo(new Member("A", 2, List.of("b")));
  }

  @Test
  void whateverIsKnownOfItChangesWhatRestsOnIt() {
    Member member = new Member("A", 1, List.of("b"));

    assertThat(hash(member)).isEqualTo(hash(new Member("A", 1, List.of("b"))));
    assertThat(hash(member)).isNotEqualTo(hash(new Member("B", 1, List.of("b"))));
    assertThat(hash(member)).isNotEqualTo(hash(new Member("A", 2, List.of("b"))));
    assertThat(hash(member)).isNotEqualTo(hash(new Member("A", 1, List.of("c"))));
  }
}
