package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.filestore.control.DataFolder;
import fr.gestmat.lending.boundary.incident.IncidentForm;
import fr.gestmat.lending.boundary.incident.IncidentPapers;
import fr.gestmat.lending.boundary.incident.OwnDeclaration;
import fr.gestmat.lending.boundary.incident.OwnDeclaration.Draft;
import fr.gestmat.lending.control.incident.IncidentDrafts;
import fr.gestmat.lending.control.incident.IncidentFiles.Attached;
import fr.gestmat.lending.control.incident.IncidentFiles.Kind;
import fr.gestmat.lending.entity.IncidentKind;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A family's declaration with its police report, and who may see that, on the real database. */
class IncidentPapersInContainerIT extends FamilyIncidentTest {

  private static final byte[] REPORT =
      ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
              + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
              + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
              + "trailer<</Root 1 0 R>>\n%%EOF\n")
          .getBytes(StandardCharsets.US_ASCII);

  @Inject private OwnDeclaration declaration;
  @Inject private IncidentPapers papers;
  @Inject private IncidentDrafts drafts;
  @Inject private DataFolder folder;

  private Optional<Draft> draft(Caller who) throws Exception {
    return acting.as(who, roleOf(who), () -> declaration.find(loan));
  }

  private void answer(Map<String, String> answers) throws Exception {
    assertThat(acting.as(mother, roleOf(mother), () -> declaration.keep(loan, answers))).isTrue();
  }

  private List<String> attach(byte[] content) throws Exception {
    return codes(
        acting
            .as(
                mother,
                roleOf(mother),
                () ->
                    declaration.addFile(
                        loan, Kind.POLICE_REPORT, new ByteArrayInputStream(content)))
            .orElseThrow());
  }

  private Answer<UUID> send() throws Exception {
    return acting
        .as(mother, roleOf(mother), () -> declaration.send(loan, IncidentPapersInContainerIT::read))
        .orElseThrow();
  }

  private static IncidentForm read(Map<String, String> answers) {
    return new IncidentForm(
        Optional.ofNullable(answers.get("kind")).map(IncidentKind::valueOf),
        Optional.ofNullable(answers.get("happenedOn")).map(LocalDate::parse),
        answers.getOrDefault("place", ""),
        answers.getOrDefault("story", ""),
        "",
        Optional.empty());
  }

  private UUID sent() throws Exception {
    answer(Map.of("kind", "THEFT", "happenedOn", LocalDate.now().minusDays(1).toString()));
    answer(Map.of("place", "Gare", "story", "Sac volé sur le quai."));
    assertThat(attach(REPORT)).isEmpty();
    return done(send());
  }

  private List<Attached> files(Caller who, UUID incident) throws Exception {
    return acting.as(who, roleOf(who), () -> papers.of(incident));
  }

  private Optional<IncidentPapers.Shown> open(Caller who, UUID incident, UUID file)
      throws Exception {
    return acting.as(who, roleOf(who), () -> papers.open(incident, file));
  }

  @Test
  void what_was_typed_stays_as_it_was_typed_for_its_writer_alone() throws Exception {
    answer(Map.of("kind", "THEFT", "happenedOn", "31/02/2026"));
    answer(Map.of("story", "Sac volé"));

    Draft draft = draft(mother).orElseThrow();
    assertThat(draft.answers())
        .containsOnly(
            Map.entry("kind", "THEFT"),
            Map.entry("happenedOn", "31/02/2026"),
            Map.entry("story", "Sac volé"));
    Caller father = guardian(town, ada, true).caller();
    assertThat(draft(father).orElseThrow().answers()).as("the other parent's is its own").isEmpty();
    assertThat(draft(guardian(town, ada, false).caller())).as("without authority").isEmpty();
    assertThat(codes(sendAs(mother)))
        .contains("happenedOnMissing", "placeMissing")
        .doesNotContain("storyMissing");
  }

  private Answer<UUID> sendAs(Caller who) throws Exception {
    return acting
        .as(
            who,
            roleOf(who),
            () ->
                declaration.send(
                    loan,
                    answers ->
                        new IncidentForm(
                            Optional.of(IncidentKind.THEFT),
                            Optional.empty(),
                            "",
                            answers.getOrDefault("story", ""),
                            "",
                            Optional.empty())))
        .orElseThrow();
  }

  @Test
  void a_report_is_checked_by_its_bytes_and_sealed_on_disk() throws Exception {
    assertThat(attach("<html>plainte.pdf".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("fileNOT_A_PHOTO");
    assertThat(attach(new byte[0])).containsExactly("fileEMPTY");
    assertThat(attach("%PDF-1.4 rien".getBytes(StandardCharsets.US_ASCII)))
        .containsExactly("fileDAMAGED");
    assertThat(attach(REPORT)).isEmpty();

    Attached kept = draft(mother).orElseThrow().files().get(0);
    byte[] onDisk = Files.readAllBytes(folder.place(kept.stored()));
    assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
    assertThat(
            town.value(
                "select purpose from stored_file where public_id = ?", kept.stored().toString()))
        .as("forgotten with the draft unless it is sent")
        .isEqualTo("UPLOAD");
  }

  @Test
  void what_is_sent_goes_to_the_school_with_its_report_and_the_draft_is_gone() throws Exception {
    UUID incident = sent();

    assertThat(
            town.value(
                "select concat_ws(' ', kind, state, place, story, by_family) from incident where"
                    + " public_id = ?",
                incident.toString()))
        .isEqualTo("THEFT DECLARED Gare Sac volé sur le quai. 1");
    Draft after = draft(mother).orElseThrow();
    assertThat(after.answers()).isEmpty();
    assertThat(after.files()).isEmpty();
    assertThat(after.running()).contains(incident);
    Attached file = files(manager, incident).get(0);
    assertThat(
            town.value(
                "select concat(purpose, ' ', expires_at > utc_timestamp() + interval 5 year) from"
                    + " stored_file where public_id = ?",
                file.stored().toString()))
        .isEqualTo("POLICE_REPORT 1");
    assertThat(open(manager, incident, file.id()).orElseThrow().content()).isEqualTo(REPORT);
    assertThat(journal())
        .containsExactly("INCIDENT_DECLARED", "INCIDENT_FILE_ADDED", "INCIDENT_FILE_READ");
  }

  private List<String> journal() throws Exception {
    return town.column(
        "select action from journal_entry where subject_type = 'INCIDENT' and authority_id = ?"
            + " order by id",
        town.authority);
  }

  @Test
  void the_school_and_the_family_see_and_add_files_and_nobody_else_does() throws Exception {
    UUID incident = sent();
    UUID file = files(mother, incident).get(0).id();

    assertThat(
            acting
                .as(
                    manager,
                    roleOf(manager),
                    () ->
                        papers.add(incident, Kind.POLICE_REPORT, new ByteArrayInputStream(REPORT)))
                .orElseThrow())
        .isInstanceOf(Answer.Done.class);
    assertThat(files(mother, incident)).hasSize(2);
    assertThat(files(self(town, ada), incident)).hasSize(2);
    for (Caller nobody :
        List.of(
            town.manager(town.there),
            guardian(town, town.pupil(town.here, "Ben"), true).caller(),
            LendingTown.found(database).region())) {
      assertThat(files(nobody, incident)).isEmpty();
      assertThat(open(nobody, incident, file)).isEmpty();
      assertThat(
              acting.as(
                  nobody,
                  roleOf(nobody),
                  () -> papers.add(incident, Kind.PHOTO, new ByteArrayInputStream(REPORT))))
          .isEmpty();
    }
    assertThat(open(mother, incident, UUID.randomUUID())).isEmpty();
    town.run(
        "update incident set state = 'CLOSED', closed_at = utc_timestamp(6), closing = 'SETTLED'"
            + " where public_id = ?",
        incident.toString());
    assertThat(
            codes(
                acting
                    .as(
                        mother,
                        roleOf(mother),
                        () ->
                            papers.add(
                                incident, Kind.POLICE_REPORT, new ByteArrayInputStream(REPORT)))
                    .orElseThrow()))
        .containsExactly("incidentOver");
  }

  @Test
  void aDeclarationThatNobodySentGoesAfterThirtyDays() throws Exception {
    answer(Map.of("kind", "THEFT", "place", "Gare"));
    assertThat(attach(REPORT)).isEmpty();
    age(29);
    drafts.forgetOld();
    assertThat(begun()).isEqualTo("1 1");
    age(31);
    assertThat(drafts.forgetOld()).isPositive();
    assertThat(begun()).isEqualTo("0 0");
    assertThat(drafts.forgetOld()).isZero();
  }

  private void age(int days) throws Exception {
    town.run(
        "update incident_draft set changed_at = utc_timestamp(6) - interval ? day where loan = ?",
        days,
        loan.toString());
    town.run(
        "update incident_file set added_at = utc_timestamp(6) - interval ? day where draft_loan ="
            + " ?",
        days,
        loan.toString());
  }

  private String begun() throws Exception {
    return town.value(
        "select concat((select count(*) from incident_draft where loan = ?), ' ', (select count(*)"
            + " from incident_file where draft_loan = ?))",
        loan.toString(),
        loan.toString());
  }
}
