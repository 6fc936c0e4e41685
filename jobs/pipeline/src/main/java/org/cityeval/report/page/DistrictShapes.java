package org.cityeval.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.report.data.ReportData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Districts' polygons as GeoJSON (RFC 7946), thinned to what a screen can show. */
final class DistrictShapes {
  /** Share of the drawing's width below which a bend is dropped. */
  private static final double TOLERANCE = 1 / 1500.0;

  private DistrictShapes() {}

  /** A feature collection of the districts that have a readable polygon; null if none has. */
  public static Map<String, Object> geoJson(List<ReportData.District> districts) {
    List<ReportData.District> drawn = new ArrayList<>();
    List<Geometry> shapes = new ArrayList<>();
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    for (ReportData.District district : districts) {
      Geometry shape = shape(district.geometryWkt());
      if (shape != null) {
        drawn.add(district);
        shapes.add(shape);
        west = Math.min(west, shape.getEnvelopeInternal().getMinX());
        east = Math.max(east, shape.getEnvelopeInternal().getMaxX());
      }
    }
    if (drawn.isEmpty()) {
      return null;
    }
    List<Object> features = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      Geometry thinned =
          TopologyPreservingSimplifier.simplify(shapes.get(i), (east - west) * TOLERANCE);
      Map<String, Object> feature = ofType("Feature");
      feature.put("properties", Map.of("name", drawn.get(i).id()));
      Map<String, Object> geometry = ofType("MultiPolygon");
      geometry.put("coordinates", polygons(thinned));
      feature.put("geometry", geometry);
      features.add(feature);
    }
    Map<String, Object> collection = ofType("FeatureCollection");
    collection.put("features", features);
    return collection;
  }

  /** An object whose members keep their order: that of Map.of differs from process to process. */
  private static Map<String, Object> ofType(String type) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", type);
    return object;
  }

  /** The geometry, or null where there is none or it cannot be read: the map leaves it out. */
  private static Geometry shape(String wkt) {
    if (wkt == null || wkt.isBlank()) {
      return null;
    }
    try {
      Geometry shape = new WKTReader().read(wkt);
      return shape.isEmpty() ? null : shape;
    } catch (ParseException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static List<Object> polygons(Geometry shape) {
    List<Object> polygons = new ArrayList<>();
    for (int part = 0; part < shape.getNumGeometries(); part++) {
      if (shape.getGeometryN(part) instanceof Polygon polygon) {
        List<Object> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing()));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(ring(polygon.getInteriorRingN(hole)));
        }
        polygons.add(rings);
      }
    }
    return polygons;
  }

  private static List<Object> ring(LineString line) {
    List<Object> ring = new ArrayList<>();
    for (Coordinate point : line.getCoordinates()) {
      ring.add(List.of(rounded(point.x), rounded(point.y)));
    }
    return ring;
  }

  /** Four decimals of a degree are about ten metres. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e4) / 1e4;
  }
}
