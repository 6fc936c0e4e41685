package org.cityeval.numeric.law;

import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Objects of a class, as the functions of the numerics return them. */
final class Receivers {
  /** Of each class, from the first calls on: enough for its edges, few enough to call them all. */
  private static final int MOST = 30;

  private static final Map<Class<?>, List<Object>> KNOWN = new ConcurrentHashMap<>();

  private Receivers() {}

  static List<Object> of(Class<?> type) {
    List<Object> known = KNOWN.get(type);
    if (known == null) {
      known = type.isEnum() ? List.of(type.getEnumConstants()) : List.copyOf(made(type));
      KNOWN.put(type, known);
    }
    return known;
  }

  /** Those of a class that cannot be made by itself come out of the results of others. */
  private static List<Object> made(Class<?> type) {
    List<Object> made = new ArrayList<>();
    for (Executable function : PublicFunctions.all()) {
      boolean sameFile =
          outermost(function.getDeclaringClass()).equals(outermost(type))
              || function.getDeclaringClass().equals(type);
      if (!sameFile || PublicFunctions.needsReceiver(function)) {
        continue;
      }
      int before = made.size();
      for (NumericLawTest.Inputs inputs : NumericLawTest.inputs(function)) {
        Object result = Call.of(function, null, inputs.arguments()).resultOrNull();
        Leaves.visit(
            result,
            inner -> {
              if (type.isInstance(inner) && made.size() < before + MOST) {
                made.add(inner);
              }
            });
        if (made.size() >= before + MOST) {
          break;
        }
      }
    }
    return made;
  }

  private static Class<?> outermost(Class<?> type) {
    return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
  }
}
