package org.cityeval.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoragePathTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a b", "仓库", "100%", "%20", "%E4", "a#b", "a+b", "a:b", "a?b", "é"})
  void aNameStandsForItself(String name) {
    Path file = folder.resolve(name);

    StoragePath path = StoragePath.of(file.toString());

    assertThat(path.local()).contains(file);
    assertThat(path.toString()).isEqualTo(file.toString());
    assertThat(path.hadoop().getName()).isEqualTo(name);
    assertThat(path.hadoop().toUri().getScheme()).isEqualTo("file");
    // What Delta and Spark are given is text, and gives the same path again.
    assertThat(StoragePath.of(path.hadoop().toString()).local()).contains(file);
    assertThat(path.resolve("gold/wave").local()).contains(file.resolve("gold/wave"));
    assertThat(StoragePath.beside(folder.resolve("conf.yaml"), name).local()).contains(file);
  }

  @Test
  void aFolderIsNamedAlikeBeforeAndAfterItIsMade() throws IOException {
    Path made = folder.resolve("made");
    String before = StoragePath.of(made).hadoop().toString();

    Files.createDirectory(made);

    assertThat(StoragePath.of(made).hadoop().toString()).isEqualTo(before).endsWith("/made");
    assertThat(StoragePath.of(made)).hasToString(made.toString());
  }

  @Test
  void aStoreIsNamedByAUri() {
    StoragePath store = StoragePath.of("s3a://bucket/ware house");

    assertThat(store.local()).isEmpty();
    assertThat(store.isMissingFolder()).isFalse();
    assertThat(store.toString()).isEqualTo("s3a://bucket/ware house");
    assertThat(store.resolve("gold").hadoop().toString()).isEqualTo("s3a://bucket/ware house/gold");
  }

  @Test
  void aRelativePathBeginsInTheWorkingFolder() {
    assertThat(StoragePath.of("./warehouse").local())
        .contains(Path.of("").toAbsolutePath().resolve("warehouse"));
    assertThat(StoragePath.of(folder.resolve("absent")).isMissingFolder()).isTrue();
  }

  /** The parent of a linked folder is the parent of where the link leads. */
  @Test
  void parentsAreThoseTheMachineFinds() throws IOException {
    Path there = Files.createDirectories(folder.resolve("there/inner"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), there);

    assertThat(StoragePath.of(link + "/../beside").local())
        .contains(folder.toRealPath().resolve("there/beside"));
    assertThat(StoragePath.of(link.resolve("x")).local()).contains(link.resolve("x"));
  }
}
