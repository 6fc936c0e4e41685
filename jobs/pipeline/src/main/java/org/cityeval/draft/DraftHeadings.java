package org.cityeval.draft;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.draft.guess.ShapeGuess;
import org.cityeval.draft.guess.SourceDraft;

/** Prints which headings of a source are districts. */
final class DraftHeadings {
  private DraftHeadings() {}

  /** Prints them: by prefix and suffix, or one by one where these fit other headings too. */
  static void print(SourceDraft source, ShapeGuess.DistrictHeadings headings, YamlLines lines) {
    List<String> affixes = new ArrayList<>();
    if (!headings.prefix().isEmpty()) {
      affixes.add("prefix: " + YamlLines.scalar(headings.prefix()));
    }
    if (!headings.suffix().isEmpty()) {
      affixes.add("suffix: " + YamlLines.scalar(headings.suffix()));
    }
    List<String> longer = headings.longer(source.table().sample().columns());
    if (affixes.isEmpty() || !longer.isEmpty()) {
      List<String> named = new ArrayList<>();
      for (String district : headings.districts()) {
        String heading = headings.prefix() + district + headings.suffix();
        named.add(YamlLines.scalar(heading) + ": " + YamlLines.scalar(district));
      }
      affixes.clear();
      affixes.add("columns: {" + String.join(", ", named) + "}");
    }
    if (!longer.isEmpty()) {
      lines.remark(
          2,
          "DECIDE: "
              + longer.get(0)
              + (longer.size() > 1 ? " and " + (longer.size() - 1) + " more" : "")
              + " end alike; if they count the same thing, name them too and they are added up");
    }
    lines.open(2, "district_columns");
    source
        .measures()
        .forEach(
            measure ->
                lines.guessed(
                    3,
                    measure.quantity().column(),
                    "{" + String.join(", ", affixes) + "}",
                    headings.why()));
  }
}
