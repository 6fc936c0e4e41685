package org.cityeval.numeric.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cityeval.numeric.ranking.RankRange;

/** One call of a function, and what came of it. */
final class Call {
  private static final long SECOND = 1_000_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Names of what is inferred: p-values, ends of intervals, and ranks. */
  private static final Set<String> INFERRED =
      Set.of(
          "pValue",
          "pValues",
          "upper",
          "lower",
          "low",
          "high",
          "standardError",
          "finds",
          "adjusted",
          "average",
          "fromHighest",
          "fractional",
          "kendallW");

  private final Executable function;
  private final Object receiver;
  private final Object[] arguments;
  private Object result;
  private Throwable thrown;
  private long time;

  private Call(Executable function, Object receiver, Object[] arguments) {
    this.function = function;
    this.receiver = receiver;
    this.arguments = arguments;
  }

  static Call of(Executable function, Object receiver, Object[] arguments) {
    Call call = new Call(function, receiver, arguments);
    call.make();
    if (call.time > SECOND) {
      // The first may have had to compile it.
      call.make();
    }
    return call;
  }

  Object resultOrNull() {
    return result;
  }

  /** True where it returned. */
  boolean keepsTheLaw(NumericLawTest.Inputs inputs) {
    assertThat(time).as("%s: nanoseconds", this).isLessThan(SECOND);
    if (thrown != null) {
      refusesByName();
      return false;
    }
    String name = function.getDeclaringClass().getSimpleName() + "." + function.getName();
    boolean ofConstructor = function instanceof Constructor;
    Map<String, Double> leaves = Leaves.of(result);
    leaves.forEach(
        (path, number) -> {
          if (inputs.finite() && !PublicFunctions.needsReceiver(function) && !ofConstructor) {
            assertThat(Double.isInfinite(number) && !NumericLawTest.isUnbounded(name))
                .as("%s: %s is infinite", this, path)
                .isFalse();
          }
          if (inputs.infinite()
              && isInferred(path)
              && !ofConstructor
              && !NumericLawTest.isApart(name)) {
            assertThat(number).as("%s: %s from an infinity", this, path).isNaN();
          }
        });
    if (inputs.infinite()) {
      Leaves.visit(
          result,
          inner ->
              assertThat(inner instanceof RankRange || (result instanceof int[] && isInferred("")))
                  .as("%s: a rank from an infinity", this)
                  .isFalse());
    }
    ordersItsIntervals(leaves);
    return true;
  }

  private boolean isInferred(String path) {
    String last = path.replaceAll("\\[\\d+]", "").replaceAll("^.*\\.", "");
    return INFERRED.contains(last) || INFERRED.contains(function.getName());
  }

  private void ordersItsIntervals(Map<String, Double> leaves) {
    boolean ofData = !PublicFunctions.needsReceiver(function) && function instanceof Method;
    leaves.forEach(
        (path, low) -> {
          if (ofData && path.endsWith("interval.low")) {
            double high = leaves.get(path.replaceAll("low$", "high"));
            assertThat(low > high).as("%s: %s is above high", this, path).isFalse();
          }
        });
  }

  private void refusesByName() {
    assertThat(thrown)
        .as("%s%n%s", this, Arrays.toString(Arrays.copyOf(thrown.getStackTrace(), 6)))
        .isExactlyInstanceOf(IllegalArgumentException.class);
    assertThat(thrown.getStackTrace()[0].getClassName())
        .as("%s: who refuses, with %s", this, thrown.getMessage())
        .startsWith("org.cityeval.numeric.");
    String message = thrown.getMessage();
    assertThat(Arrays.stream(function.getParameters()).anyMatch(p -> isNamed(p, message)))
        .as("%s: does `%s` name an argument?", this, message)
        .isTrue();
  }

  /** By its name, or a word of it. */
  private static boolean isNamed(Parameter parameter, String message) {
    String words = parameter.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Arrays.stream(words.split(" "))
        .map(word -> word.length() > 3 ? word.replaceAll("s$", "") : word)
        .anyMatch(
            word ->
                Pattern.compile("\\b" + word, Pattern.CASE_INSENSITIVE).matcher(message).find()
                    || message.contains(parameter.getName()));
  }

  private void make() {
    long before = THREADS.getCurrentThreadCpuTime();
    result = null;
    thrown = null;
    try {
      result =
          function instanceof Constructor<?> constructor
              ? constructor.newInstance(arguments)
              : ((Method) function).invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      fail("%s cannot be called: %s", this, e);
    }
    time = THREADS.getCurrentThreadCpuTime() - before;
  }

  @Override
  public String toString() {
    String shown = Arrays.deepToString(arguments);
    return PublicFunctions.name(function)
        + " of "
        + (shown.length() > 600 ? shown.substring(0, 600) + "..." : shown)
        + (PublicFunctions.needsReceiver(function) ? " on " + receiver : "");
  }
}
