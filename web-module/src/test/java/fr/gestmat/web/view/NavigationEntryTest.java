package fr.gestmat.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavigationEntryTest {

  @ParameterizedTest
  @CsvSource({
    "LOAN_AGENT, counter devices loans pupils",
    "LOAN_MANAGER, counter devices loans pupils",
    "REGION_MANAGER, devices loans pupils schools",
    "ADMIN, pupils schools administration",
    "AUDITOR, administration",
    "PUPIL, family",
    "GUARDIAN, family aid",
    "AID_MANAGER, files aidCampaigns statements",
    "AID_OFFICER, files aidChildren aidEntry",
    "BURSAR, visas aidChildren statements",
  })
  void shows_a_role_its_places(String role, String sections) {
    Visitor visitor =
        new Visitor(
            Optional.of("1"),
            "Ada",
            "",
            Set.of(role),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            ZoneId.of("Europe/Paris"),
            "t");
    assertThat(
            String.join(
                " ", NavigationEntry.of(visitor).stream().map(NavigationEntry::section).toList()))
        .isEqualTo(sections);
  }
}
