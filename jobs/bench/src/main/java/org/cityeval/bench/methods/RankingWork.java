package org.cityeval.bench.methods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cityeval.numeric.neighbours.PeerSpace;
import org.cityeval.numeric.neighbours.PeerSpace.Peer;
import org.cityeval.numeric.neighbours.PeerSpace.Scale;
import org.cityeval.numeric.neighbours.PeerSpace.Variable;
import org.cityeval.numeric.ranking.RankConfidence;
import org.cityeval.numeric.ranking.RankConfidence.StepRule;
import org.cityeval.numeric.ranking.RankErrors;
import org.cityeval.numeric.ranking.RankRange;

/** Districts held against each other: which ranks are possible, and who is like whom. */
final class RankingWork {
  private static final int DRAWS = 10_000;
  private static final double LEVEL = 0.95;

  private static final double SD_SCORE = 10;

  /** Standard error of the score of a district of 100,000; of others by the fourth root. */
  private static final double ERROR = 3;

  private static final int PEERS = 5;
  private static final int VARIABLES_BESIDE_RESIDENTS = 4;

  private RankingWork() {}

  /** Marginal and simultaneous, by the rule that fits the number of districts. */
  static Work rankSets(int districts, long seed) {
    double[] scores = new double[districts];
    double[][] draws = new double[districts][DRAWS];
    SyntheticDistricts synthetic = new SyntheticDistricts(seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int district = 0; district < districts; district++) {
      double error = ERROR * Math.pow(100_000 / synthetic.residents(district), 0.25);
      double truth = SD_SCORE * random.nextGaussian();
      scores[district] = truth + error * random.nextGaussian();
      for (int draw = 0; draw < DRAWS; draw++) {
        draws[district][draw] = scores[district] + error * random.nextGaussian();
      }
    }
    return results -> {
      RankErrors errors = RankErrors.drawn(draws);
      RankConfidence sets = RankConfidence.of(scores, errors, LEVEL, StepRule.fitting(districts));
      results.accept(numbers(sets.marginal()));
      results.accept(numbers(sets.simultaneous()));
    };
  }

  static Work peers(int districts, long seed) {
    List<Variable> variables = new ArrayList<>(List.of(new Variable("residents", Scale.LOG)));
    for (int i = 0; i < VARIABLES_BESIDE_RESIDENTS; i++) {
      variables.add(new Variable("variable " + i, Scale.LINEAR));
    }
    SyntheticDistricts synthetic = new SyntheticDistricts(seed);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[districts][variables.size()];
    for (int district = 0; district < districts; district++) {
      values[district][0] = synthetic.residents(district);
      for (int i = 1; i < variables.size(); i++) {
        // What districts are like goes with their size, in part.
        values[district][i] = Math.log(values[district][0]) + 2 * random.nextGaussian();
      }
    }
    return results -> {
      PeerSpace space = PeerSpace.of(variables, values);
      for (int district = 0; district < districts; district++) {
        results.accept(
            space.nearest(district, PEERS).stream().mapToDouble(Peer::distance).toArray());
      }
    };
  }

  private static double[] numbers(RankRange[] ranges) {
    return Arrays.stream(ranges)
        .flatMap(range -> Stream.of(range.best(), range.worst()))
        .mapToDouble(Integer::doubleValue)
        .toArray();
  }
}
