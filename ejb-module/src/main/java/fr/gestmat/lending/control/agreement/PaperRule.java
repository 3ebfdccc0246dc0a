package fr.gestmat.lending.control.agreement;

import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.agreement.SigningRule.Facts;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.lending.control.agreement.SigningRule.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a scanned page by its barcode alone. */
public final class PaperRule {

  private PaperRule() {}

  /** Why a page does not file itself. */
  public enum Problem {
    /** No barcode of ours was found on it. */
    NO_CODE,
    /** The barcode is of no agreement of this authority. */
    UNKNOWN,
    /** The agreement is another school's. */
    OTHER_SCHOOL,
    /** The agreement was withdrawn. */
    CANCELLED,
    /** The agreement is over: its last day has passed, or all devices are back. */
    EXPIRED,
    /** Everybody who must sign did already. */
    ALREADY_SIGNED,
    /** A line of the agreement has no device yet (L063). */
    NO_DEVICE,
    /** It is a receipt, and not everything came back. */
    NOT_RETURNED
  }

  /**
   * What becomes of a page.
   *
   * @param problem why it waits; empty if it files itself
   * @param purpose what it signs
   * @param parties who signed on it; empty for a page of the text
   */
  public record Verdict(Optional<Problem> problem, Purpose purpose, List<Party> parties) {

    static Verdict waits(Problem why) {
      return new Verdict(Optional.of(why), Purpose.AGREEMENT, List.of());
    }
  }

  /**
   * What is known of the agreement that a page names.
   *
   * @param mine whether it is of a school that the sender may file for
   * @param facts where it stands
   * @param receiptSigned whether its receipt was signed
   */
  public record Named(boolean mine, Facts facts, boolean receiptSigned) {}

  /**
   * Judges a page. A signed page signs for everybody who has to sign and did not: it carries all
   * their places, and the school sends only pages that were signed; what turns out to be unsigned
   * can be taken back.
   */
  public static Verdict judge(
      Optional<AgreementCode> code, Optional<Named> agreement, LocalDate today) {
    if (code.isEmpty()) {
      return Verdict.waits(Problem.NO_CODE);
    }
    if (agreement.isEmpty()) {
      return Verdict.waits(Problem.UNKNOWN);
    }
    Named named = agreement.get();
    if (!named.mine()) {
      return Verdict.waits(Problem.OTHER_SCHOOL);
    }
    if (named.facts().cancelled()) {
      return Verdict.waits(Problem.CANCELLED);
    }
    return switch (code.get().page()) {
      case TEXT -> new Verdict(Optional.empty(), Purpose.AGREEMENT, List.of());
      case RECEIPT -> receipt(named);
      case SIGNATURE -> signature(named.facts(), today);
    };
  }

  private static Verdict receipt(Named named) {
    if (named.receiptSigned()) {
      return Verdict.waits(Problem.ALREADY_SIGNED);
    }
    return SigningRule.receipt(named.facts(), false).isEmpty()
        ? new Verdict(Optional.empty(), Purpose.RECEIPT, List.of(Party.PUPIL))
        : Verdict.waits(Problem.NOT_RETURNED);
  }

  private static Verdict signature(Facts facts, LocalDate today) {
    Standing standing = facts.on(today);
    if (!standing.open()) {
      return Verdict.waits(Problem.EXPIRED);
    }
    if (standing == Standing.SIGNED) {
      return Verdict.waits(Problem.ALREADY_SIGNED);
    }
    if (facts.unassigned() > 0) {
      return Verdict.waits(Problem.NO_DEVICE);
    }
    List<Party> parties = new ArrayList<>();
    if (!facts.pupilSigned()) {
      parties.add(Party.PUPIL);
    }
    if (facts.minor() && !facts.guardianSigned()) {
      parties.add(Party.GUARDIAN);
    }
    return new Verdict(Optional.empty(), Purpose.AGREEMENT, parties);
  }
}
