package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.cityeval.ingest.ReadPlan.Known;
import org.cityeval.ingest.ReadPlan.Scope;
import org.cityeval.lake.LakeFile;
import org.junit.jupiter.api.Test;

class ReadPlanTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 5, 1);
  private static final LocalDate REVISED = LocalDate.of(2020, 6, 1);

  private static LakeFile file(String label, long modified) {
    return new LakeFile("file:/lake/" + label, label, 100, modified);
  }

  /** A file that held a good record on each of the days of March 2020. */
  private static FileTally tally(String label, LocalDate asOf, int firstDay, int lastDay) {
    return new FileTally(
        label,
        asOf,
        Map.of(Reason.NONE, 1L + lastDay - firstDay),
        LocalDate.of(2020, 3, firstDay),
        LocalDate.of(2020, 3, lastDay),
        new ContentHash(1L + lastDay - firstDay, BigDecimal.ONE, 1));
  }

  private static Known known(FileTally tally, long modified) {
    return new Known(tally, 100, modified, "mapping");
  }

  private static Span span(LocalDate asOf, int firstDay, int lastDay) {
    return new Span(asOf, LocalDate.of(2020, 3, firstDay), LocalDate.of(2020, 3, lastDay));
  }

  private static ReadPlan plan(Scope scope, String mapping, LakeFile... present) {
    List<Known> known =
        List.of(
            known(tally("a", PUBLISHED, 1, 10), 7),
            known(tally("b", PUBLISHED, 11, 20), 7),
            known(tally("c", PUBLISHED, 21, 30), 7));
    return ReadPlan.of(List.of(present), known, file -> mapping, scope);
  }

  @Test
  void readsWhatIsNewOrWasWrittenTo() {
    ReadPlan plan =
        plan(
            Scope.CHANGED_FILES, "mapping", file("a", 7), file("b", 8), file("c", 7), file("d", 7));

    assertThat(plan.read()).containsExactlyInAnyOrder("b", "d");
    assertThat(plan.unread()).extracting(FileTally::file).containsExactly("a", "c");
  }

  @Test
  void readsNothingWhereNothingChanged() {
    assertThat(
            plan(Scope.CHANGED_FILES, "mapping", file("a", 7), file("b", 7), file("c", 7)).read())
        .isEmpty();
  }

  @Test
  void readsAllThatIsMappedOtherwiseNow() {
    assertThat(plan(Scope.CHANGED_FILES, "other", file("a", 7), file("b", 7)).read())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void readsAllWhereOneFileDatesThemAll() {
    assertThat(plan(Scope.ALL_IF_ANY_CHANGED, "mapping", file("a", 7), file("b", 8)).read())
        .containsExactlyInAnyOrder("a", "b");
    assertThat(plan(Scope.ALL_IF_ANY_CHANGED, "mapping", file("a", 7), file("b", 7)).read())
        .isEmpty();
  }

  @Test
  void readsATableEveryTime() {
    assertThat(plan(Scope.CHANGED_FILES, "mapping", file("a", LakeFile.UNKNOWN)).read())
        .containsExactly("a");
  }

  @Test
  void namesTheFilesThatAreGone() {
    assertThat(plan(Scope.CHANGED_FILES, "mapping", file("b", 7)).vanished())
        .containsExactly("a", "c");
  }

  @Test
  void readsBesidesWhatSharesADayWithWhatIsRead() {
    ReadPlan plan =
        plan(Scope.CHANGED_FILES, "mapping", file("a", 7), file("b", 7), file("c", 7), file("d", 7))
            .withCompanions(List.of(tally("d", PUBLISHED, 10, 10)));

    assertThat(plan.read()).containsExactlyInAnyOrder("a", "d");
    assertThat(plan.replaced(List.of(tally("d", PUBLISHED, 10, 10), tally("a", PUBLISHED, 1, 10))))
        .containsExactly(span(PUBLISHED, 1, 10));
  }

  @Test
  void aFileThatHeldMoreDaysLeavesThem() {
    // b held 11 to 20 and holds 11 to 12 now; what it said of 13 to 20 goes.
    ReadPlan plan = plan(Scope.CHANGED_FILES, "mapping", file("a", 7), file("b", 8), file("c", 7));

    assertThat(plan.replaced(List.of(tally("b", PUBLISHED, 11, 12))))
        .containsExactly(span(PUBLISHED, 11, 20));
  }

  @Test
  void whatWasKnownOnAnEarlierDayStays() {
    ReadPlan plan = plan(Scope.CHANGED_FILES, "mapping", file("a", 7), file("b", 8), file("c", 7));

    assertThat(plan.replaced(List.of(tally("b", REVISED, 11, 20))))
        .containsExactly(span(REVISED, 11, 20));
    assertThat(plan.withCompanions(List.of(tally("b", REVISED, 1, 30))).read())
        .containsExactly("b");
  }

  @Test
  void whatAFileLostIsCountedAgainstTheSamePublicationAndMapping() {
    ReadPlan plan = plan(Scope.CHANGED_FILES, "mapping", file("a", 7), file("b", 8), file("c", 7));

    // b held ten days and holds two; c, the same ten, says nothing of a loss.
    assertThat(plan.change(List.of(tally("b", PUBLISHED, 11, 12), tally("c", PUBLISHED, 21, 30))))
        .isEqualTo(new ReadPlan.Change(20, 12));
    assertThat(plan.change(List.of(tally("b", REVISED, 11, 12))))
        .isEqualTo(new ReadPlan.Change(0, 0));
    assertThat(
            plan(Scope.CHANGED_FILES, "other", file("b", 8))
                .change(List.of(tally("b", PUBLISHED, 11, 12))))
        .isEqualTo(new ReadPlan.Change(0, 0));
  }

  /** The law that makes an increment equal a rebuild: no file left unread speaks of such a day. */
  @Test
  void noFileLeftUnreadSpeaksOfADayThatIsReplaced() {
    SplittableRandom random = new SplittableRandom(20200123);
    for (int trial = 0; trial < 500; trial++) {
      List<LakeFile> present = new ArrayList<>();
      List<Known> known = new ArrayList<>();
      List<FileTally> now = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int first = 1 + random.nextInt(28);
        FileTally tally = tally("f" + i, PUBLISHED, first, first + random.nextInt(31 - first) % 4);
        boolean isChanged = random.nextInt(4) == 0;
        present.add(file("f" + i, isChanged ? 8 : 7));
        known.add(known(tally, 7));
        now.add(isChanged ? tally("f" + i, PUBLISHED, first, 30) : tally);
      }
      ReadPlan first = ReadPlan.of(present, known, file -> "mapping", Scope.CHANGED_FILES);
      ReadPlan plan =
          first.withCompanions(
              now.stream().filter(tally -> first.read().contains(tally.file())).toList());
      List<Span> replaced =
          plan.replaced(now.stream().filter(tally -> plan.read().contains(tally.file())).toList());

      assertThat(plan.unread())
          .noneMatch(tally -> replaced.stream().anyMatch(tally.span().orElseThrow()::overlaps));
    }
  }
}
