package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.report.page.Chromium.Visit;
import org.cityeval.testing.Cli;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of every sample, from its lake to the screen. */
@Tag("slow")
@EnabledIf(
    value = "org.cityeval.report.page.Chromium#isPresent",
    disabledReason = "no Chromium here")
class SampleReportsTest {
  /** A page that asks the network for anything complains of its own policy on the console. */
  private static final String READ =
      """
      page.document.querySelectorAll('details').forEach((fold) => { if (!fold.open) fold.querySelector('summary').click(); });
      const sections = [...page.document.querySelectorAll('main > section')].filter((e) => e.checkVisibility()), blank = [];
      for (const section of sections) { section.scrollIntoView(); await settled(); }
      for (const plot of page.document.querySelectorAll('.plot')) {
        plot.scrollIntoView();
        await settled();
        if (plot.clientHeight > 0 && !plot.querySelector('svg path')) blank.push(plot.id);
      }
      const text = page.document.body.innerText;
      return { sections: sections.length, blank: blank.concat(sections.filter((s) => s.innerText.trim().length < 40).map((s) => s.id)),
        broken: text.split('\\n').filter((line) => /\\b(undefined|NaN|null|\\[object)\\b/.test(line)).slice(0, 5),
        wide: page.document.documentElement.scrollWidth };
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"riverton", "us-metros", "us-cities", "zhejiang", "china-cities", "nyc"})
  void rendersEverySection(String evaluation) throws Exception {
    String page = page(evaluation);
    for (int width : List.of(1440, 390)) {
      for (String lang : List.of("en", "zh")) {
        Visit visit = new Chromium(folder).visit(page, "#lang=" + lang, width, READ);
        JsonNode said = visit.answer();

        assertThat(said.path("sections").intValue()).isGreaterThanOrEqualTo(9);
        assertThat(Visit.texts(said.path("blank"))).as("%s %s", width, lang).isEmpty();
        assertThat(Visit.texts(said.path("broken"))).as("%s %s", width, lang).isEmpty();
        assertThat(said.path("wide").intValue()).isLessThanOrEqualTo(width);
      }
    }
  }

  private String page(String evaluation) throws Exception {
    Path warehouse = folder.resolve("warehouse");
    Cli.Answer run =
        Cli.plain()
            .run(
                "run",
                "--config",
                Path.of("../../conf", evaluation + ".yaml").toString(),
                "--warehouse",
                warehouse.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    try (Stream<Path> files = Files.walk(warehouse.resolve("reports"))) {
      return Files.readString(
          files.filter(file -> file.toString().endsWith(".html")).findFirst().orElseThrow());
    }
  }
}
