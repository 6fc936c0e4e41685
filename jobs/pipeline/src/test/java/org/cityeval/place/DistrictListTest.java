package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.TestConfig;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class DistrictListTest {
  private static final String HEADING = "id,name,city,cname,pop,near,state,income\n";
  private static final String YAML =
      TestConfig.with(
          "columns: {district_id: id, district_name: name, city_id: city, city_name: city}",
          "columns: {district_id: id, district_name: name, city_id: city, city_name: cname,"
              + " population: pop, regions: {state: state}}\n"
              + "  neighbours: near\n"
              + "  attributes: {income: income}\n"
              + "  where: id is null or id != 'out'");

  @TempDir private Path folder;

  private List<District> read(SparkSession spark, String rows) throws IOException {
    Files.writeString(folder.resolve("districts.csv"), HEADING + rows);
    return DistrictList.read(spark, TestConfig.load(folder, YAML).districts());
  }

  @Test
  void districtsComeSortedByIdWithoutBlanksAroundTheirCells(SparkSession spark) throws IOException {
    List<District> districts =
        read(
            spark,
            " B ,Birch,c,City,80000,A; C ;,NY,1.5\nA,\u3000桤木区,c,City,90000,,,\nout,x,c,c,1,,,\n");

    assertThat(districts).extracting(District::districtId).containsExactly("A", "B");
    assertThat(districts).extracting(District::name).containsExactly("桤木区", "Birch");
    assertThat(districts.get(1).population()).isEqualTo(80_000);
    assertThat(districts.get(1).neighbours()).containsExactly("A", "C");
    assertThat(districts.get(1).regions()).isEqualTo(Map.of("state", "NY"));
    assertThat(districts.get(1).attributes()).isEqualTo(Map.of("income", 1.5));
    assertThat(districts.get(0).neighbours()).isEmpty();
    assertThat(districts.get(0).regions()).isEmpty();
    assertThat(districts.get(0).attributes()).isEmpty();
  }

  /** A cell of blanks is as blank as none. */
  @Test
  void whatIsBlankIsUnknownAndANameIsThenTheId(SparkSession spark) throws IOException {
    District district = read(spark, "A,\u3000,c, , ,,\u00a0, \n").get(0);

    assertThat(district.name()).isEqualTo("A");
    assertThat(district.cityName()).isEqualTo("c");
    assertThat(district.population()).isNaN();
    assertThat(district.regions()).isEmpty();
    assertThat(district.attributes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'A,x,c,c,1,,,\\nA,y,c,c,1,,,\\n' # districts: A stands twice.",
        "'A,x,\u3000,c,1,,,\\n' # districts: a row has no district_id or no city_id.",
        "'A,x,c,c,0,,,\\n' # districts: the population of A is 0.",
        "'A,x,c,c,1,,,rich\\n' # districts: the income of A is rich.",
        "'out,x,c,c,1,,,\\n' # districts: the list is empty."
      })
  void whatIsNoListIsToldWithTheRow(String rows, String problem, SparkSession spark) {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> read(spark, rows.replace("\\n", "\n")))
        .withMessage(problem.strip());
  }

  @Test
  void aListWithoutRowsIsAProblemOfTheSource(SparkSession spark) {
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> read(spark, ""))
        .withMessage("districts: the list is empty.");
  }
}
