package fr.gestmat.mealaid.control.review;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.appeal.AppealRows.Appeal;
import fr.gestmat.mealaid.control.decision.Assessed;
import fr.gestmat.mealaid.control.decision.Gap;
import fr.gestmat.mealaid.control.letter.LetterQueue.Letter;
import fr.gestmat.mealaid.control.source.EstablishedFigure;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.mealaid.control.visa.VisaBook;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.AidEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an officer sees of an application.
 *
 * @param application what was submitted
 * @param school name of the child's school; empty if unknown
 * @param campaign name of the campaign
 * @param ownParts what separated parents answered, beside the applicant
 * @param directory what the directory knows of the child, if anybody confirmed who it is
 * @param visa what the school said
 * @param assessed what rules and scale say
 * @param gaps what has to arrive before it can be decided
 * @param blocks what no decision may go before
 * @param askedFigures figures that the scale asks for, which the authority can establish itself
 * @param established figures that it did establish
 * @param decisions all of them, the latest first
 * @param letters their letters, the latest first
 * @param reading when the family read the decision that stands, where the campaign asks for it
 * @param events what happened, the latest first
 * @param correspondence what was written
 * @param annotations what officers fill in
 * @param duplicates other applications that look like this child's
 * @param appeals all of them, in order
 * @param changedOn the day of effect of the latest change of situation, if there was one
 * @param mails what the applicant was told by mail
 * @param present who else looks at it just now
 * @param silenceOn the day on which silence becomes a decision; absent once one was taken
 * @param inBatch whether a batch is about to move it
 */
public record ApplicationFile(
    AidApplication application,
    String school,
    String campaign,
    List<OwnPart> ownParts,
    Optional<Known> directory,
    Optional<VisaBook.Visa> visa,
    Assessed assessed,
    List<Gap> gaps,
    List<Refusal> blocks,
    List<HouseholdFigure> askedFigures,
    List<EstablishedFigure> established,
    List<AidDecision> decisions,
    List<Letter> letters,
    Optional<Reading> reading,
    List<AidEvent> events,
    Correspondence correspondence,
    List<Annotations.Annotation> annotations,
    List<Duplicates.Other> duplicates,
    List<Appeal> appeals,
    Optional<LocalDate> changedOn,
    List<AidNotices.Sent> mails,
    Optional<Presences.Presence> present,
    Optional<LocalDate> silenceOn,
    boolean inBatch) {

  /**
   * What the directory knows of a child.
   *
   * @param name the names, family name first
   * @param school its school
   * @param className its class; empty if none
   * @param eating how it eats there
   * @param active whether it has not left
   */
  public record Known(
      String name, String school, String className, VisaBook.Eating eating, boolean active) {}

  /**
   * What a separated parent answered.
   *
   * @param name theirs
   * @param answers as JSON; empty if they gave none yet
   * @param at when
   */
  public record OwnPart(String name, Optional<String> answers, Optional<Instant> at) {}

  /** A reading of a decision. */
  public record Reading(String by, Instant at) {}

  /**
   * What was written about an application.
   *
   * @param messages between family and officers
   * @param corrections what the family had to put right
   * @param notes among officers
   * @param secondLooks among officers
   */
  public record Correspondence(
      List<Messages.Message> messages,
      List<Corrections.Correction> corrections,
      List<Notes.Note> notes,
      List<Notes.SecondLook> secondLooks) {

    /** The request that is pending. */
    public Optional<Corrections.Correction> pending() {
      return corrections.stream().filter(one -> one.resolution().isEmpty()).findFirst();
    }

    /** The second look that waits. */
    public Optional<Notes.SecondLook> openLook() {
      return secondLooks.stream().filter(Notes.SecondLook::isOpen).findFirst();
    }
  }

  /** The decision that stands. */
  public Optional<AidDecision> standing() {
    return decisions.stream().filter(one -> one.supersededAt() == null).findFirst();
  }

  /** The letter of a decision. */
  public Optional<Letter> letter(long decision) {
    return letters.stream().filter(one -> one.decision() == decision).findFirst();
  }

  /** The appeal that waits. */
  public Optional<Appeal> openAppeal() {
    return appeals.stream().filter(one -> one.answeredAt().isEmpty()).findFirst();
  }
}
