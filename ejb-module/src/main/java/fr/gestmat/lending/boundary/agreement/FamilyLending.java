package fr.gestmat.lending.boundary.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.agreement.AgreementBook;
import fr.gestmat.lending.control.agreement.AgreementContent;
import fr.gestmat.lending.control.agreement.AgreementData;
import fr.gestmat.lending.control.agreement.AgreementSigning;
import fr.gestmat.lending.control.agreement.AgreementSigning.Signer;
import fr.gestmat.lending.control.agreement.AgreementTexts;
import fr.gestmat.lending.control.agreement.FamilyReader;
import fr.gestmat.lending.control.agreement.GivenBack;
import fr.gestmat.lending.control.agreement.SigningRule;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.lending.control.agreement.SigningRule.Standing;
import fr.gestmat.lending.control.agreement.SigningRule.Way;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.LoanAgreement;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a pupil or a guardian does for themselves: sees what is lent, reads the agreement, signs it
 * or declines. Only the addressee can sign, and once (L069): the pupil, and a guardian with
 * parental authority.
 */
@Stateless
@RolesAllowed({"PUPIL", "GUARDIAN"})
public class FamilyLending {

  /** Longest reason of a decline, in characters. */
  public static final int LONGEST_REASON = 400;

  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private FamilyReader family;
  @Inject private GivenBack givenBack;
  @Inject private AgreementBook book;
  @Inject private AgreementTexts texts;
  @Inject private AgreementSigning signing;

  /**
   * What a family sees of one pupil.
   *
   * @param child the pupil
   * @param held what the pupil holds
   * @param givenBack what came back, the latest first
   * @param agreements those that were issued, the latest first
   * @param today the day that it is for the authority
   */
  public record ChildPage(
      FamilyReader.Child child,
      List<FamilyReader.Held> held,
      List<GivenBack.Line> givenBack,
      List<AgreementData> agreements,
      LocalDate today) {}

  /**
   * An agreement, to be read and signed.
   *
   * @param data what it stands on
   * @param content what it says
   * @param shown SHA-256 of what it says, in hexadecimal: to be sent back with the signature
   * @param party as whom the reader signs
   * @param standing where it stands
   * @param mustSign whether the reader's signature is awaited
   * @param blockers why it cannot be signed now, if it is awaited
   * @param receipt SHA-256 of the receipt of what came back, in hexadecimal, to be sent back with
   *     its signature; empty while something is out, or once it is signed
   * @param signatures who signed or declined
   */
  public record Reading(
      AgreementData data,
      AgreementContent content,
      String shown,
      Party party,
      Standing standing,
      boolean mustSign,
      List<Refusal> blockers,
      Optional<String> receipt,
      List<AgreementBook.Signature> signatures) {}

  /** Those whom the caller may see: oneself, or one's children. */
  public List<FamilyReader.Child> children() {
    return family.children(caller.get(), day());
  }

  /** One of them. */
  public Optional<ChildPage> child(UUID id) {
    Caller who = caller.get();
    return family
        .child(who, id, day())
        .map(
            child ->
                new ChildPage(
                    child,
                    family.held(child.key()),
                    givenBack.ofPupil(child.key()),
                    book.ofPupil(whole(who), id, day()),
                    day()));
  }

  /** An agreement of the caller or of one of the children; empty for any other. */
  public Optional<Reading> read(UUID id) {
    Caller who = caller.get();
    return book.find(who.authorityId(), id, day())
        .flatMap(data -> family.party(who, data.pupil().key()).map(party -> reading(data, party)));
  }

  private Reading reading(AgreementData data, Party party) {
    AgreementContent content = content(data);
    Standing standing = data.facts().on(day());
    boolean signed =
        party == Party.PUPIL ? data.facts().pupilSigned() : data.facts().guardianSigned();
    boolean needed = party == Party.PUPIL || data.facts().minor();
    return new Reading(
        data,
        content,
        HexFormat.of().formatHex(content.digest()),
        party,
        standing,
        needed && !signed && standing.open(),
        SigningRule.agreement(data.facts(), party, day()),
        isReceiptAwaited(data)
            ? Optional.of(HexFormat.of().formatHex(content.receiptDigest()))
            : Optional.empty(),
        book.signatures(data.key()));
  }

  /** Whether all that was lent under an agreement came back and nobody signed for it. */
  public static boolean isReceiptAwaited(AgreementData data) {
    return SigningRule.receipt(data.facts(), data.receiptSignedAt().isPresent()).isEmpty();
  }

  private AgreementContent content(AgreementData data) {
    long authority = caller.get().authorityId();
    return new AgreementContent(
        data,
        texts.find(authority, data.textKey()).orElseThrow().text(),
        book.accessories(authority));
  }

  /**
   * Signs.
   *
   * @param shown what {@link Reading#shown} said: if the agreement reads differently now, nothing
   *     is signed
   * @return empty if there is no such agreement for the caller
   */
  public Optional<Answer<UUID>> sign(UUID id, String shown) {
    Optional<Reading> seen = read(id);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    LoanAgreement row = signing.lock(seen.get().data());
    Reading now = read(id).orElseThrow();
    List<Refusal> reasons = new ArrayList<>(now.blockers());
    if (reasons.isEmpty() && !same(shown, now.content().digest())) {
      reasons.add(Refusal.of("signature", "changed"));
    }
    if (!reasons.isEmpty()) {
      return Optional.of(new Answer.Refused<>(reasons));
    }
    signing.sign(caller.get(), row, Purpose.AGREEMENT, signer(now, now.content().digest()));
    return Optional.of(new Answer.Done<>(now.data().pupil().id()));
  }

  /**
   * Signs that everything came back.
   *
   * @param shown what {@link Reading#receipt} said: if the receipt reads differently now, nothing
   *     is signed
   * @return empty if there is no such agreement for the caller
   */
  public Optional<Answer<UUID>> signReceipt(UUID id, String shown) {
    Optional<Reading> seen = read(id);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    LoanAgreement row = signing.lock(seen.get().data());
    Reading now = read(id).orElseThrow();
    AgreementData data = now.data();
    List<Refusal> reasons =
        new ArrayList<>(SigningRule.receipt(data.facts(), data.receiptSignedAt().isPresent()));
    byte[] digest = now.content().receiptDigest();
    if (reasons.isEmpty() && !same(shown, digest)) {
      reasons.add(Refusal.of("signature", "changed"));
    }
    if (!reasons.isEmpty()) {
      return Optional.of(new Answer.Refused<>(reasons));
    }
    signing.sign(caller.get(), row, Purpose.RECEIPT, signer(now, digest));
    return Optional.of(new Answer.Done<>(data.pupil().id()));
  }

  private static boolean same(String shown, byte[] digest) {
    try {
      return Arrays.equals(HexFormat.of().parseHex(shown), digest);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Declines, with a reason.
   *
   * @return empty if there is no such agreement for the caller
   */
  public Optional<Answer<UUID>> decline(UUID id, String reason) {
    Optional<Reading> seen = read(id);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    LoanAgreement row = signing.lock(seen.get().data());
    Reading now = read(id).orElseThrow();
    List<Refusal> reasons = new ArrayList<>();
    if (!now.mustSign()) {
      reasons.add(Refusal.of("signature", "notAwaited"));
    }
    String said = reason.strip();
    if (said.isEmpty()) {
      reasons.add(Refusal.of("motif", "missing"));
    } else if (said.length() > LONGEST_REASON) {
      reasons.add(Refusal.of("motif", "tooLong", LONGEST_REASON));
    }
    if (!reasons.isEmpty()) {
      return Optional.of(new Answer.Refused<>(reasons));
    }
    signing.decline(caller.get(), row, signer(now, now.content().digest()), said);
    return Optional.of(new Answer.Done<>(now.data().pupil().id()));
  }

  private Signer signer(Reading now, byte[] shown) {
    Caller who = caller.get();
    return new Signer(
        now.party(),
        now.party() == Party.GUARDIAN ? Optional.ofNullable(who.guardianId()) : Optional.empty(),
        who.name(),
        Way.ENT,
        Optional.of(shown),
        Optional.empty());
  }

  private static Scope whole(Caller who) {
    return new Scope(who.authorityId(), true, Set.of());
  }

  private LocalDate day() {
    return today.in(caller.get().authorityId());
  }
}
