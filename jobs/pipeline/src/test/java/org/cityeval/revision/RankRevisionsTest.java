package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows are group, district, weighting, rank, rank_low, rank_high, class, input_hash. */
@ExtendWith(SparkExtension.class)
class RankRevisionsTest {
  private static final Causes DATA_ALONE = new Causes(new CauseRule(true, false, false, false));
  private static final String A =
      """
      ('g', 'first', 'e', 1, 1, 2, 'clearly_better', 'h'),
      ('g', 'second', 'e', 2, 1, 3, 'not_distinguishable', 'h'),
      ('g', 'third', 'e', 3, 2, 3, 'not_distinguishable', 'h'),
      ('g', 'lost', 'e', 4, 4, 4, 'clearly_worse', 'h'),
      ('g', 'gone', 'e', 5, 5, 5, 'clearly_worse', 'h'),
      ('all', 'first', 'e', 1, 1, 2, 'clearly_better', 'h'),
      ('all', 'never', 'e', null, null, null, 'not_ranked', 'h')""";
  private static final String B =
      """
      ('g', 'first', 'e', 1, 1, 3, 'not_distinguishable', 'i'),
      ('g', 'second', 'e', 3, 2, 3, 'not_distinguishable', 'i'),
      ('g', 'third', 'e', 2, 1, 2, 'not_distinguishable', 'i'),
      ('g', 'lost', 'e', null, null, null, 'not_ranked', 'i'),
      ('all', 'first', 'e', 1, 1, 2, 'clearly_better', 'h'),
      ('all', 'never', 'e', null, null, null, 'not_ranked', 'h')""";

  private static SparkSession spark;

  @BeforeAll
  static void join(SparkSession session) {
    spark = session;
  }

  private static Dataset<Row> ranks(String rows) {
    return spark.sql(
        "select 'c' as city_id, comparison_group, district_id, 'district' as level,"
            + " 'span' as period_id, weighting, upper(district_id) as name, cast(rank as int) as rank,"
            + " cast(rank_low as int) as rank_low, cast(rank_high as int) as rank_high, class,"
            + " input_hash from values "
            + rows
            + " as t(comparison_group, district_id, weighting, rank, rank_low, rank_high, class,"
            + " input_hash)");
  }

  private static Dataset<Row> revisions(Causes causes, String touched) {
    return new RankRevisions(causes)
        .compare(
            ranks(A),
            ranks(B),
            spark.sql("select 'district' as level, '%s' as period_id".formatted(touched)));
  }

  @Test
  void countsMovesAndClassesByGroup() {
    List<Row> groups = RankRevisions.byGroup(revisions(DATA_ALONE, "span")).collectAsList();

    assertThat(groups).hasSize(2);
    Row moved = groups.get(0);
    assertThat(COMPARISON_GROUP.of(moved)).isEqualTo("g");
    assertThat(moved.<Long>getAs("in_both")).isEqualTo(4);
    assertThat(moved.<Long>getAs("moved")).isEqualTo(3);
    assertThat(moved.<Long>getAs("class_changed")).isEqualTo(2);
    assertThat(moved.<Long>getAs("only_a")).isEqualTo(1);
    assertThat(moved.<String>getAs("class_moves"))
        .isEqualTo("clearly_better > not_distinguishable 1, clearly_worse > not_ranked 1");
    // 3 lies in [1, 3] and 2 in [2, 3]; 2 lies in [2, 3], but 3 not in [1, 2].
    assertThat(moved.<Long>getAs("beyond_intervals")).isEqualTo(1);
    assertThat(moved.<Integer>getAs("largest_move")).isEqualTo(-1);
    Row still = groups.get(1);
    assertThat(still.<Long>getAs("in_both")).isEqualTo(2);
    assertThat(still.<Long>getAs("moved")).isZero();
    assertThat(still.<String>getAs("because")).isEmpty();
  }

  @Test
  void listsChangedClassesFirstAndWhoIsNoLongerRankedBeforeThem() {
    List<Row> listed = RankRevisions.largest(revisions(DATA_ALONE, "span"), 10).collectAsList();

    assertThat(listed)
        .extracting(row -> row.getAs("name"))
        .containsExactly("LOST", "FIRST", "SECOND", "THIRD");
    assertThat(listed.get(0).<Integer>getAs("move")).isNull();
    assertThat(listed.get(2).<Integer>getAs("move")).isEqualTo(1);
    assertThat(listed.get(2).<Boolean>getAs("within")).isTrue();
    assertThat(RankRevisions.largest(revisions(DATA_ALONE, "span"), 1).count()).isEqualTo(1);
  }

  @Test
  void aRankMovesWithItsValuesOrWithHowTheyAreWeighed() {
    Causes weighed = new Causes(new CauseRule(false, false, false, true));

    assertThat(cause(DATA_ALONE, "span")).isEqualTo("values");
    assertThat(cause(weighed, "wave-1")).isEqualTo("config of comparison");
    assertThat(cause(weighed, "span")).isEqualTo("values + config of comparison");
    assertThat(cause(DATA_ALONE, "wave-1")).isEqualTo("code or districts");
  }

  @Test
  void aRankThatOnlyOneHasMayComeFromHowTheyAreCompared() {
    Causes grouped = new Causes(new CauseRule(false, false, false, true));

    assertThat(onlyA(grouped)).isEqualTo("config of comparison");
    assertThat(onlyA(DATA_ALONE)).isEqualTo("data");
  }

  private static String onlyA(Causes causes) {
    return revisions(causes, "wave-1").where("outcome = 'only_a'").head().getAs("because");
  }

  private static String cause(Causes causes, String touched) {
    return RankRevisions.largest(revisions(causes, touched), 1).head().getAs("because");
  }
}
