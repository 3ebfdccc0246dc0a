package fr.gestmat.lending.boundary.cession;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.agreement.FamilyReader;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.cession.CertificatePaper;
import fr.gestmat.lending.control.cession.CessionBook;
import fr.gestmat.lending.control.cession.CessionBook.PupilLine;
import fr.gestmat.lending.control.cession.CessionChoosing;
import fr.gestmat.lending.control.cession.CessionKeeping.Choice;
import fr.gestmat.lending.control.cession.CessionRule;
import fr.gestmat.lending.control.cession.CessionRule.Chooser;
import fr.gestmat.lending.control.cession.CessionRule.Standing;
import fr.gestmat.lending.control.cession.ReturnDirections;
import fr.gestmat.lending.control.cession.ReturnDirections.Directions;
import fr.gestmat.lending.control.policy.EndOfSchooling;
import fr.gestmat.lending.entity.LoanState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The end of schooling in the hands of the family: a pupil of age, or a guardian of one who is not,
 * keeps the device or brings it back, and may change that until the certificate is issued.
 */
@Stateless
@RolesAllowed({"PUPIL", "GUARDIAN"})
public class FamilyCession {

  @Inject private CurrentCaller caller;
  @Inject private FamilyReader family;
  @Inject private CessionBook book;
  @Inject private CessionChoosing choosing;
  @Inject private ReturnDirections directions;
  @Inject private CertificatePaper paper;
  @Inject private Journal journal;

  /**
   * What a family is offered, and what became of it.
   *
   * @param line the device, its pupil, and what was chosen
   * @param own whether the reader is the pupil
   * @param standing where it stands
   * @param blockers why the reader can't choose, or choose otherwise; empty if it can be
   * @param back where and when the device is brought back
   */
  public record Offer(
      PupilLine line,
      boolean own,
      Standing standing,
      List<Refusal> blockers,
      Optional<Directions> back) {

    /** Whether the reader may choose, or choose otherwise. */
    public boolean open() {
      return blockers.isEmpty();
    }
  }

  /** What one of the caller's pupils may choose about, or chose; nothing of somebody else's. */
  public List<PupilLine> ofPupil(UUID pupil) {
    Caller who = caller.get();
    EndOfSchooling end = choosing.end(who);
    return book.ofPupil(whole(who), end.cohort(), pupil).stream()
        .filter(line -> concerns(end, line) && family.party(who, line.pupilKey()).isPresent())
        .toList();
  }

  /** One of these. */
  public Optional<Offer> find(UUID loan) {
    Caller who = caller.get();
    return book.find(whole(who), loan)
        .filter(line -> concerns(choosing.end(who), line))
        .flatMap(line -> family.party(who, line.pupilKey()).map(as -> offer(who, line, as)));
  }

  private Offer offer(Caller who, PupilLine line, Party as) {
    Standing standing = choosing.standing(who, line);
    return new Offer(
        line,
        as == Party.PUPIL,
        standing,
        CessionRule.changing(standing, line.accepted().orElse(false), chooser(as)),
        directions.of(who, line.loan()));
  }

  /**
   * Chooses, or chooses otherwise.
   *
   * @param accepted whether the pupil keeps the device
   * @return the pupil's name; empty if there is no such offer for the caller
   */
  public Optional<Answer<String>> choose(UUID loan, boolean accepted) {
    Caller who = caller.get();
    return find(loan)
        .map(
            offer -> {
              Choice choice =
                  new Choice(accepted, offer.own() ? Chooser.PUPIL : Chooser.GUARDIAN, who.name());
              List<Refusal> reasons = choosing.choose(who, whole(who), offer.line(), choice);
              return reasons.isEmpty()
                  ? new Answer.Done<>(offer.line().spoken())
                  : new Answer.Refused<>(reasons);
            });
  }

  /**
   * A certificate as a file.
   *
   * @param name name for people
   * @param pdf its content
   */
  public record Certificate(String name, byte[] pdf) {}

  /**
   * The certificate, once the school issued it; each time leaves a line in the journal.
   *
   * @throws IOException if it could not be written
   */
  public Optional<Certificate> certificate(UUID loan) throws IOException {
    Caller who = caller.get();
    Optional<PupilLine> line =
        find(loan).map(Offer::line).filter(found -> found.number().isPresent());
    if (line.isEmpty()) {
      return Optional.empty();
    }
    Certificate certificate =
        new Certificate(CertificatePaper.fileName(line.get()), paper.read(who, line.get()));
    journal.write(
        new JournalEvent(
            who.authorityId(),
            line.get().schoolKey(),
            who.accountId(),
            who.name(),
            LendingAction.DOWNLOADED.name(),
            "DEVICE",
            line.get().deviceKey(),
            line.get().pupilKey(),
            Json.createObjectBuilder().add("name", certificate.name()).build().toString()));
    return Optional.of(certificate);
  }

  private static boolean concerns(EndOfSchooling end, PupilLine line) {
    return line.accepted().isPresent()
        || (end.givesTo(line.mef()) && line.state() == LoanState.OPEN);
  }

  private static Chooser chooser(Party party) {
    return party == Party.PUPIL ? Chooser.PUPIL : Chooser.GUARDIAN;
  }

  private static Scope whole(Caller who) {
    return new Scope(who.authorityId(), true, Set.of());
  }
}
