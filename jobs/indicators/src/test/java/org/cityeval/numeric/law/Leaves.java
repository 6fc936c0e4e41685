package org.cityeval.numeric.law;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The numbers in a result, by where they stand: records, lists and arrays taken apart. */
final class Leaves {
  private Leaves() {}

  /** By path, such as {@code .interval.low} or {@code [3].rate}; floating-point numbers only. */
  static Map<String, Double> of(Object result) {
    Map<String, Double> leaves = new LinkedHashMap<>();
    walk(result, "", leaves, any -> {});
    return leaves;
  }

  /** Shows every object in the result, the result included. */
  static void visit(Object result, Consumer<Object> visitor) {
    walk(result, "", new LinkedHashMap<>(), visitor);
  }

  private static void walk(
      Object result, String path, Map<String, Double> leaves, Consumer<Object> visitor) {
    if (result == null) {
      return;
    }
    visitor.accept(result);
    if (result instanceof Double number) {
      leaves.put(path, number);
    } else if (result instanceof Optional<?> optional) {
      optional.ifPresent(inner -> walk(inner, path, leaves, visitor));
    } else if (result instanceof Collection<?> collection) {
      int i = 0;
      for (Object inner : collection) {
        walk(inner, path + "[" + i++ + "]", leaves, visitor);
      }
    } else if (result.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(result); i++) {
        walk(Array.get(result, i), path + "[" + i + "]", leaves, visitor);
      }
    } else if (result.getClass().isRecord() && PublicFunctions.isOfNumerics(result.getClass())) {
      for (RecordComponent component : result.getClass().getRecordComponents()) {
        walk(value(component, result), path + "." + component.getName(), leaves, visitor);
      }
    }
  }

  private static Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
