package org.cityeval.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cityeval.job.compare.NamedGroups;
import org.cityeval.job.panel.DeclaredDays;
import org.cityeval.place.District;
import org.cityeval.place.DistrictList;
import org.cityeval.run.Run;

/**
 * The districts of a run. The first step that asks for them reads them, and then checks the names
 * that the config gives.
 */
final class NamedDistricts implements Supplier<List<District>> {
  private final Run run;
  private List<District> districts;

  NamedDistricts(Run run) {
    this.run = run;
  }

  @Override
  public List<District> get() {
    if (districts == null) {
      List<District> read = DistrictList.read(run.spark(), run.config().districts());
      NamedGroups.read(run.config().comparison(), read);
      DeclaredDays.of(run.config().events(), read);
      districts = List.copyOf(read);
    }
    return districts;
  }

  /** Their names by id. */
  Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    get().forEach(district -> names.put(district.districtId(), district.name()));
    return names;
  }
}
