package org.cityeval.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.PublishedFew;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
  private static final Instant RELEASED = Instant.parse("2021-05-06T07:08:09Z");

  @TempDir private static Path published;
  private static Publication publication;

  @TempDir private Path folder;
  private Releases releases;
  private Path below;

  /** Commits take the time, so each test has a copy. */
  @BeforeAll
  static void publish() {
    publication =
        new PublishedFew(published)
            .write(RankIntervalTable.SPEC)
            .write(CityTable.SPEC, PublishedFew.row(CityTable.SPEC, "tiny").set(Keys.CITY_ID, "a"))
            .publish("tiny", "{}");
  }

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(published)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(published.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    releases = new Releases(tables(folder));
    below = folder.resolve("releases");
  }

  private static StoredTables tables(Path root) {
    return new StoredTables(StoragePath.of(root), new Configuration());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  private void write(String file, String text) throws IOException {
    Path target = below.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }

  @Test
  void aReleaseIsAWarehouseWithANoteOfWhatItIs() throws IOException {
    ReleasedTables.Copied copied = releases.make("spring", publication, RELEASED);

    assertThat(copied.tables()).isEqualTo(2);
    assertThat(releases.list())
        .containsExactly(new Release("spring", "tiny", PublishedFew.AS_OF, "", RELEASED));
    assertThat(below.toFile().list()).containsExactly("spring");
    assertThat(below.resolve("spring/release.json"))
        .content()
        .isEqualToIgnoringWhitespace(
            "{\"name\":\"spring\",\"evaluation_id\":\"tiny\",\"as_of\":\"2020-04-10\",\"run\":\"\","
                + "\"released\":\"2021-05-06T07:08:09Z\"}");
    assertThat(releases.place("spring").local()).contains(below.resolve("spring"));
    assertThat(tables(below.resolve("spring")).rows(CityTable.SPEC).list())
        .extracting(row -> row.get(Keys.CITY_ID))
        .containsExactly("a");
  }

  @Test
  void releasesAreListedByTheirNames() throws IOException {
    for (String name : List.of("b", "a", "10")) {
      releases.make(name, publication, RELEASED);
    }
    write(".hidden/release.json", Files.readString(below.resolve("a/release.json")));
    write("half/gold/x", "");
    write("release.json", Files.readString(below.resolve("a/release.json")));

    assertThat(releases.list()).extracting(Release::name).containsExactly("10", "a", "b");
  }

  @Test
  void aWarehouseWithoutReleasesHasNone() {
    assertThat(releases.list()).isEmpty();
    assertThat(releases.clearUnfinished(RELEASED, false)).isZero();
    Releases.requireNone(tables(folder));
  }

  /** What an interrupted command left in a store stands in the place, too. */
  @Test
  void aNameIsGivenOnceWhateverStandsThere() throws IOException {
    releases.make("spring", publication, RELEASED);
    write("half/gold/x", "");
    // Nothing is copied first: that would fail.
    breakSource();
    List<String> before = files();

    for (String name : List.of("spring", "half")) {
      assertThatExceptionOfType(UserProblem.class)
          .isThrownBy(() -> releases.make(name, publication, RELEASED))
          .withMessage("There is a release " + name + " already.")
          .satisfies(
              told -> {
                assertThat(told.why()).startsWith(below.resolve(name) + " is there");
                assertThat(told.fix()).contains("cityeval list releases", "cityeval maintain");
              });
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aNameThatIsNoneIsRefusedBeforeAnythingIsWritten() throws IOException {
    List<String> before = files();

    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> releases.make("../x", publication, RELEASED))
        .withMessage("A release cannot be called '../x'.");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aReleaseStaysAsItIs() {
    releases.make("spring", publication, RELEASED);
    StoredTables release = tables(below.resolve("spring"));

    for (Runnable change :
        List.<Runnable>of(
            () -> Releases.requireNone(release),
            () -> new Releases(release).make("again", publication, RELEASED))) {
      assertThatExceptionOfType(UserProblem.class)
          .isThrownBy(change::run)
          .withMessage(below.resolve("spring") + " is a release.")
          .satisfies(told -> assertThat(told.fix()).contains("--warehouse"));
    }
    Releases.requireNone(tables(folder));
  }

  @Test
  void aCopyThatBreaksOffLeavesNothing() throws IOException {
    breakSource();

    assertThatThrownBy(() -> releases.make("spring", publication, RELEASED))
        .isInstanceOf(Exception.class);

    assertThat(below).isEmptyDirectory();
    assertThat(releases.list()).isEmpty();
  }

  private void breakSource() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("gold/dim_city"))) {
      files.filter(file -> file.toString().endsWith(".parquet")).forEach(ReleasesTest::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What was begun at that very moment is old enough; a release keeps the note of its beginning.
   */
  @Test
  void whatWasLeftIsClearedIfItIsOldAndNoRelease() throws IOException {
    releases.make("spring", publication, RELEASED);
    write("spring/_begun", RELEASED.toString());
    write(".x.1/_begun", RELEASED.toString());
    write("half/_begun", RELEASED.minusSeconds(9).toString());
    write("half/gold/x", "");
    write(".young.1/_begun", RELEASED.plusSeconds(1).toString());
    write("untold/gold/x", "");

    assertThat(releases.clearUnfinished(RELEASED, true)).isEqualTo(2);
    assertThat(below.toFile().list()).hasSize(5);
    assertThat(releases.clearUnfinished(RELEASED, false)).isEqualTo(2);
    assertThat(below.toFile().list()).containsExactlyInAnyOrder("spring", ".young.1", "untold");
    assertThat(releases.list()).hasSize(1);
  }
}
