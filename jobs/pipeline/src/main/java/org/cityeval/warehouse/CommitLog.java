package org.cityeval.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The commits of one Delta table as its log tells them (Delta protocol: one JSON file per version).
 * Asking Spark for the history would run a job for what a small file says.
 */
final class CommitLog {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path log;
  private final Configuration hadoop;

  CommitLog(String location, Configuration hadoop) {
    this.log = new Path(location, "_delta_log");
    this.hadoop = hadoop;
  }

  /** Whether a version was committed; a folder alone is a table that another is about to make. */
  boolean isBegun() {
    return !versions().isEmpty();
  }

  /** The newest version. */
  long newestVersion() {
    return versions().get(0);
  }

  /** The file of the newest commit, if it cannot be read as one; empty where there is no table. */
  Optional<Path> findDamaged() {
    try {
      if (!fileSystem().exists(log)) {
        return Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for " + log, e);
    }
    List<Long> versions = versions();
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    try {
      boolean whole =
          actions(versions.get(0)).stream().anyMatch(action -> action.has("commitInfo"));
      return whole ? Optional.empty() : Optional.of(file(versions.get(0)));
    } catch (UncheckedIOException unreadable) {
      if (unreadable.getCause() instanceof JsonProcessingException
          || unreadable.getCause() instanceof ChecksumException) {
        return Optional.of(file(versions.get(0)));
      }
      throw unreadable;
    }
  }

  private Path file(long version) {
    return new Path(log, String.format(Locale.ROOT, "%020d.json", version));
  }

  /** The versions that were committed with this note, the newest first, as far as the log goes. */
  Stream<Long> find(String note) {
    return versions().stream()
        .filter(version -> info(version).path("userMetadata").asText().equals(note));
  }

  /** The note a version was committed with, if the log still tells. */
  Optional<String> note(long version) {
    return versions().contains(version)
        ? Optional.of(info(version).path("userMetadata").asText())
        : Optional.empty();
  }

  private JsonNode info(long version) {
    return actions(version).stream()
        .filter(action -> action.has("commitInfo"))
        .map(action -> action.path("commitInfo"))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** The versions that have an entry, the newest first. */
  private List<Long> versions() {
    List<Long> versions = new ArrayList<>(times().keySet());
    Collections.reverse(versions);
    return versions;
  }

  /** The versions that have an entry, and when it was written. */
  SortedMap<Long, Instant> times() {
    SortedMap<Long, Instant> times = new TreeMap<>();
    try {
      for (FileStatus file : fileSystem().listStatus(log)) {
        String name = file.getPath().getName();
        if (name.matches("[0-9]{20}\\.json")) {
          times.put(
              Long.parseLong(name.substring(0, 20)),
              Instant.ofEpochMilli(file.getModificationTime()));
        }
      }
    } catch (FileNotFoundException notThere) {
      return times;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + log, e);
    }
    return times;
  }

  private List<JsonNode> actions(long version) {
    Path file = file(version);
    List<JsonNode> actions = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(fileSystem().open(file), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        actions.add(MAPPER.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return actions;
  }

  private FileSystem fileSystem() throws IOException {
    return log.getFileSystem(hadoop);
  }
}
