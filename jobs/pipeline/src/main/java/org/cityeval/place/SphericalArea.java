package org.cityeval.place;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Area of a polygon of longitudes and latitudes on a sphere, by Chamberlain & Duquette (2007, JPL
 * 07-03); within half a percent of that on the ellipsoid.
 */
public final class SphericalArea {
  /** Mean radius of the earth, km (IUGG). */
  private static final double RADIUS = 6371.0088;

  private SphericalArea() {}

  /**
   * Square kilometres of a shape in WKT, degrees; holes left out.
   *
   * @return {@code NaN} for null or what is no WKT
   */
  public static double squareKilometres(String wkt) {
    if (wkt == null) {
      return Double.NaN;
    }
    try {
      Geometry shape = new WKTReader().read(wkt);
      double area = 0;
      for (int part = 0; part < shape.getNumGeometries(); part++) {
        if (shape.getGeometryN(part) instanceof Polygon polygon) {
          area += ring(polygon.getExteriorRing().getCoordinates());
          for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            area -= ring(polygon.getInteriorRingN(hole).getCoordinates());
          }
        }
      }
      return area;
    } catch (ParseException noShape) {
      return Double.NaN;
    }
  }

  private static double ring(Coordinate[] corners) {
    double sum = 0;
    for (int i = 0; i + 1 < corners.length; i++) {
      Coordinate from = corners[i];
      Coordinate to = corners[i + 1];
      sum +=
          Math.toRadians(to.x - from.x)
              * (2 + Math.sin(Math.toRadians(from.y)) + Math.sin(Math.toRadians(to.y)));
    }
    return Math.abs(sum) * RADIUS * RADIUS / 2;
  }
}
