package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether a signature can be taken; also decides when an agreement is over. */
public final class SigningRule {

  private SigningRule() {}

  /** What is signed. */
  public enum Purpose {
    /** The agreement itself. */
    AGREEMENT,
    /** That the devices came back. */
    RECEIPT
  }

  /** Who signs. */
  public enum Party {
    /** The pupil. */
    PUPIL,
    /** A guardian with parental authority. */
    GUARDIAN
  }

  /** How it was signed. */
  public enum Way {
    /** On the person's own page, signed on through the ENT. */
    ENT,
    /** On the screen of a desk. */
    DESK,
    /** On paper that was scanned. */
    PAPER
  }

  /** Where an agreement stands. */
  public enum Standing {
    /** Signatures are awaited. */
    AWAITED,
    /** Signed by everybody who must. */
    SIGNED,
    /** Somebody declined. */
    DECLINED,
    /** All devices came back: it is over (L010). */
    CLOSED,
    /** Its last day has passed. */
    EXPIRED,
    /** Withdrawn by the school. */
    CANCELLED;

    /** Whether it can still be signed. */
    public boolean open() {
      return this == AWAITED || this == SIGNED || this == DECLINED;
    }
  }

  /**
   * What is known of an agreement.
   *
   * @param cancelled whether the school withdrew it
   * @param endsOn its last day, if it has one
   * @param loans devices ever lent under it
   * @param running those that did not come back
   * @param unassigned promised devices that nobody handed over yet: lines without a device
   * @param minor whether the pupil is under age, or of unknown age
   * @param pupilSigned whether the pupil signed
   * @param guardianSigned whether a guardian did
   * @param declined whether somebody declined and nobody changed it since
   */
  public record Facts(
      boolean cancelled,
      Optional<LocalDate> endsOn,
      int loans,
      int running,
      int unassigned,
      boolean minor,
      boolean pupilSigned,
      boolean guardianSigned,
      boolean declined) {

    /** Whether everybody who must sign did. */
    public boolean complete() {
      return pupilSigned && (!minor || guardianSigned);
    }

    /** Where it stands on a day. */
    public Standing on(LocalDate today) {
      if (cancelled) {
        return Standing.CANCELLED;
      }
      if (loans > 0 && running == 0 && unassigned == 0) {
        return Standing.CLOSED;
      }
      if (endsOn.filter(day -> day.isBefore(today)).isPresent()) {
        return Standing.EXPIRED;
      }
      if (complete()) {
        return Standing.SIGNED;
      }
      return declined ? Standing.DECLINED : Standing.AWAITED;
    }
  }

  /** All that keeps a party from signing the agreement; empty if nothing does. */
  public static List<Refusal> agreement(Facts facts, Party party, LocalDate today) {
    List<Refusal> found = new ArrayList<>();
    Standing standing = facts.on(today);
    if (!standing.open()) {
      found.add(Refusal.of("signature", standing.name()));
    }
    if (facts.unassigned() > 0) {
      found.add(Refusal.of("signature", "lineWithoutDevice", facts.unassigned()));
    }
    if (party == Party.PUPIL ? facts.pupilSigned() : facts.guardianSigned()) {
      found.add(Refusal.of("signature", "alreadySigned"));
    }
    return found;
  }

  /** All that keeps a receipt from being signed: it says that everything came back (L010). */
  public static List<Refusal> receipt(Facts facts, boolean signed) {
    List<Refusal> found = new ArrayList<>();
    if (facts.loans() == 0) {
      found.add(Refusal.of("signature", "nothingLent"));
    } else if (facts.running() > 0) {
      found.add(Refusal.of("signature", "stillOut", facts.running()));
    }
    if (signed) {
      found.add(Refusal.of("signature", "alreadySigned"));
    }
    return found;
  }
}
