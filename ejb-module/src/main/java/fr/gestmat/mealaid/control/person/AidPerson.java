package fr.gestmat.mealaid.control.person;

import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.directory.boundary.PersonalRows;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What meal aid knows of one person. Who applied, or lives with who applied, gets the application;
 * a separated parent the part that they gave; a pupil what was decided for them, and nothing of the
 * parents' income. Officers' notes are about the file and are not handed over.
 */
@ApplicationScoped
public class AidPerson implements PersonalData {

  private static final String OWN =
      """
      select c.name campagne, a.number numéro, a.state état, a.child_family_name `nom de l'enfant`,
        a.child_given_name `prénom de l'enfant`, a.child_birth_date `né le`, s.name établissement,
        a.applicant_name demandeur, a.applicant_email courriel, a.draft `réponses en cours`,
        a.submitted `réponses envoyées`, a.submitted_at `envoyée le`, a.complete_at `complète le`,
        a.family_quotient `quotient familial`, a.reference_tax_income `revenu fiscal de référence`,
        a.tax_shares `parts fiscales`, a.dependent_children `enfants à charge`,
        a.residence_postal_code `code postal`, a.purge_on `effacée à partir du`
      from aid_application a join aid_campaign c on c.id = a.campaign_id
        left join school s on s.id = a.school_id where a.id in ({ids}) order by a.id
      """;

  private static final String PUPIL =
      """
      select c.name campagne, a.number numéro, a.state état, s.name établissement,
        a.boarding_status régime, a.meals_a_week `repas par semaine`, d.outcome décision,
        d.rate taux, d.amount montant, d.decided_at `décidée le`
      from aid_application a join aid_campaign c on c.id = a.campaign_id
        left join school s on s.id = a.school_id
        left join aid_decision d on d.standing_application_id = a.id
      where a.pupil_id in ({ids}) and a.submitted_at is not null order by a.id
      """;

  private static final String DECISIONS =
      """
      select a.number `numéro de la demande`, d.number décision, d.outcome sens, d.rate taux,
        d.amount montant, d.unit unité, d.effective_on `à partir du`, d.reason motif,
        json_remove(d.inputs, '$.custody.second', '$.custody.established', '$.custody.alone')
        `chiffres retenus`, d.automatic automatique, d.decided_at `décidée le`
      from aid_decision d join aid_application a on a.id = d.application_id
      where a.id in ({ids}) order by d.id
      """;

  private static final String MESSAGES =
      """
      select a.number `numéro de la demande`, m.side côté, m.body texte, m.sent_at `envoyé le`
      from aid_message m join aid_application a on a.id = m.application_id
      where a.id in ({ids}) order by m.id
      """;

  private static final String APPEALS =
      """
      select a.number `numéro de la demande`, p.body texte, p.filed_on `déposé le`, p.state état,
        p.answer réponse from aid_appeal p join aid_application a on a.id = p.application_id
      where a.id in ({ids}) order by p.id
      """;

  private static final String SOURCES =
      """
      select a.number `numéro de la demande`, q.kind `ce qui a été demandé`,
        q.subject_name `au sujet de`, q.state état, q.provider organisme, q.quotient
        `quotient familial`, q.quotient_month mois, q.scholarship bourse,
        q.requested_at `demandé le`, q.answered_at `répondu le`
      from source_call q join aid_application a on a.id = q.application_id
      where a.id in ({ids}) and q.subject <> 'SECOND_HOUSEHOLD' order by q.id
      """;

  private static final String ESTABLISHED =
      """
      select a.number `numéro de la demande`, f.figure chiffre, f.value valeur, f.month mois,
        f.document_kind `lu sur`, f.established_at `établi le`, f.ended_at `retiré le`
      from aid_established f join aid_application a on a.id = f.application_id
      where a.id in ({ids}) and not f.second_household order by f.id
      """;

  /** Of who gives a part and applied for nothing. */
  private static final String ESTABLISHED_OF_PART =
      """
      select c.name campagne, f.figure chiffre, f.value valeur, f.month mois,
        f.document_kind `lu sur`, f.established_at `établi le`, f.ended_at `retiré le`
      from aid_established f
        join aid_contributor k on k.application_id = f.application_id and k.kind = 'SEPARATED'
        join aid_application a on a.id = f.application_id
        join aid_campaign c on c.id = a.campaign_id
      where f.second_household and %s order by f.id
      """;

  private static final String DOCUMENTS =
      """
      select d.kind nature, d.file_name fichier, d.byte_count octets, d.sent_at `envoyé le`
      from aid_document d where %s order by d.id
      """;

  private static final String PARTS =
      """
      select c.name campagne, k.kind part, k.answers réponses, k.submitted_at `envoyée le`
      from aid_contributor k join aid_application a on a.id = k.application_id
        join aid_campaign c on c.id = a.campaign_id where %s order by k.id
      """;

  @Inject private AidRows rows;
  @Inject private PersonalRows personal;
  @Inject private SealedFiles sealed;

  @Override
  public String part() {
    return "aide à la cantine";
  }

  @Override
  public JsonObject about(Person person) {
    Set<Long> own = own(person);
    return Json.createObjectBuilder()
        .add("demandes", personal.of(OWN, own))
        .add("décisions", personal.of(DECISIONS, own))
        .add("messages", personal.of(MESSAGES, own))
        .add("recours", personal.of(APPEALS, own))
        .add("réponses des organismes", personal.of(SOURCES, own))
        .add("chiffres établis par la collectivité", personal.of(ESTABLISHED, own))
        .add(
            "parts données avec un compte",
            personal.of(String.format(PARTS, "k.account_id in ({ids})"), person.accounts()))
        .add(
            "parts données comme responsable",
            personal.of(String.format(PARTS, "k.guardian_id in ({ids})"), person.guardians()))
        .add(
            "chiffres établis d'une part donnée avec un compte",
            personal.of(
                String.format(ESTABLISHED_OF_PART, "k.account_id in ({ids})"), person.accounts()))
        .add(
            "chiffres établis d'une part donnée comme responsable",
            personal.of(
                String.format(ESTABLISHED_OF_PART, "k.guardian_id in ({ids})"), person.guardians()))
        .add(
            "documents envoyés",
            personal.of(
                String.format(DOCUMENTS, "d.sent_by_account in ({ids})"), person.accounts()))
        .add(
            "enfants nommés",
            personal.of(
                "select family_name nom, given_name prénom, birth_date `né le`,"
                    + " confirmed_at `confirmé le` from aid_child_claim where account_id in ({ids})"
                    + " order by id",
                person.accounts()))
        .add("aides d'un élève", personal.of(PUPIL, person.pupils()))
        .build();
  }

  @Override
  public List<PersonalFile> files(Person person) {
    List<PersonalFile> files = new ArrayList<>();
    rows.list(
            // No archive holds an identity paper (M-G12); that one was sent is told above.
            Sql.of("select file_id, file_name from aid_document where scan = 'SAFE'")
                .add("and kind <> 'IDENTITY_PAPER'")
                .in("and (sent_by_account in", person.accounts())
                .in("or sent_by_guardian in", person.guardians())
                .add(") order by id"),
            row -> file(person, "documents/" + row.text("file_name"), row.id("file_id")))
        .forEach(files::add);
    rows.list(
            Sql.of("select l.file_id, a.number, l.id from aid_letter l join aid_application a")
                .add("on a.id = l.application_id where l.file_id is not null")
                .in("and a.id in", own(person))
                .add("order by l.id"),
            row ->
                file(
                    person,
                    "courriers/" + row.number("number") + "-" + row.number("id") + ".pdf",
                    row.id("file_id")))
        .forEach(files::add);
    return files;
  }

  private PersonalFile file(Person person, String name, UUID id) {
    return new PersonalFile(name, () -> sealed.stream(id, person.authorityId()));
  }

  private Set<Long> own(Person person) {
    Sql sql =
        Sql.of("select a.id from aid_application a where a.authority_id = ?", person.authorityId())
            .in("and (a.applicant_account_id in", person.accounts())
            .in("or a.applicant_guardian_id in", person.guardians())
            .add("or exists (select 1 from aid_contributor k where k.application_id = a.id")
            .add("and k.kind in ('APPLICANT', 'TOGETHER')")
            .in("and (k.account_id in", person.accounts())
            .in("or k.guardian_id in", person.guardians())
            .add("))) order by a.id");
    return new HashSet<>(rows.list(sql, row -> row.number("id")));
  }
}
