package org.cityeval.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.request.TestRequests;
import org.junit.jupiter.api.Test;

class NetworkCentralisationTest {
  private final NetworkCentralisation indicator = new NetworkCentralisation();

  @Test
  void isOneForAStar() {
    // The street office hands on to three others: 3 of 6 possible links.
    Result result = evaluate(TestRequests.fifty());

    assertThat(result.value()).isEqualTo(1);
    assertThat(result.parts()).containsEntry("agencies", 4).containsEntry("links", 3);
    assertThat((double) result.parts().get("betweenness")).isCloseTo(1, within(1e-12));
    assertThat((double) result.parts().get("closeness")).isCloseTo(1, within(1e-12));
    assertThat((double) result.parts().get("density")).isEqualTo(0.5);
    assertThat(result.interval()).isEmpty();
    assertThat(result.n()).isEqualTo(50);
  }

  @Test
  void agreesWithFreemanForATree() {
    // Links a-b, b-c, b-d, d-e, so 1, 3, 1, 2 and 1 partners: (2 + 0 + 2 + 1 + 2) / (4 · 3).
    // Betweenness, closeness and density by networkx.
    Result result =
        evaluate(
            TestRequests.ofDays(10)
                .closed(4, "a>b", "street", 1)
                .closed(3, "c>b>d", "street", 1)
                .closed(3, "e>d", "street", 1));

    assertThat(result.value()).isCloseTo(7 / 12.0, within(1e-12));
    assertThat((double) result.parts().get("betweenness"))
        .isCloseTo(0.7083333333333334, within(1e-12));
    assertThat((double) result.parts().get("closeness"))
        .isCloseTo(0.6351851851851853, within(1e-12));
    assertThat((double) result.parts().get("density")).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void isZeroWhereAllHaveAsManyPartners() {
    Result result =
        evaluate(
            TestRequests.ofDays(10).closed(4, "a>b>c", "street", 1).closed(6, "c>a", "street", 1));

    assertThat(result.value()).isZero();
  }

  @Test
  void countsALinkOnceHoweverOftenAndWhicheverWay() {
    Result once = evaluate(TestRequests.ofDays(10).closed(10, "a>b>c", "street", 1));
    Result often =
        evaluate(
            TestRequests.ofDays(10)
                .closed(10, "a>b>c", "street", 1)
                .closed(10, "c>b>a", "street", 1));

    assertThat(often.parts()).containsEntry("links", 2);
    assertThat(often.value()).isEqualTo(once.value()).isEqualTo(1);
  }

  @Test
  void noAgencyIsItsOwnPartner() {
    // d hands requests to itself only, and is no part of the network.
    Result result =
        evaluate(
            TestRequests.ofDays(10)
                .closed(10, "a>b>b>c", "street", 1)
                .closed(10, "d>d", "street", 1));

    assertThat(result.parts()).containsEntry("agencies", 3).containsEntry("links", 2);
  }

  @Test
  void hasNoClosenessWhereTheNetworkFallsApart() {
    Result result =
        evaluate(
            TestRequests.ofDays(10).closed(5, "a>b", "street", 1).closed(5, "c>d", "street", 1));

    assertThat(result.value()).isZero();
    assertThat((double) result.parts().get("closeness")).isNaN();
  }

  @Test
  void isNotApplicableWithTwoAgencies() {
    Result result = evaluate(TestRequests.ofDays(10).closed(50, "a>b", "street", 1));

    assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(result.n()).isEqualTo(50);
  }

  @Test
  void isNotApplicableWhereNothingIsHandedOn() {
    assertThat(evaluate(TestRequests.ofDays(10).closed(50, "a", "street", 1)).status())
        .isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void isMissingInputWhereTheRegisterKnowsOnlyWhoAnswered() {
    TestRequests answered =
        TestRequests.ofDays(10)
            .handedOn(40, "a", TestRequests.NOT_COUNTED)
            .handedOn(10, "b", 2)
            .handedOn(10, "", 1);

    assertThat(evaluate(answered).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(evaluate(answered.closed(9, "a>b>c", "street", 1)).status())
        .isEqualTo(Status.INSUFFICIENT);
    assertThat(evaluate(answered.closed(1, "a", "street", 1)).value()).isEqualTo(1);
  }

  private Result evaluate(TestRequests requests) {
    return indicator.evaluate(requests.build(), Parameters.DEFAULTS, 1);
  }
}
