package org.cityeval.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

class PlanPartsTest {
  @Test
  void aNodeIsMadeOfAllThatItIsDefinedBy() {
    assertThat(PlanParts.in(new Tuple2<>("left", 2))).containsExactly("left", 2);
    assertThat(PlanParts.in(Option.apply("query"))).containsExactly("query");
    assertThat(PlanParts.in(Option.empty())).isEmpty();
  }

  /** A list of Scala is made of a head and a tail as well; its items are what counts. */
  @Test
  void aListIsMadeOfItsItems() {
    Object list = CollectionConverters.asScala(List.of("a", "b", "c")).toList();

    assertThat(PlanParts.isList(list)).isTrue();
    assertThat(PlanParts.in(list)).containsExactly("a", "b", "c");
  }

  @Test
  void anythingElseHasNoParts() {
    assertThat(PlanParts.in("text")).isEmpty();
    assertThat(PlanParts.in(null)).isEmpty();
    assertThat(PlanParts.isList(new Tuple2<>(1, 2))).isFalse();
  }
}
