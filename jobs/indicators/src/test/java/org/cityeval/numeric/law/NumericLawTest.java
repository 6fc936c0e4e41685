package org.cityeval.numeric.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One law for all numerics: on any input a function gives its value, {@code NaN}, or an
 * IllegalArgumentException that names the argument, within a second for arrays of 1,000. Nothing is
 * infinite that the inputs were not, unless that is its value; and no p-value, rank or interval
 * comes from an infinity.
 */
class NumericLawTest {
  private static final int[] LENGTHS = {0, 1, 2, 12};
  private static final int LONG = 1000;
  private static final int RANDOM_CALLS = 100;

  /** A program, or a replicate of programs, for each unit: so their documentation says. */
  private static final Map<String, Integer> LONGEST =
      Map.of("frontier", 100, "Subsampling", 20, "SimarWilson", 20, "ProductivityChange", 40);

  /** Where an infinity is the value, or the value larger than any double. */
  private static final Set<String> UNBOUNDED =
      Set.of(
          "SerialInterval.mean",
          "Moments.sum",
          "Moments.variance",
          "Waves.segment",
          "Efficiency.amongOthers",
          "Efficiency.against",
          "BinaryScale.restored",
          "BinaryScale.reduced",
          "FactorialIndices.of",
          "BreakDate.of",
          "BreakDate.supF",
          "KaplanMeier.of",
          "OutlierTreatment.extended",
          "OutlierTreatment.fit",
          "OutlierTreatment.none",
          "OutlierTreatment.towards",
          "Aggregation.total",
          "Decimals.change",
          "Decimals.quotient",
          "Decimals.sum",
          "StudentT.ofSum");

  /** Results in which each element has inputs of its own, or an infinite input is left out. */
  private static final Set<String> APART =
      Set.of(
          "ReproductionNumber.cori",
          "BootstrapInterval.percentile",
          "SimarWilson.of",
          "Subsampling.of",
          "ChangeSubsampling.of",
          "OutlierTreatment.towards");

  static Stream<Named<Executable>> functions() {
    return PublicFunctions.all().stream()
        .map(function -> Named.of(PublicFunctions.name(function), function));
  }

  @Test
  void knowsTheFunctions() {
    // A floor, so that a search that finds nothing is no proof.
    assertThat(PublicFunctions.all().size()).isGreaterThan(200);
    assertThat(functions().map(Named::getName)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("functions")
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void holds(Executable function) {
    List<Object> receivers =
        PublicFunctions.needsReceiver(function)
            ? Receivers.of(function.getDeclaringClass())
            : List.of(function);
    assertThat(receivers).as("objects to call it on").isNotEmpty();
    boolean returned = false;
    for (Object receiver : receivers) {
      for (Inputs inputs : inputs(function)) {
        returned |= Call.of(function, receiver, inputs.arguments()).keepsTheLaw(inputs);
      }
    }
    assertThat(returned).as("a call that returns").isTrue();
  }

  /**
   * Arguments of a call.
   *
   * @param infinite whether an array holds an infinity
   * @param finite whether every number is finite, so that the result has to be
   */
  record Inputs(Object[] arguments, boolean infinite, boolean finite) {
    static Inputs of(Object[] arguments) {
      boolean infinite = false;
      boolean finite = true;
      for (Object argument : arguments) {
        for (double number : Leaves.of(argument).values()) {
          infinite |= Double.isInfinite(number) && !(argument instanceof Double);
          finite &= Double.isFinite(number);
        }
      }
      return new Inputs(arguments, infinite, finite);
    }
  }

  static boolean isUnbounded(String function) {
    return UNBOUNDED.contains(function);
  }

  static boolean isApart(String function) {
    return APART.contains(function);
  }

  /** Every content for all arrays; every edge for each argument; and any mixture of them. */
  static List<Inputs> inputs(Executable function) {
    Parameter[] parameters = function.getParameters();
    SplittableRandom random = new SplittableRandom(PublicFunctions.name(function).hashCode());
    List<Inputs> inputs = new ArrayList<>();
    boolean alone = PublicFunctions.needsReceiver(function);
    int longest = alone ? 12 : longest(function);
    for (int length : alone ? new int[] {3} : LENGTHS) {
      for (Content content : Content.values()) {
        inputs.add(alike(parameters, length, content, random));
      }
    }
    if (Arrays.stream(parameters).anyMatch(parameter -> parameter.getType().isArray())) {
      for (Content content : Content.values()) {
        inputs.add(alike(parameters, longest, content, random));
      }
    }
    for (int length : alone ? new int[] {3} : new int[] {1, 12}) {
      for (int p = 0; p < parameters.length; p++) {
        Arguments arguments = new Arguments(length, random);
        for (Object edge : new Edges(length).of(parameters[p])) {
          Object[] values = alike(parameters, length, Content.SOUND, random).arguments();
          values[p] = edge;
          inputs.add(Inputs.of(values));
        }
        for (Content content : Content.values()) {
          Object[] values = alike(parameters, length, Content.SOUND, random).arguments();
          values[p] = arguments.of(parameters[p], content);
          inputs.add(Inputs.of(values));
        }
      }
    }
    for (int call = 0; call < (alone ? 10 : RANDOM_CALLS) && parameters.length > 1; call++) {
      inputs.add(anything(parameters, alone ? 3 : LENGTHS[random.nextInt(LENGTHS.length)], random));
    }
    return inputs;
  }

  private static Inputs alike(
      Parameter[] parameters, int length, Content content, SplittableRandom random) {
    Arguments arguments = new Arguments(length, random);
    return Inputs.of(
        Arrays.stream(parameters)
            .map(parameter -> argument(arguments, parameter, content, random))
            .toArray());
  }

  private static Inputs anything(Parameter[] parameters, int length, SplittableRandom random) {
    Content[] contents = Content.values();
    Object[] values = new Object[parameters.length];
    for (int p = 0; p < values.length; p++) {
      Arguments arguments = new Arguments(length, random);
      List<Object> edges = new Edges(length).of(parameters[p]);
      values[p] =
          !edges.isEmpty() && random.nextInt(4) == 0
              ? edges.get(random.nextInt(edges.size()))
              : argument(
                  arguments, parameters[p], contents[random.nextInt(contents.length)], random);
    }
    return Inputs.of(values);
  }

  /** An object of a class for which nothing is made here is one that the functions return. */
  private static Object argument(
      Arguments arguments, Parameter parameter, Content content, SplittableRandom random) {
    Object argument = arguments.of(parameter, content);
    if (argument != null) {
      return argument;
    }
    List<Object> objects = Receivers.of(parameter.getType());
    assertThat(objects).as("arguments for %s", parameter).isNotEmpty();
    return objects.get(random.nextInt(objects.size()));
  }

  private static int longest(Executable function) {
    String name = function.getDeclaringClass().getName();
    return LONGEST.entrySet().stream()
        .filter(entry -> name.contains(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .min()
        .orElse(LONG);
  }
}
