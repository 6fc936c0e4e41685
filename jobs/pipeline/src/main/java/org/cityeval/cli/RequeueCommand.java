package org.cityeval.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cityeval.job.ingest.MendBook;
import org.cityeval.place.District;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes mended records back from quarantine. */
@Command(
    name = "requeue",
    description = {
      "Take mended records back from quarantine: read the file they stand in again, with what the"
          + " mends say in their place. A mend stays in force while the lake's record is the same.",
      "",
      "A mend is a JSON object of source_id, position, record and note; record is the mended"
          + " record, or null to withdraw it. One a line, or all in one list."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  cityeval sql \"select source_id, position, record from ops.quarantine\" --format json > m.json",
      "  cityeval requeue --config conf/riverton.yaml --mended m.json"
    })
final class RequeueCommand extends StepCommand {
  @Option(
      names = "--mended",
      paramLabel = "FILE",
      required = true,
      description = "The mends, JSON.")
  private Path mended;

  @Override
  List<Step> steps() {
    List<MendBook.Entry> entries = entries();
    return List.of(
        new Step(
            "requeue",
            (run, districts) -> {
              // A config that is wrong about districts is told before mends are kept.
              List<District> named = districts.get();
              new MendBook(run).write(entries);
              return IngestCommand.STEP.job().run(run, () -> named);
            }));
  }

  /** The files that hold mended records; so there is a warehouse that holds them refused. */
  @Override
  boolean reads() {
    options().requireWarehouse();
    return true;
  }

  /** Mends from a pipe could not be handed on. */
  @Override
  boolean readsMuch(Run run) {
    return Files.isRegularFile(mended) && super.readsMuch(run);
  }

  private List<MendBook.Entry> entries() {
    List<MendBook.Entry> entries = new ArrayList<>();
    try (MappingIterator<JsonNode> values =
        new ObjectMapper().readerFor(JsonNode.class).readValues(mended.toFile())) {
      while (values.hasNextValue()) {
        entries.add(entry(values.nextValue()));
      }
    } catch (JsonProcessingException notJson) {
      throw new UserProblem(
          mended + ": not JSON.",
          notJson.getOriginalMessage() + " at line " + notJson.getLocation().getLineNr() + ".",
          "Write a JSON object a line; see cityeval requeue --help.",
          notJson);
    } catch (IOException unreadable) {
      throw new UserProblem(
          mended + " cannot be read.",
          String.valueOf(unreadable.getMessage()),
          "Name a file of mends with --mended.",
          unreadable);
    }
    if (entries.isEmpty()) {
      throw new UserProblem(
          mended + " holds no mend.", "The file is empty.", "See cityeval requeue --help.");
    }
    return entries;
  }

  private MendBook.Entry entry(JsonNode mend) {
    if (!mend.path("source_id").isTextual()
        || !mend.path("position").isTextual()
        || !mend.has("record")) {
      throw new UserProblem(
          mended + ": a mend lacks source_id, position or record.",
          "It reads " + mend + ".",
          "Copy source_id and position from ops.quarantine; record: null withdraws the record.");
    }
    JsonNode record = mend.path("record");
    Optional<String> text =
        record.isNull()
            ? Optional.empty()
            : Optional.of(record.isTextual() ? record.textValue() : record.toString());
    return new MendBook.Entry(
        mend.path("source_id").textValue(),
        mend.path("position").textValue(),
        text,
        mend.path("note").asText(null));
  }
}
