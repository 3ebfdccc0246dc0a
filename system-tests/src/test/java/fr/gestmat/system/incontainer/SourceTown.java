package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** A département of its own for one test, with a collège, a campaign, and families that applied. */
final class SourceTown extends Town {

  /** Number of nobody's establishment that has the right check digit. */
  static final String SIRET = "13002526500013";

  final long authority;
  final long school;
  final long campaign;

  /** An application, as the test knows it. */
  record Application(long id, UUID publicId) {}

  SourceTown(DataSource database) throws SQLException {
    super(database);
    authority = next("local_authority");
    run(
        "insert into local_authority (id, public_id, name, kind) values (?, uuid(), ?,"
            + " 'DEPARTEMENT')",
        authority,
        "Département d'essai " + authority);
    school = next("school");
    run(
        "insert into school (id, public_id, authority_id, uai, name) values (?, uuid(), ?,"
            + " '0990421T', 'Collège d''essai')",
        school,
        authority);
    campaign = next("aid_campaign");
    run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year) values (?, uuid(), ?, 'Essai', ?,"
            + " '2026-05-01', '2026-09-30', '2027-03-31', 2025)",
        campaign,
        authority,
        schoolYear().getYear());
  }

  /** First day of the school year, as the sample counts it. */
  static LocalDate schoolYear() {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    LocalDate september = LocalDate.of(today.getYear(), 9, 1);
    return today.isBefore(september) ? september.minusYears(1) : september;
  }

  Application application(String givenName, String familyName, LocalDate born) throws SQLException {
    long id = next("aid_application");
    UUID publicId = UUID.randomUUID();
    run(
        "insert into aid_application (id, public_id, authority_id, campaign_id, number,"
            + " child_family_name, child_given_name, child_birth_date, child_key, school_id, state,"
            + " origin, applicant_name, submitted_at, created_at, changed_at, changed_by)"
            + " values (?, ?, ?, ?, next value for aid_application_number, ?, ?, ?, ?, ?,"
            + " 'SUBMITTED', 'FAMILY', 'Parent', utc_timestamp(6), utc_timestamp(6),"
            + " utc_timestamp(6), 'Parent')",
        id,
        publicId.toString(),
        authority,
        campaign,
        familyName,
        givenName,
        born,
        "K" + id,
        school);
    return new Application(id, publicId);
  }

  /** A token in the form of the real ones; one that is revoked is refused by the source. */
  static String token(boolean revoked) {
    String claims =
        "{\"sub\": \"%s\", \"exp\": %d}"
            .formatted(
                revoked ? "revoked" : "essai",
                Instant.now().plusSeconds(8_000_000).getEpochSecond());
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  Caller admin() {
    return caller(Role.ADMIN);
  }

  Caller officer() {
    return caller(Role.AID_OFFICER);
  }

  private Caller caller(Role role) {
    return new Caller(
        900_000_000L + authority,
        UUID.randomUUID(),
        "Odile Agent",
        authority,
        Set.of(new HeldRole(role, null)),
        null,
        null);
  }

  /** The questions of an application on one line each: kind, of whom, state, attempts, code. */
  List<String> calls(Application application) throws SQLException {
    return column(
        "select concat_ws(' ', kind, subject, state, attempts, code) from source_call"
            + " where application_id = ? order by id",
        application.id());
  }
}
