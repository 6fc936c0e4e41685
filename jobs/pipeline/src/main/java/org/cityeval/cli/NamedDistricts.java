package org.cityeval.cli;

import java.util.List;
import java.util.function.Supplier;
import org.cityeval.job.DeclaredDays;
import org.cityeval.job.NamedGroups;
import org.cityeval.job.Run;
import org.cityeval.source.District;
import org.cityeval.source.DistrictList;

/**
 * The districts of a run, read when they are first asked for. What the config says of districts by
 * name is checked then, before the first step and not after the last but one.
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
      NamedGroups.of(run.config().comparison(), read);
      DeclaredDays.of(run.config().events(), read);
      districts = List.copyOf(read);
    }
    return districts;
  }
}
