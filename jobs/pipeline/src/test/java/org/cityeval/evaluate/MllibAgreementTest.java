package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.numeric.classification.PrecisionRecall;
import org.cityeval.numeric.classification.Roc;
import org.cityeval.numeric.epidemic.GrowthRate;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.Tuple2;

/**
 * The numerics against MLlib's own: two programs, one answer. A district's few hundred numbers are
 * no reason to start Spark jobs, so MLlib is the witness here and not the worker.
 */
@ExtendWith(SparkExtension.class)
class MllibAgreementTest {
  private static final int CASES = 300;

  @Test
  void areasUnderBothCurvesAreThoseOfMllibAtEveryThreshold(SparkSession spark) {
    SplittableRandom random = new SplittableRandom(11);
    double[] score = new double[CASES];
    boolean[] event = new boolean[CASES];
    List<Tuple2<Object, Object>> scored = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      event[i] = random.nextInt(4) == 0;
      // Scores of one decimal tie often.
      score[i] = Math.rint(10 * random.nextDouble() + (event[i] ? 3 : 0)) / 10;
      scored.add(new Tuple2<>(score[i], event[i] ? 1.0 : 0.0));
    }
    // The default of 1,000 bins would average thresholds away.
    BinaryClassificationMetrics metrics =
        new BinaryClassificationMetrics(
            new JavaSparkContext(spark.sparkContext()).parallelize(scored).rdd(), 0);

    assertThat(Roc.auc(score, event)).isCloseTo(metrics.areaUnderROC(), within(1e-12));
    assertThat(PrecisionRecall.trapezoidFromFirstPrecision(score, event))
        .isCloseTo(metrics.areaUnderPR(), within(1e-12));
  }

  @Test
  void growthIsTheSlopeOfMllibsPoissonRegression(SparkSession spark) {
    SplittableRandom random = new SplittableRandom(12);
    double[] counts = new double[40];
    List<Row> rows = new ArrayList<>();
    for (int day = 0; day < counts.length; day++) {
      counts[day] = Math.floor(60 * Math.exp(-0.05 * day) * random.nextDouble(0.3, 1.7));
      rows.add(RowFactory.create(counts[day], (double) day));
    }
    Dataset<Row> days =
        new VectorAssembler()
            .setInputCols(new String[] {"day"})
            .setOutputCol("features")
            .transform(
                spark.createDataFrame(
                    rows,
                    new StructType()
                        .add("label", DataTypes.DoubleType)
                        .add("day", DataTypes.DoubleType)));
    GeneralizedLinearRegressionModel model =
        new GeneralizedLinearRegression()
            .setFamily("poisson")
            .setLink("log")
            .setTol(1e-12)
            .setMaxIter(100)
            .fit(days);
    GrowthRate.Fit fit = GrowthRate.quasiPoisson(counts);

    assertThat(fit.rate()).isCloseTo(model.coefficients().apply(0), within(1e-9));
    // MLlib takes the variance to be the mean; ours is wider by the root of the dispersion.
    assertThat(fit.standardError() / Math.sqrt(fit.dispersion()))
        .isCloseTo(model.summary().coefficientStandardErrors()[0], within(1e-9));
  }
}
