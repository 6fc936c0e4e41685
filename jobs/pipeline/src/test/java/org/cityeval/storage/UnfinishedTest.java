package org.cityeval.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {
  private static final Instant BEGUN = Instant.parse("2026-11-29T12:00:00Z");

  @TempDir private Path folder;

  /** A store, as far as paths tell: its files are those of the disk, under a scheme of its own. */
  public static final class Store extends RawLocalFileSystem {
    @Override
    public java.net.URI getUri() {
      return java.net.URI.create("store:///");
    }

    @Override
    public String getScheme() {
      return "store";
    }

    @Override
    public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) {
      throw new UnsupportedOperationException("A store copies what it renames.");
    }
  }

  private static Configuration store() {
    Configuration hadoop = new Configuration();
    hadoop.setClass("fs.store.impl", Store.class, FileSystem.class);
    return hadoop;
  }

  private StoragePath inStore(String name) {
    return StoragePath.of("store://" + folder.toAbsolutePath() + "/" + name);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void write(StoragePath file, Configuration hadoop) throws IOException {
    try (FSDataOutputStream out =
        file.hadoop().getFileSystem(hadoop).create(file.hadoop(), false)) {
      out.write(1);
    }
  }

  @Test
  void onADiskItStandsBesideItsPlaceUntilItIsWhole() throws IOException {
    Path place = folder.resolve("out 100% 杭州");
    try (Unfinished made = Unfinished.in(StoragePath.of(place), new Configuration(), BEGUN)) {
      Files.createDirectory(made.madeOnDisk());
      Files.writeString(made.madeOnDisk().resolve("a"), "1");
      assertThat(place).doesNotExist();
      made.finish();
    }
    assertThat(files()).containsExactly("out 100% 杭州/a");
  }

  @Test
  void whatStandsThereIsKeptOrReplacedAsAWhole() throws IOException {
    Path place = Files.createDirectory(folder.resolve("out"));
    Files.writeString(place.resolve("mine"), "1");
    try (Unfinished made = Unfinished.on(place, BEGUN)) {
      Files.createDirectory(made.madeOnDisk());
      assertThatThrownBy(made::finish).isInstanceOf(FileAlreadyExistsException.class);
      assertThat(place.resolve("mine")).hasContent("1");
      made.replace();
    }
    assertThat(place).isEmptyDirectory();
    assertThat(folder.toFile().list()).containsExactly("out");
  }

  @Test
  void inAStoreNothingIsRenamed() throws IOException {
    try (Unfinished made = Unfinished.in(inStore("spring"), store(), BEGUN)) {
      assertThat(made.made()).hasToString(inStore("spring").toString());
      write(made.made().resolve("a"), store());
      assertThat(files()).containsExactly("spring/_begun", "spring/a");
      made.finish();
    }
    assertThat(files()).containsExactly("spring/a");
  }

  @Test
  void twoDoNotMakeTheSameInAStore() throws IOException {
    try (Unfinished first = Unfinished.in(inStore("spring"), store(), BEGUN)) {
      assertThatThrownBy(() -> Unfinished.in(inStore("spring"), store(), BEGUN))
          .isInstanceOf(org.apache.hadoop.fs.FileAlreadyExistsException.class);
      write(first.made().resolve("a"), store());
      first.finish();
    }
    assertThat(files()).containsExactly("spring/a");
  }

  /** Whoever looked before it was finished must not take it away when he begins. */
  @Test
  void whatIsWholeInAStoreIsNotBegunAgain() throws IOException {
    write(inStore("spring").resolve("a"), store());

    assertThatThrownBy(() -> Unfinished.in(inStore("spring"), store(), BEGUN))
        .isInstanceOf(org.apache.hadoop.fs.FileAlreadyExistsException.class);

    assertThat(files()).containsExactly("spring/a");
  }

  /** It may be where a shell stands. */
  @Test
  void anEmptyFolderIsFilledAndStaysTheSame() throws IOException {
    Path place = Files.createDirectory(folder.resolve("out"));
    Object same = Files.readAttributes(place, BasicFileAttributes.class).fileKey();
    try (Unfinished made = Unfinished.on(place, BEGUN)) {
      Files.createDirectories(made.madeOnDisk().resolve("b"));
      Files.writeString(made.madeOnDisk().resolve("b/a"), "1");
      made.replace();
    }

    assertThat(Files.readAttributes(place, BasicFileAttributes.class).fileKey()).isEqualTo(same);
    assertThat(files()).containsExactly("out/b/a");
  }

  @Test
  void whatFailsLeavesNothing() throws IOException {
    try (Unfinished here = Unfinished.on(folder.resolve("out"), BEGUN);
        Unfinished there = Unfinished.in(inStore("spring"), store(), BEGUN)) {
      Files.writeString(here.madeOnDisk(), "half");
      write(there.made().resolve("a"), store());
    }
    assertThat(files()).isEmpty();
  }

  /** Age is what {@code _begun} tells: a folder's own time is today's, and a store has none. */
  @Test
  void whatWasLeftIsClearedByWhenItWasBegun() throws IOException {
    for (String name : List.of(".old.1", ".new.2", "whole", "begun", "mine", "odd")) {
      Files.createDirectory(folder.resolve(name));
    }
    Files.writeString(folder.resolve(".old.1/_begun"), "2026-11-01T00:00:00Z");
    Files.writeString(folder.resolve(".new.2/_begun"), "2026-11-29T12:00:01Z");
    Files.writeString(folder.resolve("whole/_begun"), "2026-11-01T00:00:00Z");
    Files.writeString(folder.resolve("begun/_begun"), "2026-11-29T12:00:00Z");
    Files.writeString(folder.resolve("mine/thesis"), "1");
    Files.writeString(folder.resolve("odd/_begun"), "yesterday");

    for (boolean dryRun : List.of(true, false)) {
      assertThat(
              Unfinished.clear(
                  StoragePath.of("store://" + folder.toAbsolutePath()),
                  store(),
                  BEGUN,
                  below -> below.toString().endsWith("/whole"),
                  dryRun))
          .isEqualTo(2);
    }
    assertThat(files())
        .containsExactly(".new.2/_begun", "mine/thesis", "odd/_begun", "whole/_begun");
    assertThat(Unfinished.clear(inStore("nowhere"), store(), BEGUN, below -> false, false))
        .isZero();
  }
}
