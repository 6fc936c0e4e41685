package org.cityeval.place;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.cityeval.config.lake.Datum;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Finds the district a place lies in. It travels as text and is built once in each process that
 * asks it; any number of threads may ask at once. The polygons are brought to the datum of the
 * places, some thousand corners instead of every place. An edge of 1 km stays straight to within a
 * decimetre.
 */
public final class PlaceIndex implements Serializable {
  private final List<Shape> shapes;
  private final Datum datum;
  private transient volatile STRtree index;

  private record Shape(String districtId, String wkt) implements Serializable {}

  private record Area(String districtId, IndexedPointInAreaLocator locator) {}

  private PlaceIndex(List<Shape> shapes, Datum datum) {
    this.shapes = shapes;
    this.datum = datum;
  }

  /**
   * Indexes the polygons of the districts.
   *
   * @param datum of the places that will be asked for
   */
  public static PlaceIndex of(List<District> districts, Datum datum) {
    return new PlaceIndex(
        districts.stream()
            .map(
                district ->
                    new Shape(
                        district.districtId(),
                        Objects.requireNonNull(district.geometryWkt(), district.districtId())))
            .toList(),
        datum);
  }

  /**
   * The id of the district the place lies in or borders on, the smallest where there are several;
   * null if there is none.
   *
   * @param longitude in degrees
   * @param latitude in degrees
   */
  public String districtAt(double longitude, double latitude) {
    Coordinate place = new Coordinate(longitude, latitude);
    String first = null;
    for (Object candidate : index().query(new Envelope(place))) {
      Area area = (Area) candidate;
      boolean smaller = first == null || area.districtId().compareTo(first) < 0;
      if (smaller && area.locator().locate(place) != Location.EXTERIOR) {
        first = area.districtId();
      }
    }
    return first;
  }

  private STRtree index() {
    STRtree built = index;
    if (built == null) {
      synchronized (this) {
        built = index;
        if (built == null) {
          built = build();
          index = built;
        }
      }
    }
    return built;
  }

  private STRtree build() {
    STRtree tree = new STRtree();
    for (Shape shape : shapes) {
      Geometry geometry = geometry(shape);
      tree.insert(
          geometry.getEnvelopeInternal(),
          new Area(shape.districtId(), new IndexedPointInAreaLocator(geometry)));
    }
    tree.build();
    return tree;
  }

  private Geometry geometry(Shape shape) {
    try {
      Geometry geometry = new WKTReader().read(shape.wkt());
      if (datum == Datum.GCJ02) {
        Polygons.move(geometry, Gcj02::ofWgs84);
      }
      return geometry;
    } catch (ParseException e) {
      throw new IllegalStateException("No polygon of district " + shape.districtId(), e);
    }
  }
}
