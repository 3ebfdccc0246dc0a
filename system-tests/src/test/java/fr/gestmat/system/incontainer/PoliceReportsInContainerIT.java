package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.incident.IncidentDeclarations;
import fr.gestmat.lending.boundary.incident.IncidentForm;
import fr.gestmat.lending.boundary.incident.Incidents;
import fr.gestmat.lending.boundary.incident.OwnIncidents;
import fr.gestmat.lending.boundary.incident.PoliceReports;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.entity.IncidentKind;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Police reports: who added one, and which of them the school still has to look at. */
class PoliceReportsInContainerIT extends FamilyIncidentTest {

  @Inject private OwnIncidents own;
  @Inject private IncidentDeclarations declarations;
  @Inject private PoliceReports reports;
  @Inject private Incidents incidents;

  private static IncidentForm theft(String report) {
    return new IncidentForm(
        Optional.of(IncidentKind.THEFT),
        Optional.of(LocalDate.now().minusDays(1)),
        "Gare",
        "Sac volé sur le quai.",
        report,
        report.isEmpty() ? Optional.empty() : Optional.of(LocalDate.now()));
  }

  /** A theft that the family declares. */
  private UUID sent() throws Exception {
    return sent("");
  }

  private UUID sent(String report) throws Exception {
    return done(
        acting.as(mother, roleOf(mother), () -> own.declare(loan, theft(report))).orElseThrow());
  }

  private void decide(UUID incident) throws Exception {
    done(
        acting
            .as(manager, roleOf(manager), () -> incidents.decide(incident, version(incident)))
            .orElseThrow());
  }

  private void describe(UUID incident, String report, String insurer) throws Exception {
    done(
        acting
            .as(
                manager,
                roleOf(manager),
                () ->
                    incidents.describe(
                        incident,
                        version(incident),
                        report,
                        Optional.of(LocalDate.now()),
                        insurer,
                        ""))
            .orElseThrow());
  }

  private String addedBy(UUID incident) throws Exception {
    Incident.ReportAdded added = shown(incident).reportAdded().orElseThrow();
    return (added.byFamily() ? "family " : "school ") + added.by();
  }

  /** As in the sample: a theft that the school wrote down with its report. */
  @Test
  void what_the_school_wrote_down_itself_never_waits() throws Exception {
    theftGives("NONE");
    UUID incident =
        done(
            acting
                .as(
                    manager,
                    roleOf(manager),
                    () -> declarations.declare(laptop.publicId(), theft("PV 1"), false))
                .orElseThrow());
    decide(incident);
    theftGives("EMERGENCY");

    assertThat(addedBy(incident)).isEqualTo("school Max Responsable");
    assertThat(waits(incident)).isFalse();
    assertThat(waiting(manager)).isEmpty();
  }

  @Test
  void what_was_there_when_the_school_decided_never_waits() throws Exception {
    theftGives("NONE");
    UUID incident = sent("PV 1");
    decide(incident);
    theftGives("EMERGENCY");

    assertThat(addedBy(incident)).isEqualTo("family " + mother.name());
    assertThat(waits(incident)).isFalse();
    assertThat(waiting(manager)).isEmpty();
  }

  @Test
  void a_report_stays_of_who_added_it_until_it_is_corrected() throws Exception {
    UUID incident = sent();
    assertThat(shown(incident).reportAdded()).isEmpty();
    done(report(mother, incident, "PV 1", Optional.of(LocalDate.now())));
    describe(incident, "PV 1", "MAIF");
    assertThat(addedBy(incident)).isEqualTo("family " + mother.name());
    describe(incident, "PV 2", "MAIF");
    assertThat(addedBy(incident)).isEqualTo("school Max Responsable");
  }

  @Test
  void theNumberOfAPoliceReportCanComeLater() throws Exception {
    UUID incident = sent();
    LocalDate today = LocalDate.now();
    assertThat(codes(report(mother, incident, "", Optional.empty())))
        .containsExactly("policeReportMissing");
    assertThat(codes(report(mother, incident, "PV 2026/118", Optional.of(today.plusDays(2)))))
        .containsExactly("dateInFuture");
    Caller stranger = guardian(town, town.pupil(town.here, "Ben"), true).caller();
    assertThat(
            acting.as(
                stranger, roleOf(stranger), () -> own.report(incident, "PV 1", Optional.of(today))))
        .isEmpty();

    done(report(mother, incident, " PV 2026/118 ", Optional.of(today)));
    assertThat(
            town.value(
                "select concat(police_report, ' ', police_report_on) from incident where"
                    + " public_id = ?",
                incident.toString()))
        .isEqualTo("PV 2026/118 " + today);
    assertThat(codes(report(mother, incident, "PV 2", Optional.of(today))))
        .as("the school corrects it from now on")
        .containsExactly("policeReportThere");
  }

  @Test
  void a_report_that_comes_after_the_decision_gives_a_new_device_once_the_school_has_looked()
      throws Exception {
    theftGives("EMERGENCY");
    UUID incident = sent();
    decide(incident);
    done(report(mother, incident, "PV 2026/118", Optional.of(LocalDate.now())));
    assertThat(replacement(incident)).isEqualTo("NONE");
    assertThat(waits(incident)).isTrue();

    assertThat(
            acting
                .as(
                    manager,
                    roleOf(manager),
                    () -> incidents.confirmReport(incident, version(incident) - 1))
                .orElseThrow())
        .isInstanceOf(Answer.Stale.class);
    done(
        acting
            .as(
                manager,
                roleOf(manager),
                () -> incidents.confirmReport(incident, version(incident)))
            .orElseThrow());
    assertThat(replacement(incident)).isEqualTo("EMERGENCY");
    assertThat(waits(incident)).isFalse();
    assertThat(town.journal(laptop)).isNotEmpty();
    assertThat(
            town.column(
                "select action from journal_entry where authority_id = ? and action like"
                    + " 'POLICE%'",
                town.authority))
        .containsExactly("POLICE_REPORT_CONFIRMED");
  }

  @Test
  void a_report_waits_in_the_list_of_who_decides_until_the_school_has_looked() throws Exception {
    theftGives("EMERGENCY");
    UUID incident = sent();
    decide(incident);
    assertThat(waiting(manager)).isEmpty();
    done(report(mother, incident, "PV 2026/118", Optional.of(LocalDate.now())));

    assertThat(waiting(manager)).containsExactly(incident);
    assertThat(waiting(town.region())).containsExactly(incident);
    Caller scansHere =
        new Caller(
            town.region().accountId(),
            UUID.randomUUID(),
            "Ines Double",
            town.authority,
            Set.of(
                new HeldRole(Role.LOAN_MANAGER, town.there.id()),
                new HeldRole(Role.LOAN_AGENT, town.here.id())),
            null,
            null);
    assertThat(acting.as(scansHere, Role.LOAN_MANAGER, () -> reports.waiting(0)).incidents())
        .isEmpty();
    for (Caller nobody : List.of(town.manager(town.there), LendingTown.found(database).region())) {
      assertThat(waiting(nobody)).isEmpty();
    }
    theftGives("NONE");
    assertThat(waiting(manager)).as("a report that gives nothing needs no look").isEmpty();
    assertThat(waits(incident)).isFalse();
    theftGives("EMERGENCY");

    done(
        acting
            .as(
                manager,
                roleOf(manager),
                () -> incidents.confirmReport(incident, version(incident)))
            .orElseThrow());
    assertThat(waiting(manager)).isEmpty();
  }

  @Test
  void a_long_list_of_reports_goes_on() throws Exception {
    theftGives("STOCK");
    for (int i = 0; i < 51; i++) {
      town.run(
          "insert into incident set id = nextval(incident_seq), public_id = uuid(), authority_id ="
              + " ?, school_id = ?, device_id = ?, category = 'LAPTOP', pupil_id = ?, kind ="
              + " 'THEFT', state = 'DECIDED', happened_on = current_date, declared_at ="
              + " utc_timestamp(6), declared_by = 'Essai', decided_at = utc_timestamp(6),"
              + " police_report = 'PV', police_report_at = decided_at, police_report_by = 'Essai',"
              + " police_report_by_family = true",
          town.authority,
          town.here.id(),
          town.device(town.here).id(),
          ada.id());
    }
    PoliceReports.Page first = acting.as(manager, roleOf(manager), () -> reports.waiting(0));
    assertThat(first.count()).isEqualTo(51);
    assertThat(first.incidents()).hasSize(50);
    PoliceReports.Page second =
        acting.as(manager, roleOf(manager), () -> reports.waiting(first.next().orElseThrow()));
    assertThat(second.incidents()).hasSize(1);
    assertThat(second.next()).isEmpty();
  }

  private void theftGives(String replacement) throws Exception {
    town.run(
        "replace into lending_policy_incident (policy_id, kind, replacement, needs_police_report,"
            + " charge, blocks_new_loan, refund_if_found) values ((select id from lending_policy"
            + " where authority_id = ?), 'THEFT', ?, ?, 'NONE', false, false)",
        town.authority,
        replacement,
        !replacement.equals("NONE"));
  }

  private List<UUID> waiting(Caller who) throws Exception {
    PoliceReports.Page page = acting.as(who, roleOf(who), () -> reports.waiting(0));
    assertThat(page.count()).isEqualTo(acting.as(who, roleOf(who), reports::count));
    assertThat(page.incidents()).hasSize((int) page.count());
    return page.incidents().stream().map(Incident::id).toList();
  }

  private Incident shown(UUID incident) throws Exception {
    return acting
        .as(manager, roleOf(manager), () -> incidents.find(incident))
        .orElseThrow()
        .incident();
  }

  private boolean waits(UUID incident) throws Exception {
    return shown(incident).reportWaits();
  }

  private int version(UUID incident) throws Exception {
    return Integer.parseInt(
        town.value("select version from incident where public_id = ?", incident.toString()));
  }

  private String replacement(UUID incident) throws Exception {
    return town.value("select replacement from incident where public_id = ?", incident.toString());
  }

  private Answer<UUID> report(Caller who, UUID incident, String number, Optional<LocalDate> on)
      throws Exception {
    return acting.as(who, roleOf(who), () -> own.report(incident, number, on)).orElseThrow();
  }
}
