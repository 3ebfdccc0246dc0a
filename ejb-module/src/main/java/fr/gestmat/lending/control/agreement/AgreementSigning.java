package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.lending.control.agreement.SigningRule.Way;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.LoanAgreement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down that somebody signed or declined: who, when, how, and which version of the text. The
 * database takes one signature of each party only. Needs a transaction.
 */
@ApplicationScoped
public class AgreementSigning {

  @PersistenceContext private EntityManager entities;
  @Inject private ReadModel database;
  @Inject private AgreementTexts texts;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * Who signs, and how.
   *
   * @param party as whom
   * @param guardianKey the guardian, if it is one and known
   * @param name the name that is kept
   * @param way how
   * @param shown SHA-256 of what was on the screen; empty on paper
   * @param file the drawn signature or the scanned page
   */
  public record Signer(
      Party party,
      Optional<Long> guardianKey,
      String name,
      Way way,
      Optional<byte[]> shown,
      Optional<UUID> file) {}

  /** Locks an agreement, so that of two signatures at once the second one sees the first. */
  public LoanAgreement lock(AgreementData agreement) {
    LoanAgreement row =
        entities.find(LoanAgreement.class, agreement.key(), LockModeType.PESSIMISTIC_WRITE);
    entities.refresh(row);
    return row;
  }

  /** Keeps a signature of a locked agreement; whether it may be taken was decided before. */
  public void sign(Caller who, LoanAgreement agreement, Purpose purpose, Signer signer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    insert(who, agreement, purpose, signer, true, "", now);
    if (purpose == Purpose.RECEIPT) {
      agreement.receiptSigned(now);
    } else if (signer.party() == Party.PUPIL) {
      agreement.signedByPupil(now);
    } else {
      agreement.signedByGuardian(now);
    }
    entities.flush();
    LendingAction action =
        purpose == Purpose.RECEIPT ? LendingAction.RECEIPT_SIGNED : LendingAction.AGREEMENT_SIGNED;
    write(who, agreement, action, about(signer));
  }

  /** Keeps that somebody declined, and why. */
  public void decline(Caller who, LoanAgreement agreement, Signer signer, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    insert(who, agreement, Purpose.AGREEMENT, signer, false, reason, now);
    agreement.declined(now);
    entities.flush();
    write(who, agreement, LendingAction.AGREEMENT_DECLINED, about(signer).add("reason", reason));
  }

  /** Takes a signature back that turned out to be none. The page itself is kept. */
  public void withdraw(Caller who, LoanAgreement agreement, AgreementBook.Signature signature) {
    database.write(
        new SqlText()
            .add("delete from agreement_signature where public_id = ?", signature.id())
            .add("and agreement_id = ?", agreement.id()));
    boolean receipt = signature.purpose() == Purpose.RECEIPT;
    boolean pupil = signature.party() == Party.PUPIL;
    agreement.withdrawSignatures(!receipt && pupil, !receipt && !pupil, receipt);
    entities.flush();
    write(
        who,
        agreement,
        LendingAction.SIGNATURE_WITHDRAWN,
        Json.createObjectBuilder()
            .add("party", signature.party().name())
            .add("signer", signature.signer())
            .add("way", signature.way().name())
            .add("at", signature.at().toString()));
  }

  /** Withdraws an agreement. */
  public void cancel(Caller who, LoanAgreement agreement) {
    agreement.cancel(clock.instant().truncatedTo(ChronoUnit.MICROS), who.name());
    entities.flush();
    write(who, agreement, LendingAction.AGREEMENT_CANCELLED, Json.createObjectBuilder());
  }

  private void insert(
      Caller who,
      LoanAgreement agreement,
      Purpose purpose,
      Signer signer,
      boolean signed,
      String reason,
      Instant now) {
    String digest = texts.find(agreement.authorityId(), agreement.textId()).orElseThrow().digest();
    database.write(
        new SqlText()
            .add("insert into agreement_signature (id, public_id, agreement_id, purpose, party,")
            .add("guardian_id, signer_name, decision, reason, way, text_id, text_digest,")
            .add("shown_digest, file_id, signed_at, recorded_by, account_id) values")
            .add("(next value for agreement_signature_seq, ?,", UUID.randomUUID())
            .add("?, ?, ?,", agreement.id(), purpose, signer.party())
            .add("?, ?,", signer.guardianKey().orElse(null), signer.name())
            .add("?, ?,", signed ? "SIGNED" : "DECLINED", reason.isEmpty() ? null : reason)
            .add("?, ?, ?,", signer.way(), agreement.textId(), AgreementTexts.bytes(digest))
            .add("?,", (Object) signer.shown().orElse(null))
            .add("?, ?,", signer.file().orElse(null), now)
            .add("?, ?)", who.name(), who.accountId()));
  }

  private static JsonObjectBuilder about(Signer signer) {
    return Json.createObjectBuilder()
        .add("party", signer.party().name())
        .add("signer", signer.name())
        .add("way", signer.way().name());
  }

  private void write(
      Caller who, LoanAgreement agreement, LendingAction action, JsonObjectBuilder detail) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            agreement.schoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            "AGREEMENT",
            agreement.id(),
            agreement.pupilId(),
            detail.add("code", agreement.code()).build().toString()));
  }
}
