package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.control.document.DocumentChecks;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A département of its own for one test: a campaign that asks for a tax notice and a proof of
 * address, and applications of families as the test wants them.
 */
final class DocumentTown {

  private final Territory territory;
  final long authority;
  final long campaign;

  /** An application, as the test knows it. */
  record Application(long id, UUID publicId) {}

  private DocumentTown(Territory territory) throws SQLException {
    this.territory = territory;
    authority = territory.authority();
    campaign = territory.number("select nextval(aid_campaign_seq)");
    territory.run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year) values (?, uuid(), ?, 'Essai', 2026,"
            + " '2026-06-01', '2026-10-15', '2027-03-31', 2025)",
        campaign,
        authority);
    for (String kind : new String[] {"TAX_NOTICE", "ADDRESS"}) {
      territory.run(
          "insert into aid_document_demand (campaign_id, situation, kind, mandatory)"
              + " values (?, 'EVERYBODY', ?, true)",
          campaign,
          kind);
    }
  }

  static DocumentTown found(Territory territory) throws SQLException {
    return new DocumentTown(territory);
  }

  /** Somebody with a guardian of the directory's id of their own. */
  Caller parent(String name) throws SQLException {
    long account = territory.number("select nextval(account_seq)");
    return new Caller(
        account,
        new UUID(1, account),
        name,
        authority,
        Set.of(new HeldRole(Role.GUARDIAN, null)),
        null,
        null);
  }

  Caller officer() throws SQLException {
    long account = territory.number("select nextval(account_seq)");
    return new Caller(
        account,
        new UUID(1, account),
        "Ines Instruction",
        authority,
        Set.of(new HeldRole(Role.AID_OFFICER, null)),
        null,
        null);
  }

  Application application(Caller applicant, String child) throws SQLException {
    long id = territory.number("select nextval(aid_application_seq)");
    UUID publicId = UUID.randomUUID();
    territory.run(
        "insert into aid_application (id, public_id, authority_id, campaign_id,"
            + " child_family_name, child_given_name, child_key, state, origin,"
            + " applicant_account_id, applicant_name, created_at, changed_at, changed_by)"
            + " values (?, ?, ?, ?, 'Essai', ?, ?, 'DRAFT', 'FAMILY', ?, ?, utc_timestamp(6),"
            + " utc_timestamp(6), ?)",
        id,
        publicId.toString(),
        authority,
        campaign,
        child,
        child,
        applicant.accountId(),
        applicant.name(),
        applicant.name());
    return new Application(id, publicId);
  }

  /** What submitting leaves, without the form. */
  void submit(Application application) throws SQLException {
    territory.run(
        "update aid_application set state = 'SUBMITTED', submitted_at = utc_timestamp(6),"
            + " complete_at = utc_timestamp(6), number = nextval(aid_application_number) where id = ?",
        application.id());
  }

  void takesPart(Application application, Caller who, String kind) throws SQLException {
    territory.run(
        "insert into aid_contributor (id, application_id, kind, account_id, name, created_at)"
            + " values (nextval(aid_contributor_seq), ?, ?, ?, ?, utc_timestamp(6))",
        application.id(),
        kind,
        who.accountId(),
        who.name());
  }

  /**
   * Runs the background until no document of an application is as described; another thread may
   * have taken one just now, which is waited for.
   *
   * @param left what a document is that still waits, as a condition of SQL
   */
  void looked(Application application, DocumentChecks checks, String left) throws Exception {
    String waiting = " where application_id = ? and " + left;
    Instant end = Instant.now().plusSeconds(60);
    do {
      territory.run(
          "update aid_document set look_at = utc_timestamp(6)" + waiting, application.id());
      checks.work();
      if (territory.number("select count(*) from aid_document" + waiting, application.id()) == 0) {
        return;
      }
      Thread.sleep(100);
    } while (Instant.now().isBefore(end));
    throw new AssertionError("after a minute a document still waits: " + left);
  }
}
