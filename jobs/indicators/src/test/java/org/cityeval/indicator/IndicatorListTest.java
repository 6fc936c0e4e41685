package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IndicatorListTest {
  @Test
  void everyIndicatorIsPublished() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.cityeval.indicator")
                .stream()
                .filter(type -> type.isAssignableTo(Indicator.class))
                .filter(type -> !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

    assertThat(Indicators.ALL)
        .extracting(indicator -> indicator.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void theListFollowsTheCatalogue() {
    assertThat(Indicators.ALL)
        .extracting(indicator -> indicator.spec().id())
        .containsExactly(
            "E1", "E2", "E3", "E4", "E5", "E6", "E7", "P1", "P2", "P3", "P4", "P5", "P6", "P7",
            "D1", "D2", "D3", "F1", "F2", "F3", "S1", "S2", "S3", "S4", "V1", "V2", "L1", "L2");
  }

  @Test
  void isFoundByIdAndByName() {
    assertThat(Indicators.find("e4")).isEqualTo(Indicators.find("resumption_loss_area"));
    assertThat(Indicators.find("E4")).isPresent();
    assertThat(Indicators.find("E99")).isEmpty();
  }
}
