package fr.gestmat.lending.boundary.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.lending.control.agreement.AgreementBook;
import fr.gestmat.lending.control.agreement.AgreementContent;
import fr.gestmat.lending.control.agreement.AgreementData;
import fr.gestmat.lending.control.agreement.AgreementSigning;
import fr.gestmat.lending.control.agreement.AgreementSigning.Signer;
import fr.gestmat.lending.control.agreement.AgreementTexts;
import fr.gestmat.lending.control.agreement.SigningRule;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.lending.control.agreement.SigningRule.Way;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.LoanAgreement;
import fr.gestmat.reports.agreement.DrawnSignature;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Signatures given at the desk, with a finger or a stylus on its screen. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class SignatureDesk {

  private static final int LONGEST_NAME = 240;

  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private AgreementBook book;
  @Inject private AgreementTexts texts;
  @Inject private AgreementSigning signing;
  @Inject private SealedFiles files;

  /**
   * Takes a signature.
   *
   * @param name who signs; needed of a guardian, whose name the desk does not know
   * @param picture what was drawn, as the browser sent it
   * @return empty if there is no such agreement for the caller
   */
  public Optional<Answer<UUID>> sign(
      UUID id, Purpose purpose, Party party, String name, byte[] picture) throws IOException {
    Caller who = caller.get();
    LocalDate day = today.in(who.authorityId());
    Optional<AgreementData> seen = book.find(who.scope(Agreements.READERS), id, day);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    LoanAgreement row = signing.lock(seen.get());
    AgreementData data = book.find(who.authorityId(), id, day).orElseThrow();
    List<Refusal> reasons =
        new ArrayList<>(
            purpose == Purpose.RECEIPT
                ? SigningRule.receipt(data.facts(), data.receiptSignedAt().isPresent())
                : SigningRule.agreement(data.facts(), party, day));
    String signer = party == Party.PUPIL ? data.pupil().name() : name.strip();
    if (signer.isEmpty() || signer.length() > LONGEST_NAME) {
      reasons.add(Refusal.of("nom", "missing"));
    }
    Optional<byte[]> drawn = DrawnSignature.clean(picture);
    if (drawn.isEmpty()) {
      reasons.add(Refusal.of("trait", "notDrawn"));
    }
    if (!reasons.isEmpty()) {
      return Optional.of(new Answer.Refused<>(reasons));
    }
    UUID file = keep(who, data, drawn.orElseThrow());
    signing.sign(
        who,
        row,
        purpose,
        new Signer(
            party,
            Optional.empty(),
            signer,
            Way.DESK,
            Optional.of(
                purpose == Purpose.RECEIPT
                    ? content(who, data).receiptDigest()
                    : content(who, data).digest()),
            Optional.of(file)));
    return Optional.of(new Answer.Done<>(file));
  }

  private AgreementContent content(Caller who, AgreementData data) {
    return new AgreementContent(
        data,
        texts.find(who.authorityId(), data.textKey()).orElseThrow().text(),
        book.accessories(who.authorityId()));
  }

  private UUID keep(Caller who, AgreementData data, byte[] picture) throws IOException {
    return files
        .keep(
            new FileOwner(who.authorityId(), Set.of(data.school().key()), who.accountId()),
            new FileLabel(FilePurpose.SIGNATURE, "Signature " + data.code(), "image/png"),
            picture)
        .publicId();
  }

  /**
   * Takes a signature back that turned out to be none: the page was not signed, or by somebody
   * else. For who runs the loans of the school.
   *
   * @return whether there was such a signature, not given by the person's own account
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public boolean withdraw(UUID agreement, UUID signature) {
    Caller who = caller.get();
    LocalDate day = today.in(who.authorityId());
    Optional<AgreementData> data =
        book.find(who.scope(Agreements.MANAGERS), agreement, day)
            .filter(a -> who.scope(Agreements.MANAGERS).covers(a.school().key()));
    Optional<AgreementBook.Signature> found =
        data.flatMap(
            a ->
                book.signatures(a.key()).stream()
                    .filter(s -> s.id().equals(signature) && s.signed() && s.way() != Way.ENT)
                    .findFirst());
    found.ifPresent(s -> signing.withdraw(who, signing.lock(data.orElseThrow()), s));
    return found.isPresent();
  }
}
