package org.cityeval.numeric.neighbours;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;

/**
 * Finds the peers of a unit: those nearest to it by several variables at once, each of which counts
 * the same, whatever its unit and spread.
 *
 * <p>Each variable, or its logarithm, has its mean taken off. It is divided by its sample standard
 * deviation (divisor n - 1) over the units that have all variables. The distance is Euclidean. A
 * variable that is the same everywhere counts nothing. A unit that lacks a variable has no peers
 * and is nobody's: it would otherwise be near by what is not known of it.
 */
public final class PeerSpace {
  private final List<Standardisation> standardisations;

  /** By unit, then variable. */
  private final double[][] standardised;

  /** The complete units, ascending in the first variable. */
  private final int[] line;

  /** By place in the line, then variable: one after the other, as they are looked through. */
  private final double[] coordinates;

  /** By unit, its place in the line; -1 for one that is not complete. */
  private final int[] place;

  private PeerSpace(List<Standardisation> standardisations, double[][] standardised, int[] line) {
    this.standardisations = standardisations;
    this.standardised = standardised;
    this.line = line;
    this.coordinates =
        Arrays.stream(line)
            .mapToObj(i -> standardised[i])
            .flatMapToDouble(Arrays::stream)
            .toArray();
    this.place = new int[standardised.length];
    Arrays.fill(place, -1);
    for (int i = 0; i < line.length; i++) {
      place[line[i]] = i;
    }
  }

  /** What distances are measured on. */
  public enum Scale {
    /** Differences. */
    LINEAR,

    /** Ratios: the natural logarithm, which values of 0 and below do not have. */
    LOG
  }

  /** What units are compared by. */
  public record Variable(String name, Scale scale) implements Serializable {}

  /**
   * How a variable became a coordinate: (value - mean) / sd.
   *
   * @param mean of the value, of its logarithm on {@link Scale#LOG}; {@code NaN} where no unit is
   *     complete
   * @param sd of the same; 0 where it counts nothing
   */
  public record Standardisation(String name, Scale scale, double mean, double sd) {
    private double of(double scaled) {
      return sd == 0 ? 0 * scaled : (scaled - mean) / sd;
    }
  }

  /**
   * A unit near another.
   *
   * @param distance in standard deviations
   * @param contributions share of each variable in the squared distance, summing to 1; all 0 where
   *     the distance is
   */
  public record Peer(int unit, double distance, double[] contributions) {}

  /**
   * The space of some units.
   *
   * @param variables one or more
   * @param values a row per unit with a value per variable; one that is not finite, or 0 or below
   *     on {@link Scale#LOG}, is lacking
   */
  public static PeerSpace of(List<Variable> variables, double[][] values) {
    if (variables.isEmpty()) {
      throw new IllegalArgumentException("Peers are near in something: no variable is given");
    }
    double[][] scaled = new double[values.length][variables.size()];
    boolean[] complete = new boolean[values.length];
    for (int unit = 0; unit < values.length; unit++) {
      if (values[unit].length != variables.size()) {
        throw new IllegalArgumentException(
            values[unit].length + " values of a unit for " + variables.size() + " variables");
      }
      for (int v = 0; v < variables.size(); v++) {
        scaled[unit][v] = scaled(values[unit][v], variables.get(v).scale());
      }
      complete[unit] = Arrays.stream(scaled[unit]).noneMatch(Double::isNaN);
    }
    List<Standardisation> standardisations = new ArrayList<>();
    for (int v = 0; v < variables.size(); v++) {
      int column = v;
      BinaryScale scale =
          BinaryScale.of(Arrays.stream(scaled).mapToDouble(unit -> unit[column]).toArray());
      for (double[] unit : scaled) {
        unit[v] = scale.reduced(unit[v]);
      }
      Standardisation reduced = standardisation(variables.get(v), v, scaled, complete);
      for (double[] unit : scaled) {
        unit[v] = reduced.of(unit[v]);
      }
      standardisations.add(
          new Standardisation(
              reduced.name,
              reduced.scale,
              scale.restored(reduced.mean),
              scale.restored(reduced.sd)));
    }
    int[] line =
        IntStream.range(0, values.length)
            .filter(unit -> complete[unit])
            .boxed()
            .sorted(Comparator.comparingDouble(unit -> scaled[unit][0]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new PeerSpace(List.copyOf(standardisations), scaled, line);
  }

  /** One per variable, in their order. */
  public List<Standardisation> standardisations() {
    return standardisations;
  }

  /** Coordinates of a unit, one per variable; {@code NaN} for one that it lacks. */
  public double[] standardised(int unit) {
    requireUnit(unit);
    return standardised[unit].clone();
  }

  /** True where the unit has all variables. */
  public boolean complete(int unit) {
    requireUnit(unit);
    return place[unit] >= 0;
  }

  /**
   * The nearest peers of a unit, itself left out, from the nearest on; of equally near ones the
   * lower number first. Looks along the first variable, to both sides, until all that follow are
   * farther in it alone.
   *
   * @param k how many are wanted, 0 or more; fewer where there are no more, none where the unit is
   *     not complete
   */
  public List<Peer> nearest(int unit, int k) {
    Domain.atLeast("k", k, 0);
    if (k == 0 || !complete(unit)) {
      return List.of();
    }
    double[] own = standardised[unit];
    Nearest nearest = new Nearest(Math.min(k, line.length - 1));
    int down = place[unit] - 1;
    int up = place[unit] + 1;
    while (down >= 0 || up < line.length) {
      double below = down < 0 ? Double.POSITIVE_INFINITY : apart(own, down, 0);
      double above = up == line.length ? Double.POSITIVE_INFINITY : -apart(own, up, 0);
      double nearer = Math.min(below, above);
      if (nearer * nearer > nearest.farthest()) {
        break;
      }
      int next = below <= above ? down-- : up++;
      nearest.offer(line[next], square(own, next));
    }
    List<Peer> peers = new ArrayList<>(nearest.found);
    for (int i = 0; i < nearest.found; i++) {
      peers.add(peer(own, nearest.units[i], nearest.squares[i]));
    }
    return peers;
  }

  private void requireUnit(int unit) {
    if (unit < 0 || unit >= place.length) {
      throw new IllegalArgumentException("No unit " + unit + " among " + place.length);
    }
  }

  private double apart(double[] own, int otherPlace, int variable) {
    return own[variable] - coordinates[otherPlace * own.length + variable];
  }

  private double square(double[] own, int otherPlace) {
    double square = 0;
    for (int v = 0; v < own.length; v++) {
      double apart = apart(own, otherPlace, v);
      square += apart * apart;
    }
    return square;
  }

  private Peer peer(double[] own, int other, double square) {
    double[] contributions = new double[own.length];
    for (int v = 0; v < own.length && square > 0; v++) {
      double apart = apart(own, place[other], v);
      contributions[v] = apart * apart / square;
    }
    return new Peer(other, Math.sqrt(square), contributions);
  }

  private static double scaled(double value, Scale scale) {
    if (scale == Scale.LINEAR) {
      return Double.isFinite(value) ? value : Double.NaN;
    }
    return value > 0 && Double.isFinite(value) ? Math.log(value) : Double.NaN;
  }

  private static Standardisation standardisation(
      Variable variable, int column, double[][] scaled, boolean[] complete) {
    int units = 0;
    double mean = 0;
    double squares = 0;
    // Welford (1962): exactly 0 where all are equal.
    for (int unit = 0; unit < scaled.length; unit++) {
      if (complete[unit]) {
        units++;
        double fromMean = scaled[unit][column] - mean;
        mean += fromMean / units;
        squares += fromMean * (scaled[unit][column] - mean);
      }
    }
    return new Standardisation(
        variable.name(),
        variable.scale(),
        units == 0 ? Double.NaN : mean,
        units < 2 ? 0 : Math.sqrt(squares / (units - 1)));
  }

  /** The nearest units so far, in order. */
  private static final class Nearest {
    private final int[] units;
    private final double[] squares;
    private int found;

    Nearest(int wanted) {
      this.units = new int[wanted];
      this.squares = new double[wanted];
    }

    /** Squared distance beyond which none is taken. */
    double farthest() {
      return found < units.length ? Double.POSITIVE_INFINITY : squares[found - 1];
    }

    void offer(int unit, double square) {
      if (found == units.length && !isBefore(unit, square, found - 1)) {
        return;
      }
      int at = found < units.length ? found++ : found - 1;
      for (; at > 0 && isBefore(unit, square, at - 1); at--) {
        units[at] = units[at - 1];
        squares[at] = squares[at - 1];
      }
      units[at] = unit;
      squares[at] = square;
    }

    private boolean isBefore(int unit, double square, int at) {
      return square < squares[at] || (square == squares[at] && unit < units[at]);
    }
  }
}
