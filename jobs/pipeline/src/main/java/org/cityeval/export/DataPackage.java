package org.cityeval.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.spark.sql.types.DataType;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;

/**
 * The description of the files of an export, as Frictionless Data has it: Data Package and Table
 * Schema, version 1.
 */
final class DataPackage {
  /** The name that readers look for. */
  static final String NAME = "datapackage.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TableFile.Kind kind;
  private final ObjectNode description = MAPPER.createObjectNode();
  private final ArrayNode resources;

  DataPackage(PublishedTables tables, TableFile.Kind kind) {
    this.kind = kind;
    Publication publication = tables.publication();
    description.put("profile", "data-package");
    description.put("name", publication.evaluationId());
    description.put("title", tables.title());
    description.put(
        "description",
        "One publication of CityEval: indicators of how districts and cities governed a"
            + " public-health emergency, compared with intervals.");
    ObjectNode temporal = description.putObject("temporal");
    tables.day("first_day").ifPresent(day -> temporal.put("start", day.toString()));
    tables.day("last_day").ifPresent(day -> temporal.put("end", day.toString()));
    ObjectNode origin = description.putObject("publication");
    origin.put("evaluation_id", publication.evaluationId());
    origin.put("as_of", publication.asOf().toString());
    tables.run().ifPresent(run -> origin.put("run_id", run));
    origin.put("config_hash", publication.configHash());
    origin.put("code_version", publication.codeVersion());
    ArrayNode sources = description.putArray("sources");
    publication
        .sourceVersions()
        .forEach((source, hash) -> sources.addObject().put("title", source).put("version", hash));
    resources = description.putArray("resources");
  }

  /** Describes the finished file of a table. */
  void add(TableSpec table, Path file, long rows) throws IOException {
    ObjectNode resource = resources.addObject();
    resource.put("name", table.name());
    resource.put("path", String.valueOf(file.getFileName()));
    resource.put("title", table.grain());
    resource.put("format", kind.extension());
    resource.put("mediatype", kind.mediaType());
    resource.put("bytes", Files.size(file));
    resource.put("hash", "sha256:" + hash(file));
    resource.put("rows", rows);
    ObjectNode schema = resource.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    for (TableColumn<?> column : table.columns()) {
      ObjectNode field = fields.addObject();
      field.put("name", column.name());
      field.put("type", type(column.type()));
      field.put("description", column.comment());
      if (table.key().contains(column.name())) {
        field.putObject("constraints").put("required", true);
      }
    }
    ArrayNode key = schema.putArray("primaryKey");
    table.key().forEach(key::add);
    kind.description().accept(resource);
  }

  void write(Path folder) throws IOException {
    DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    lines.indentObjectsWith(indent);
    lines.indentArraysWith(indent);
    Files.write(
        folder.resolve(NAME),
        (MAPPER.writer(lines).writeValueAsString(description) + "\n").getBytes(UTF_8));
  }

  private static String type(DataType type) {
    return switch (type.typeName()) {
      case "string", "boolean", "date" -> type.typeName();
      case "integer", "long" -> "integer";
      case "double" -> "number";
      case "timestamp" -> "datetime";
      default -> throw new IllegalArgumentException("No table has a column of type " + type);
    };
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream out =
            new DigestOutputStream(
                OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(out);
      return HexFormat.of().formatHex(out.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
