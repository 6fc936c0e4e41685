package org.cityeval.query;

import java.util.ArrayList;
import java.util.List;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/** What a part of a plan is made of. */
final class PlanParts {
  private PlanParts() {}

  /**
   * What stands directly in a part. Of a list these are its items. Of a node it is whatever the
   * node is made of, for some hold plans that are none of their children.
   */
  static List<Object> in(Object part) {
    List<Object> parts = new ArrayList<>();
    if (isList(part)) {
      CollectionConverters.asJava((scala.collection.Iterable<?>) part).forEach(parts::add);
    } else if (part instanceof Product node) {
      for (int i = 0; i < node.productArity(); i++) {
        parts.add(node.productElement(i));
      }
    }
    return parts;
  }

  /** Whether it holds others in a row, and is no part by itself. */
  static boolean isList(Object part) {
    return part instanceof scala.collection.Iterable<?>;
  }
}
