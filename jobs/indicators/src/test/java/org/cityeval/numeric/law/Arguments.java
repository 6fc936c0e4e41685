package org.cityeval.numeric.law;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.epidemic.Wave;
import org.cityeval.numeric.epidemic.WaveRule;
import org.cityeval.numeric.frontier.Activities;
import org.cityeval.numeric.frontier.ChangeSubsampling;
import org.cityeval.numeric.frontier.EfficiencyMeasure;
import org.cityeval.numeric.frontier.Orientation;
import org.cityeval.numeric.frontier.ReturnsToScale;
import org.cityeval.numeric.neighbours.PeerSpace;
import org.cityeval.numeric.ranking.RankErrors;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.numeric.space.Neighbours;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.numeric.timeseries.ChangePoints;
import org.cityeval.numeric.timeseries.DayWeighted;

/** Arguments for a parameter, by its name and type: what it asks for, or numbers of any content. */
final class Arguments {
  private static final Map<String, Double> SOUND_NUMBERS =
      Map.ofEntries(
          Map.entry("level", 0.95),
          Map.entry("share", 0.4),
          Map.entry("rate", 0.05),
          Map.entry("p", 0.5),
          Map.entry("value", 0.5),
          Map.entry("order", 2.0),
          Map.entry("aversion", 0.5),
          Map.entry("sd", 3.0),
          Map.entry("mean", 5.0),
          Map.entry("least", 0.0),
          Map.entry("floor", 0.0),
          Map.entry("ceiling", 20.0),
          Map.entry("population", 1e5),
          Map.entry("relativeProminence", 0.1),
          Map.entry("controlShare", 0.5),
          Map.entry("Normalisation.target", Double.NaN),
          Map.entry("low", 0.0),
          Map.entry("high", 20.0),
          Map.entry("redFrom", 1.5));

  private static final Map<String, Integer> SOUND_COUNTS =
      Map.ofEntries(
          Map.entry("windowDays", 7),
          Map.entry("draws", 999),
          Map.entry("permutations", 999),
          Map.entry("replicates", 4),
          Map.entry("PermutationTest.pairs", 5),
          Map.entry("from", 0),
          Map.entry("start", 0),
          Map.entry("unit", 0),
          Map.entry("district", 0),
          Map.entry("k", 0),
          Map.entry("above", 10),
          Map.entry("below", 900),
          Map.entry("clearDays", 14),
          Map.entry("lag", 0));

  private static final Set<String> AS_LONG_AS_THE_DATA =
      Set.of("to", "size", "LongRunError.days", "ChangeSubsampling.units", "length", "otherLength");

  /** A row per district, a column per day. */
  private static final Set<String> WIDE =
      Set.of("daily", "VarianceDecomposition.values", "RankAgreement.values");

  private final int length;
  private final SplittableRandom random;

  Arguments(int length, SplittableRandom random) {
    this.length = length;
    this.random = random;
  }

  /** An argument of some content; of a type that holds no numbers the sound one. */
  Object of(Parameter parameter, Content content) {
    Class<?> type = parameter.getType();
    if (type == double[].class) {
      return numbers(parameter, content);
    }
    if (type == double[][].class) {
      return table(parameter, content);
    }
    if (type == Activities.class) {
      return activities(content);
    }
    return sound(parameter);
  }

  private Object sound(Parameter parameter) {
    Class<?> type = parameter.getType();
    String name = parameter.getName();
    if (type == double.class) {
      return number(parameter);
    }
    if (type == int.class) {
      return count(parameter);
    }
    if (type == long.class) {
      return name.equals("trials") || name.equals("value") ? 100L : 3L;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == String.class) {
      return name;
    }
    if (type == int[].class) {
      return wholeNumbers(parameter);
    }
    if (type == long[].class) {
      return IntStream.range(0, length).mapToLong(i -> i % 4 + 1).toArray();
    }
    if (type == boolean[].class) {
      return flags(2);
    }
    if (type == int[][].class) {
      return IntStream.range(0, length).mapToObj(this::around).toArray(int[][]::new);
    }
    if (type == long[][].class) {
      return new long[][] {{4, 1, 0}, {2, 5, 1}, {0, 1, 6}};
    }
    if (type == OptionalInt.class) {
      return OptionalInt.of(1);
    }
    if (type == RandomGenerator.class || type == SplittableRandom.class) {
      return new SplittableRandom(1);
    }
    if (type == List.class) {
      return list(parameter);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return object(type);
  }

  /** Null where an object of the class has to come from what the functions return. */
  private Object object(Class<?> type) {
    if (type == Neighbours.class) {
      return Neighbours.of(IntStream.range(0, length).mapToObj(this::around).toArray(int[][]::new));
    }
    if (type == EfficiencyMeasure.class) {
      return EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.VARIABLE);
    }
    if (type == RankErrors.class) {
      double[] errors = new double[length];
      Arrays.fill(errors, 0.5);
      return RankErrors.normal(errors, 50, 1);
    }
    if (type == WaveRule.class) {
      return new WaveRule(3, 0.1, 0.1);
    }
    if (type == Prior.class) {
      return new Prior(1, 5);
    }
    if (type == RiskThresholds.class) {
      return RiskThresholds.zhejiang();
    }
    if (type == PreciseControl.Weights.class) {
      return new PreciseControl.Weights(1, 1, 1, 1, 0.5);
    }
    if (type == ChangePoints.Penalty.class) {
      return ChangePoints.Penalty.bic(100);
    }
    if (type == BinaryScale.class) {
      return new BinaryScale(0);
    }
    if (type == ToDoubleFunction.class || type == DayWeighted.class) {
      DayWeighted first = weights -> weights[0];
      return first;
    }
    if (type == DoubleFunction.class) {
      DoubleFunction<double[]> alone = weight -> new double[] {weight};
      return alone;
    }
    if (type == Function.class) {
      Function<double[], double[]> three = weights -> new double[] {weights[0], 1, 2};
      return three;
    }
    if (type == DrawnEstimate[].class) {
      DrawnEstimate drawn = DrawnEstimate.known(new double[] {0.5, 1, 2});
      return new DrawnEstimate[] {drawn, drawn};
    }
    if (type == Wave.class) {
      return new Wave(0, 0, 0, 1);
    }
    return null;
  }

  private Object list(Parameter parameter) {
    return switch (parameter.getName()) {
      case "variables" ->
          List.of(
              new PeerSpace.Variable("one", PeerSpace.Scale.LINEAR),
              new PeerSpace.Variable("two", PeerSpace.Scale.LOG),
              new PeerSpace.Variable("three", PeerSpace.Scale.LINEAR));
      case "densityCuts" -> List.of(1.0, 10.0, 25.0, 75.0);
      case "reproductionCuts" -> List.of(0.9, 1.1, 1.4);
      case "segments" -> List.of(new ChangePoints.Segment(0, 3, 4, 1.5));
      case "periods" -> List.of(activities(Content.SOUND), activities(Content.RANDOM));
      case "steps" ->
          List.of(
              new ChangeSubsampling.Step(
                  IntStream.range(0, length).toArray(),
                  activities(Content.SOUND),
                  activities(Content.SOUND),
                  3));
      default -> throw new IllegalStateException("No list for " + parameter);
    };
  }

  private double number(Parameter parameter) {
    return valueOf(parameter, SOUND_NUMBERS, 1.0);
  }

  private int count(Parameter parameter) {
    return is(parameter, AS_LONG_AS_THE_DATA) ? length : valueOf(parameter, SOUND_COUNTS, 3);
  }

  private double[] numbers(Parameter parameter, Content content) {
    return switch (parameter.getName()) {
      case "serialInterval", "generationInterval", "probability" ->
          content == Content.SOUND
              ? new double[] {0, 0.25, 0.5, 0.25}
              : content.fill(4, i -> i == 0 ? 0 : 1 / 3.0, random);
      case "lowestShare" -> content.fill(3, i -> 0.1, random);
      case "highestShare" -> content.fill(3, i -> 0.8, random);
      case "pValues", "first", "second" ->
          content.fill(
              length,
              i ->
                  parameter.getName().equals("pValues")
                      ? random.nextDouble()
                      : 1 + random.nextInt(3),
              random);
      case "r" -> content.fill(7, i -> 0.1, random);
      default -> content.fill(length, i -> random.nextDouble(0.5, 10), random);
    };
  }

  private double[][] table(Parameter parameter, Content content) {
    boolean wide = is(parameter, WIDE);
    double[][] table = new double[wide ? 3 : length][];
    Arrays.setAll(
        table, i -> content.fill(wide ? length : 3, j -> random.nextDouble(0.5, 10), random));
    return table;
  }

  private Activities activities(Content content) {
    double[][][] parts = new double[2][length][];
    for (double[][] part : parts) {
      double[] column = content.fill(2 * length, j -> random.nextDouble(0.5, 10), random);
      Arrays.setAll(part, unit -> Arrays.copyOfRange(column, 2 * unit, 2 * unit + 2));
    }
    return Activities.of(parts[0], parts[1]);
  }

  private int[] wholeNumbers(Parameter parameter) {
    return switch (parameter.getName()) {
      case "isoWeekday" -> IntStream.range(0, length).map(i -> i % 7 + 1).toArray();
      case "group", "times" -> IntStream.range(0, length).map(i -> i % 3).toArray();
      case "levels" -> new int[] {1, length};
      case "second" -> IntStream.range(0, length).map(i -> (i + 1) % Math.max(1, length)).toArray();
      default -> IntStream.range(0, length).toArray();
    };
  }

  /** The next on either side of a ring. */
  private int[] around(int i) {
    return IntStream.of((i + 1) % length, (i + length - 1) % length)
        .filter(other -> other != i)
        .distinct()
        .toArray();
  }

  private boolean[] flags(int every) {
    boolean[] flags = new boolean[length];
    for (int i = 0; i < length; i += every) {
      flags[i] = true;
    }
    return flags;
  }

  /** By class and name, or else by name alone. */
  private static <T> T valueOf(Parameter parameter, Map<String, T> values, T otherwise) {
    return values.getOrDefault(
        ofClass(parameter), values.getOrDefault(parameter.getName(), otherwise));
  }

  static boolean is(Parameter parameter, Set<String> names) {
    return names.contains(parameter.getName()) || names.contains(ofClass(parameter));
  }

  private static String ofClass(Parameter parameter) {
    return parameter.getDeclaringExecutable().getDeclaringClass().getSimpleName()
        + "."
        + parameter.getName();
  }
}
