package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SphericalAreaTest {
  /** Four pi times the square of the mean radius of the earth, 6371.0088 km. */
  private static final double SPHERE = 510_065_885;

  private static final String ONE_DEGREE = "(0 0, 1 0, 1 1, 0 1, 0 0)";

  @Test
  void anEighthOfTheSphereIsAnEighthOfItsArea() {
    assertThat(SphericalArea.squareKilometres("POLYGON ((0 0, 90 0, 90 90, 0 90, 0 0))"))
        .isCloseTo(SPHERE / 8, within(10.0));
  }

  @Test
  void oneDegreeAtTheEquator() {
    // R^2 x (pi / 180) x sin 1 degree: between meridians and parallels the formula is exact.
    double exact = 6371.0088 * 6371.0088 * Math.toRadians(1) * Math.sin(Math.toRadians(1));

    assertThat(SphericalArea.squareKilometres("POLYGON (" + ONE_DEGREE + ")"))
        .isCloseTo(exact, within(1e-6));
  }

  @Test
  void holesAreLeftOutAndPartsAddedWhicheverWayTheyTurn() {
    double whole = SphericalArea.squareKilometres("POLYGON (" + ONE_DEGREE + ")");
    String hole = "(0.2 0.2, 0.4 0.2, 0.4 0.4, 0.2 0.4, 0.2 0.2)";
    double inner = SphericalArea.squareKilometres("POLYGON (" + hole + ")");

    assertThat(SphericalArea.squareKilometres("POLYGON (" + ONE_DEGREE + ", " + hole + ")"))
        .isCloseTo(whole - inner, within(1e-6));
    assertThat(
            SphericalArea.squareKilometres(
                "MULTIPOLYGON ((" + ONE_DEGREE + "), ((5 0, 5 1, 6 1, 6 0, 5 0)))"))
        .isCloseTo(2 * whole, within(1e-6));
  }

  @Test
  void whatIsNoShapeHasNoArea() {
    assertThat(SphericalArea.squareKilometres(null)).isNaN();
    assertThat(SphericalArea.squareKilometres("POLYGON ((")).isNaN();
  }
}
