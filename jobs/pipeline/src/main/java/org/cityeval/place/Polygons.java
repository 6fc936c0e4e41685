package org.cityeval.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.cityeval.config.lake.Datum;
import org.cityeval.config.lake.DistrictsConfig;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.WKTWriter;

/** Joins the districts to their polygons, and finds which of them touch (queen contiguity). */
final class Polygons {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Polygons() {}

  static List<District> join(
      List<District> districts, DistrictsConfig.Geometry config, Configuration hadoop) {
    Map<String, Geometry> shapes = read(config, hadoop);
    refuseMissing(districts, config, shapes);
    STRtree index = new STRtree();
    for (District district : districts) {
      Geometry shape = shapes.get(district.districtId());
      index.insert(shape.getEnvelopeInternal(), district.districtId());
    }
    List<District> joined = new ArrayList<>();
    for (District district : districts) {
      Geometry shape = shapes.get(district.districtId());
      joined.add(
          district.with(
              touching(district.districtId(), shape, shapes, index), new WKTWriter().write(shape)));
    }
    return List.copyOf(joined);
  }

  private static void refuseMissing(
      List<District> districts, DistrictsConfig.Geometry config, Map<String, Geometry> shapes) {
    List<String> missing =
        districts.stream().map(District::districtId).filter(id -> !shapes.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      throw new UserProblem(
          "districts.geometry: no polygon for "
              + (missing.size() == 1 ? "district " : missing.size() + " districts: ")
              + String.join(", ", missing)
              + ".",
          config.path()
              + " holds "
              + shapes.size()
              + " polygons, by "
              + config.id()
              + (shapes.isEmpty()
                  ? "."
                  : ", such as "
                      + String.join(", ", shapes.keySet().stream().limit(3).toList())
                      + "."),
          "Add the polygons, or correct districts.geometry.id.");
    }
  }

  private static List<String> touching(
      String id, Geometry shape, Map<String, Geometry> shapes, STRtree index) {
    var prepared = PreparedGeometryFactory.prepare(shape);
    List<String> neighbours = new ArrayList<>();
    for (Object candidate : index.query(shape.getEnvelopeInternal())) {
      if (!candidate.equals(id) && prepared.intersects(shapes.get(candidate))) {
        neighbours.add((String) candidate);
      }
    }
    neighbours.sort(null);
    return neighbours;
  }

  private static Map<String, Geometry> read(DistrictsConfig.Geometry config, Configuration hadoop) {
    Map<String, Geometry> shapes = new TreeMap<>();
    try (InputStream in = open(config.path(), hadoop)) {
      for (JsonNode feature : new ObjectMapper().readTree(in).path("features")) {
        JsonNode id =
            config.id().equals("id")
                ? feature.path("id")
                : feature.path("properties").path(config.id());
        add(shapes, id.asText(), feature.path("geometry"), config);
      }
    } catch (FileNotFoundException e) {
      throw new SourceProblem(
          "districts.geometry: no file at " + config.path() + ".",
          "The polygons are needed for contiguity and the map.",
          "Put the file there, or leave districts.geometry out.",
          e);
    } catch (JsonProcessingException e) {
      throw new UserProblem(
          "districts.geometry: " + config.path() + " is no GeoJSON.",
          e.getOriginalMessage() + ".",
          "Mend the file (GeoJSON, RFC 7946), or deliver it again whole.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + config.path(), e);
    }
    return shapes;
  }

  private static void add(
      Map<String, Geometry> shapes, String id, JsonNode geometry, DistrictsConfig.Geometry config) {
    try {
      Geometry shape = geometry(id, geometry, config.path());
      if (config.datum() == Datum.GCJ02) {
        move(shape, Gcj02::toWgs84);
      }
      // A district in several features (an island apart) is their union.
      shapes.merge(id, shape, Geometry::union);
    } catch (IllegalArgumentException | TopologyException noShape) {
      throw new UserProblem(
          "districts.geometry: the polygon of " + id + " cannot be read.",
          config.path() + ": " + noShape.getMessage() + ".",
          "Mend the polygon; its rings are closed and do not cross (GeoJSON, RFC 7946).",
          noShape);
    }
  }

  /** Moves every corner of a shape, in place. */
  static void move(Geometry shape, UnaryOperator<Gcj02.Position> to) {
    shape.apply(
        (CoordinateFilter)
            corner -> {
              Gcj02.Position moved = to.apply(new Gcj02.Position(corner.x, corner.y));
              corner.x = moved.longitude();
              corner.y = moved.latitude();
            });
    shape.geometryChanged();
  }

  private static InputStream open(String path, Configuration hadoop) throws IOException {
    Path file = new Path(path);
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(file);
    InputStream raw = file.getFileSystem(hadoop).open(file);
    return codec == null ? raw : codec.createInputStream(raw);
  }

  private static Geometry geometry(String id, JsonNode geometry, String path) {
    if (!geometry.isObject()) {
      throw new UserProblem(
          "districts.geometry: the feature " + id + " has no geometry.",
          path + " holds it without one.",
          "Draw its polygon, or leave the feature out.");
    }
    JsonNode coordinates = geometry.path("coordinates");
    return switch (geometry.path("type").asText()) {
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> {
        List<Polygon> parts = new ArrayList<>();
        coordinates.forEach(part -> parts.add(polygon(part)));
        yield GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
      }
      default ->
          throw new UserProblem(
              "districts.geometry: a feature is a " + geometry.path("type").asText() + ".",
              path + ": a district is a Polygon or a MultiPolygon (GeoJSON, RFC 7946).",
              "Convert the file.");
    };
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> closed = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> points = new ArrayList<>();
      ring.forEach(
          point -> points.add(new Coordinate(point.path(0).asDouble(), point.path(1).asDouble())));
      closed.add(GEOMETRY.createLinearRing(points.toArray(Coordinate[]::new)));
    }
    if (closed.isEmpty()) {
      throw new IllegalArgumentException("it has no ring");
    }
    return GEOMETRY.createPolygon(
        closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
  }
}
