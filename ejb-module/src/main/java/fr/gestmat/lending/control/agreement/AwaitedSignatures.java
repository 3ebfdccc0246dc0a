package fr.gestmat.lending.control.agreement;

import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who has not signed, person by person: what reminders are made from. A line for each pupil who has
 * to sign, and one for each guardian with parental authority of a minor whom no guardian signed
 * for.
 */
@ApplicationScoped
public class AwaitedSignatures {

  private static final String LIVE =
      """
      a.authority_id = ? and a.id > ? and a.state = 'ACTIVE' and u.status = 'ACTIVE'
        and (a.ends_on is null or a.ends_on >= ?)
        and (not exists (select 1 from loan l where l.agreement_id = a.id)
          or exists (select 1 from loan l where l.agreement_id = a.id and l.state <> 'CLOSED'))
      """;

  @Inject private ReadModel database;

  /**
   * A signature that is awaited.
   *
   * @param agreementKey database id of the agreement: where the next page begins after it
   * @param agreement public id of the agreement, for the address of the page to sign on
   * @param pupilKey database id of the pupil
   * @param pupilName the pupil's name, given name first
   * @param schoolKey database id of the school
   * @param party as whom the person has to sign
   * @param guardianKey database id of the guardian; empty if it is the pupil
   * @param personName the person's name
   * @param email the guardian's address, if there is one
   * @param issuedAt when the agreement was issued
   */
  public record Awaited(
      long agreementKey,
      UUID agreement,
      long pupilKey,
      String pupilName,
      long schoolKey,
      Party party,
      Optional<Long> guardianKey,
      String personName,
      Optional<String> email,
      Instant issuedAt) {}

  /**
   * The signatures awaited of whole agreements, by agreement.
   *
   * @param after key of the last agreement of the page before; 0 for the first
   * @param agreements how many agreements at most
   */
  public List<Awaited> page(long authorityId, LocalDate today, long after, int agreements) {
    LocalDate adult = AgreementList.adult(today);
    return database.list(
        new SqlText()
            .add("with some as (select a.id from loan_agreement a")
            .add("join pupil u on u.id = a.pupil_id")
            .add("where " + LIVE, authorityId, after, today)
            .add("and (a.pupil_signed_at is null or (a.guardian_signed_at is null")
            .add("and (u.birth_date is null or u.birth_date > ?)))", adult)
            .add("order by a.id limit ?)", agreements)
            .add("select a.id, a.public_id, u.id pupil_key, a.school_id, a.issued_at,")
            .add("concat(u.given_name, ' ', u.family_name) pupil, 'PUPIL' party,")
            .add("null guardian, concat(u.given_name, ' ', u.family_name) person, null email")
            .add("from some join loan_agreement a on a.id = some.id")
            .add("join pupil u on u.id = a.pupil_id where a.pupil_signed_at is null")
            .add("union all")
            .add("select a.id, a.public_id, u.id, a.school_id, a.issued_at,")
            .add("concat(u.given_name, ' ', u.family_name), 'GUARDIAN', g.id,")
            .add("concat(g.given_name, ' ', g.family_name), g.email")
            .add("from some join loan_agreement a on a.id = some.id")
            .add("join pupil u on u.id = a.pupil_id")
            .add("join guardianship h on h.pupil_id = u.id and h.parental_authority")
            .add("join guardian g on g.id = h.guardian_id")
            .add("where a.guardian_signed_at is null")
            .add("and (u.birth_date is null or u.birth_date > ?)", adult)
            .add("order by 1, 7 desc, 8"),
        row ->
            new Awaited(
                row.number("id"),
                row.id("public_id"),
                row.number("pupil_key"),
                row.text("pupil"),
                row.number("school_id"),
                Party.valueOf(row.text("party")),
                row.maybeNumber("guardian"),
                row.text("person"),
                row.maybeText("email"),
                row.instant("issued_at")));
  }
}
