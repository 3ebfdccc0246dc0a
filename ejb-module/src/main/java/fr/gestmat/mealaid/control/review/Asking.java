package fr.gestmat.mealaid.control.review;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.review.LegalClock.Kind;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Questions around an application that is held: to the family, and among officers. A refused one
 * has written nothing (M-C05). Needs a transaction.
 */
@ApplicationScoped
public class Asking {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  @PersistenceContext private EntityManager entities;
  @Inject private Moves moves;
  @Inject private Messages messages;
  @Inject private Corrections corrections;
  @Inject private Notes notes;
  @Inject private Annotations annotations;
  @Inject private Duplicates duplicates;
  @Inject private AidNotices notices;
  @Inject private DocumentRows documents;
  @Inject private ReviewDay days;

  /** Asks the family to put something right. */
  public Answer<Told> ask(
      AidApplication held,
      Hand hand,
      Kind kind,
      String message,
      UUID form,
      Optional<LocalDate> due) {
    LocalDate today = days.today(held.authorityId());
    AidCampaign campaign = entities.find(AidCampaign.class, held.campaignId());
    LocalDate until = due.orElse(today.plusDays(campaign.correctionDays()));
    boolean waits = held.state() == ApplicationState.SUBMITTED;
    if (!waits && held.state().after(ApplicationEvent.ASK_CORRECTION, hand.actor()).isEmpty()) {
      return corrections.isPending(held.id())
          ? Answer.refused(Refusal.of("state", "correctionPending"))
          : Moves.standing(held);
    }
    List<Refusal> reasons = new ArrayList<>();
    Messages.refusal(held.state(), message).ifPresent(reasons::add);
    if (!until.isAfter(today)) {
      reasons.add(Refusal.of("due", "duePast"));
    }
    if (corrections.isPending(held.id())) {
      reasons.add(Refusal.of("state", "correctionPending"));
    }
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    Optional<Long> written = messages.write(held.id(), hand, message.strip(), form);
    if (written.isEmpty()) {
      return new Answer.Done<>(Told.NOT_NEEDED);
    }
    if (kind == Kind.INCOMPLETE) {
      held.incomplete();
    }
    put(held, hand, kind, written.get(), until);
    return new Answer.Done<>(notices.tryToTell(held, NoticeKind.AID_TO_COMPLETE, due(until)));
  }

  /**
   * Asks the family for a document in place of what an official source would have told. It was not
   * asked for it before: it keeps the term that its day of sending gave.
   *
   * @param held nothing is pending for it
   */
  public Answer<AidApplication> askForProof(AidApplication held, Hand hand, String message) {
    AidCampaign campaign = entities.find(AidCampaign.class, held.campaignId());
    LocalDate until = days.today(held.authorityId()).plusDays(campaign.correctionDays());
    long written = messages.write(held.id(), hand, message, UUID.randomUUID()).orElseThrow();
    put(held, hand, Kind.INCOMPLETE, written, until);
    notices.tell(held, NoticeKind.AID_TO_COMPLETE, due(until));
    return new Answer.Done<>(held);
  }

  private void put(AidApplication held, Hand hand, Kind kind, long message, LocalDate until) {
    corrections.ask(held.id(), hand, kind, message, until);
    Map<String, String> more = Map.of("kind", kind.name(), "due", until.toString());
    if (held.state() == ApplicationState.SUBMITTED) {
      moves.tell(held, "CORRECTION_ASKED", hand, more);
    } else {
      moves.move(held, ApplicationEvent.ASK_CORRECTION, hand, more);
    }
  }

  private static Map<String, String> due(LocalDate until) {
    return Map.of("due", DAY.format(until));
  }

  /**
   * Goes on without the family's answer. One that was in nobody's hands stays where it is; that
   * nothing came is told.
   */
  public Answer<AidApplication> resume(AidApplication held, Hand hand) {
    corrections.resolve(held.id(), Corrections.Resolution.RESUMED);
    if (held.state() == ApplicationState.TO_COMPLETE) {
      moves.move(held, ApplicationEvent.RESUME, hand, Map.of());
    } else {
      moves.tell(held, "CORRECTION_UNANSWERED", hand, Map.of());
    }
    return new Answer.Done<>(held);
  }

  /**
   * The family has put right what it was asked for, in a message or by submitting again (M-C06):
   * the request ends, officers see the documents that came with it, and the review goes on.
   *
   * @return whether one was pending
   */
  public boolean corrected(AidApplication held, Hand hand) {
    boolean pending = corrections.resolve(held.id(), Corrections.Resolution.ANSWERED);
    documents.handIn(held);
    if (held.state() == ApplicationState.TO_COMPLETE) {
      moves.move(held, ApplicationEvent.CORRECT, hand, Map.of());
    } else if (pending) {
      moves.tell(held, "CORRECTION_ANSWERED", hand, Map.of());
    }
    return pending;
  }

  /** A pending request ends with the application that it is about. */
  public void forget(AidApplication held) {
    corrections.resolve(held.id(), Corrections.Resolution.WITHDRAWN);
  }

  /** Writes a message; the family is mailed of an officer's. */
  public Answer<Told> write(AidApplication held, Hand hand, String message, UUID form) {
    Optional<Refusal> reason = Messages.refusal(held.state(), message);
    if (reason.isPresent()) {
      return Answer.refused(reason.get());
    }
    Optional<Long> written = messages.write(held.id(), hand, message.strip(), form);
    return new Answer.Done<>(
        written.isPresent() && hand.actor() == Actor.OFFICER
            ? notices.tryToTell(
                held, NoticeKind.AID_MESSAGE, "aid-message:" + written.get(), Map.of())
            : Told.NOT_NEEDED);
  }

  /** Writes a note. */
  public Answer<AidApplication> note(AidApplication held, Hand hand, String body) {
    Optional<Refusal> reason = text("note", body);
    if (reason.isPresent()) {
      return Answer.refused(reason.get());
    }
    notes.write(held.id(), hand, body.strip());
    return new Answer.Done<>(held);
  }

  /** Fills annotations in. */
  public Answer<AidApplication> annotate(
      AidApplication held, Hand hand, Map<String, String> values) {
    List<Refusal> reasons =
        annotations.of(held.campaignId(), held.id()).stream()
            .filter(known -> !values.getOrDefault(known.code(), "").isBlank())
            .flatMap(known -> known.with(values.getOrDefault(known.code(), "")).refusals().stream())
            .toList();
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    if (annotations.keep(held.campaignId(), held.id(), values)) {
      moves.tell(held, "ANNOTATED", hand, Map.of());
    }
    return new Answer.Done<>(held);
  }

  /** Asks for a second look. */
  public Answer<AidApplication> askSecondLook(AidApplication held, Hand hand, String question) {
    Optional<Refusal> reason = text("question", question);
    if (reason.isPresent()) {
      return Answer.refused(reason.get());
    }
    if (held.state() != ApplicationState.IN_REVIEW && held.state() != ApplicationState.SUBMITTED) {
      return Moves.standing(held);
    }
    if (openLook(held).isPresent()) {
      return Answer.refused(Refusal.of("question", "secondLookOpen"));
    }
    notes.ask(held.id(), hand, question.strip());
    moves.tell(held, "SECOND_LOOK", hand, Map.of("question", question.strip()));
    return new Answer.Done<>(held);
  }

  /** Answers a second look; not one's own. */
  public Answer<AidApplication> answerSecondLook(
      AidApplication held, Hand hand, boolean agreed, String answer) {
    Optional<Notes.SecondLook> open = openLook(held);
    if (open.isEmpty()) {
      return Answer.refused(Refusal.of("answer", "noSecondLook"));
    }
    if (hand.accountId().filter(id -> id == open.get().askedAccount()).isPresent()) {
      return Answer.refused(Refusal.of("answer", "ownSecondLook"));
    }
    if (!agreed && answer.isBlank()) {
      return Answer.refused(Refusal.of("answer", "missing"));
    }
    if (answer.length() > Notes.LONGEST) {
      return Answer.refused(Refusal.of("answer", "tooLong", Notes.LONGEST));
    }
    notes.answer(held.id(), hand, agreed, answer.strip());
    moves.tell(held, agreed ? "SECOND_LOOK_AGREED" : "SECOND_LOOK_OBJECTED", hand, Map.of());
    return new Answer.Done<>(held);
  }

  /** Says whether another application is the same child's. */
  public Answer<AidApplication> ruleDuplicate(
      AidApplication held, AidApplication other, boolean sameChild, Hand hand) {
    duplicates.keep(held, other, sameChild, hand);
    moves.tell(
        held,
        sameChild ? "SAME_CHILD" : "OTHER_CHILD",
        hand,
        Map.of("other", String.valueOf(other.number())));
    return new Answer.Done<>(held);
  }

  private Optional<Notes.SecondLook> openLook(AidApplication held) {
    return notes.secondLooks(held.id()).stream().filter(Notes.SecondLook::isOpen).findFirst();
  }

  private static Optional<Refusal> text(String field, String text) {
    if (text.isBlank()) {
      return Optional.of(Refusal.of(field, "missing"));
    }
    return text.length() > Notes.LONGEST
        ? Optional.of(Refusal.of(field, "tooLong", Notes.LONGEST))
        : Optional.empty();
  }
}
