package org.cityeval.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown page, as far as tests look into it. */
public record MarkdownPage(Path file, String text) {
  private static final Pattern FENCE =
      Pattern.compile("^```(\\w*)[^\\n]*\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

  /** A fenced block and the language it names. */
  public record Block(String language, String text) {}

  /** The README and every page below jobs/docs, seen from a module. */
  public static List<MarkdownPage> all() {
    try (Stream<Path> docs = Files.walk(Path.of("../docs"))) {
      List<MarkdownPage> pages = new ArrayList<>();
      for (String page : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
        pages.add(read(Path.of("../..").resolve(page)));
      }
      docs.filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .forEach(file -> pages.add(read(file)));
      return pages;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads a page. */
  public static MarkdownPage read(Path file) {
    try {
      return new MarkdownPage(file, Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The fenced blocks, in their order. */
  public List<Block> blocks() {
    return FENCE.matcher(text).results().map(b -> new Block(b.group(1), b.group(2))).toList();
  }

  /** What stands between single backticks outside the blocks. */
  public List<String> inlineCode() {
    return firstGroups(INLINE, FENCE.matcher(text).replaceAll(""));
  }

  /** Targets of links to files of this repository, without the part after #. */
  public List<String> fileLinks() {
    return firstGroups(LINK, FENCE.matcher(text).replaceAll("")).stream()
        .filter(target -> !target.matches("[a-z]+:.*"))
        .map(target -> target.replaceAll("#.*", ""))
        .filter(target -> !target.isEmpty())
        .toList();
  }

  private static List<String> firstGroups(Pattern pattern, String in) {
    return pattern.matcher(in).results().map((MatchResult match) -> match.group(1)).toList();
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
