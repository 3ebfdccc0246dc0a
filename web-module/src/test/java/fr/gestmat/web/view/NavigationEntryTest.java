package fr.gestmat.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Offering;
import fr.gestmat.access.Role;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavigationEntryTest {

  private static final Set<Offering> BOTH = EnumSet.allOf(Offering.class);

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
    assertThat(sections(NavigationEntry.menu(visitor(BOTH, role)))).isEqualTo(sections);
  }

  @Test
  void every_place_has_its_word_and_says_what_it_is_for() {
    Texts french = Texts.in(Locale.FRANCE);
    String[] all = Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);
    assertThat(NavigationEntry.of(visitor(BOTH, all)))
        .isNotEmpty()
        .allMatch(entry -> french.has("common.nav." + entry.section()))
        .allMatch(entry -> french.has("home.about." + entry.section()));
  }

  @ParameterizedTest
  @CsvSource({
    "LENDING, BURSAR, ''",
    "LENDING, GUARDIAN, family",
    "LENDING, AID_MANAGER, ''",
    "LENDING, LOAN_AGENT, counter devices loans pupils",
    "MEAL_AID, GUARDIAN, aid",
    "MEAL_AID, LOAN_AGENT, pupils",
    "MEAL_AID, BURSAR, visas aidChildren statements",
    "MEAL_AID, ADMIN, pupils schools administration",
  })
  void shows_nobody_a_service_that_the_authority_does_not_run(
      Offering run, String role, String sections) {
    assertThat(sections(NavigationEntry.menu(visitor(Set.of(run), role)))).isEqualTo(sections);
  }

  @Test
  void leads_to_six_places_at_most_and_to_the_others_from_the_last() {
    Visitor both = visitor(BOTH, "LOAN_MANAGER", "BURSAR");
    assertThat(sections(NavigationEntry.menu(both)))
        .isEqualTo("counter devices loans pupils visas others");
    assertThat(sections(NavigationEntry.of(both)))
        .isEqualTo("counter devices loans pupils visas aidChildren statements");
    assertThat(
            sections(NavigationEntry.menu(visitor(BOTH, "AID_OFFICER", "AID_MANAGER", "BURSAR"))))
        .isEqualTo("files visas aidChildren aidEntry aidCampaigns statements");
  }

  @ParameterizedTest
  @CsvSource({"visas, visas", "statements, others", "'', ''"})
  void says_where_a_page_belongs(String section, String current) {
    List<NavigationEntry> menu = NavigationEntry.menu(visitor(BOTH, "LOAN_MANAGER", "BURSAR"));
    assertThat(NavigationEntry.current(menu, section)).isEqualTo(current);
  }

  private static Visitor visitor(Set<Offering> run, String... roles) {
    return new Visitor(
        Optional.of("1"),
        "Ada",
        "",
        Set.of(roles),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ZoneId.of("Europe/Paris"),
        run,
        "t");
  }

  private static String sections(List<NavigationEntry> entries) {
    return String.join(" ", entries.stream().map(NavigationEntry::section).toList());
  }
}
