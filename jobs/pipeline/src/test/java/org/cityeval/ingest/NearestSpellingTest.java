package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class NearestSpellingTest {
  private static List<String> hints(SparkSession spark, List<String> known, String spellings) {
    return spark
        .sql("select * from values " + spellings + " as t(s)")
        .select(NearestSpelling.hint(known).apply(col("s")))
        .collectAsList()
        .stream()
        .map(Row::mkString)
        .toList();
  }

  @Test
  void aNameThatIsNearAKnownOneIsHintedAt(SparkSession spark) {
    assertThat(
            hints(spark, List.of("kings county", "queens"), "('Kings Countty'), ('Bronx'), (null)"))
        .containsExactly(" (nearest: kings county)", "", "null");
  }

  /** 36047 and 36061 are two counties; a digit is no slip of the pen. */
  @Test
  void codesAreNearNoOther(SparkSession spark) {
    assertThat(hints(spark, List.of("36047", "queens"), "('36048')")).containsExactly("");
    assertThat(hints(spark, List.of("36047"), "('3604a')")).containsExactly("");
  }

  /** Three letters are too few to tell a slip by; two Chinese characters are six bytes. */
  @Test
  void shortSpellingsAreNearNothingAndChineseNamesAreNotShort(SparkSession spark) {
    assertThat(hints(spark, List.of("abc", "abcd"), "('abd'), ('abcx')"))
        .containsExactly("", " (nearest: abcd)");
    assertThat(hints(spark, List.of("桤木区"), "('桤木县')")).containsExactly(" (nearest: 桤木区)");
  }
}
