package fr.gestmat.mealaid.boundary.review;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.appeal.AppealLife;
import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.review.AidNotices;
import fr.gestmat.mealaid.control.review.ApplicationFile;
import fr.gestmat.mealaid.control.review.Asking;
import fr.gestmat.mealaid.control.review.FileReader;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.LegalClock.Kind;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.control.review.Officers;
import fr.gestmat.mealaid.control.review.Presences;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What officers do with an application, decisions apart. Each use case says which version was
 * looked at; who comes second is told who was first and may act at once on the fresh version
 * (M-A08). An id of another authority, and a draft, is no application.
 */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class Reviews {

  @Inject private CurrentCaller caller;
  @Inject private FileReader files;
  @Inject private Moves moves;
  @Inject private Asking asking;
  @Inject private AppealLife appeals;
  @Inject private AidNotices notices;
  @Inject private Presences presences;
  @Inject private Officers officers;
  @Inject private Journal journal;

  /** The file of an application. Reading is journaled and changes nothing (M-A20). */
  public Optional<ApplicationFile> file(UUID id) {
    Caller who = caller.get();
    Optional<AidApplication> found = files.find(who.authorityId(), id);
    found.ifPresent(
        one ->
            journal.write(
                new JournalEvent(
                    who.authorityId(),
                    one.schoolId(),
                    who.accountId(),
                    who.name(),
                    "AID_READ",
                    "AID_APPLICATION",
                    one.id(),
                    one.pupilId(),
                    null)));
    return found.map(one -> files.read(one, who.accountId()));
  }

  /** Says that the caller looks at it, for others. */
  public boolean look(UUID id) {
    Caller who = caller.get();
    Optional<AidApplication> found = files.find(who.authorityId(), id);
    found.ifPresent(one -> presences.look(one.id(), who.accountId(), who.name()));
    return found.isPresent();
  }

  /** Says that the caller looks no more. */
  public void leave(UUID id) {
    Caller who = caller.get();
    files.find(who.authorityId(), id).ifPresent(one -> presences.leave(one.id(), who.accountId()));
  }

  /**
   * Begins the review; whoever begins it has it, unless somebody has it already (M-A01).
   *
   * @return whether the family is told
   */
  public Optional<Answer<Told>> take(UUID id, int version) {
    return on(
        id,
        version,
        ApplicationEvent.TAKE,
        held -> {
          if (held.assignedAccountId() == null) {
            held.assign(caller.get().accountId(), caller.get().name());
          }
          moves.move(held, ApplicationEvent.TAKE, hand(), Map.of());
          return new Answer.Done<>(notices.tryToTell(held, NoticeKind.AID_IN_REVIEW, Map.of()));
        });
  }

  /**
   * Asks the family to put something right. One under review goes back into its hands; one that
   * still waits stays where it is (M-C01, M-C02).
   *
   * @param form made by the form: sent twice, it asks once
   * @param due the last day for an answer; absent for as long as the campaign gives
   * @return whether the family is told
   */
  public Optional<Answer<Told>> askCorrection(
      UUID id, int version, Kind kind, String message, UUID form, Optional<LocalDate> due) {
    return moves
        .hold(hand(), id, version)
        .map(answer -> answer.then(held -> asking.ask(held, hand(), kind, message, form, due)));
  }

  /** Goes on without the family's answer. */
  public Optional<Answer<AidApplication>> resume(UUID id, int version) {
    return on(id, version, ApplicationEvent.RESUME, held -> asking.resume(held, hand()));
  }

  /**
   * Writes to the family.
   *
   * @param form made by the form: sent twice, it writes once (M-C16)
   * @return whether the family is told
   */
  public Optional<Answer<Told>> write(UUID id, String message, UUID form) {
    return moves
        .lock(caller.get().authorityId(), id)
        .map(held -> asking.write(held, hand(), message, form));
  }

  /** Writes a note that no family reads. */
  public Optional<Answer<AidApplication>> note(UUID id, String body) {
    return moves.lock(caller.get().authorityId(), id).map(held -> asking.note(held, hand(), body));
  }

  /** Fills annotations in, by code. */
  public Optional<Answer<AidApplication>> annotate(
      UUID id, int version, Map<String, String> values) {
    return moves
        .hold(hand(), id, version)
        .map(answer -> answer.then(held -> asking.annotate(held, hand(), values)));
  }

  /** Asks a colleague for a second look: no decision before it is answered. */
  public Optional<Answer<AidApplication>> askSecondLook(UUID id, int version, String question) {
    return moves
        .hold(hand(), id, version)
        .map(answer -> answer.then(held -> asking.askSecondLook(held, hand(), question)));
  }

  /** Answers a second look that somebody else asked for. */
  public Optional<Answer<AidApplication>> answerSecondLook(
      UUID id, int version, boolean agreed, String text) {
    return moves
        .hold(hand(), id, version)
        .map(answer -> answer.then(held -> asking.answerSecondLook(held, hand(), agreed, text)));
  }

  /** Says whether another application is the same child's (M-H12). */
  public Optional<Answer<AidApplication>> ruleDuplicate(UUID id, UUID other, boolean sameChild) {
    Optional<AidApplication> second = files.find(caller.get().authorityId(), other);
    return moves
        .lock(caller.get().authorityId(), id)
        .filter(held -> second.filter(o -> o.campaignId() == held.campaignId()).isPresent())
        .map(held -> asking.ruleDuplicate(held, second.orElseThrow(), sameChild, hand()));
  }

  /**
   * Gives an application to an officer.
   *
   * @param officer public id of the account; absent for nobody
   */
  public Optional<Answer<AidApplication>> assign(UUID id, int version, Optional<UUID> officer) {
    long authority = caller.get().authorityId();
    Optional<Officers.Officer> to = officer.flatMap(account -> officers.find(authority, account));
    if (officer.isPresent() && to.isEmpty()) {
      return moves
          .lock(authority, id)
          .map(held -> Answer.refused(Refusal.of("officer", "noOfficer")));
    }
    return moves
        .hold(hand(), id, version)
        .map(
            answer ->
                answer.then(
                    held -> {
                      Long account = to.map(Officers.Officer::account).orElse(null);
                      if (Objects.equals(account, held.assignedAccountId())) {
                        return new Answer.Done<>(held);
                      }
                      held.assign(account, to.map(Officers.Officer::name).orElse(null));
                      moves.tell(
                          held,
                          "ASSIGN",
                          hand(),
                          Map.of("to", to.map(Officers.Officer::name).orElse("")));
                      return new Answer.Done<>(held);
                    }));
  }

  /** Gives one of several to an officer, whatever changed since the list was read. */
  public Optional<Answer<AidApplication>> assignAsItStands(UUID id, Optional<UUID> officer) {
    return moves
        .lock(caller.get().authorityId(), id)
        .flatMap(held -> assign(id, held.version(), officer));
  }

  /**
   * Opens a decided application again, for a mistake or a change of situation (M-A10).
   *
   * @return whether the family is told
   */
  public Optional<Answer<Told>> reopen(
      UUID id, int version, Reopening kind, Optional<LocalDate> effectOn, String reason) {
    return moves
        .hold(hand(), id, version)
        .map(answer -> answer.then(held -> appeals.reopen(held, hand(), kind, effectOn, reason)));
  }

  /** Puts it out of the daily lists. */
  public Optional<Answer<AidApplication>> archive(UUID id, int version) {
    return moving(id, version, ApplicationEvent.ARCHIVE);
  }

  /** Brings it back to where it stood, with the decision that it had (M-A17). */
  public Optional<Answer<AidApplication>> restore(UUID id, int version) {
    return moving(id, version, ApplicationEvent.RESTORE);
  }

  /** Takes it back for a family that asked for it on paper or telephone. */
  public Optional<Answer<AidApplication>> withdraw(UUID id, int version, String reason) {
    return on(
        id,
        version,
        ApplicationEvent.WITHDRAW,
        held -> {
          if (reason.isBlank()) {
            return Answer.refused(Refusal.of("reason", "missing"));
          }
          asking.forget(held);
          moves.move(held, ApplicationEvent.WITHDRAW, hand(), Map.of("reason", reason.strip()));
          return new Answer.Done<>(held);
        });
  }

  private Optional<Answer<AidApplication>> moving(UUID id, int version, ApplicationEvent event) {
    return on(
        id,
        version,
        event,
        held -> {
          moves.move(held, event, hand(), Map.of());
          return new Answer.Done<>(held);
        });
  }

  private <T> Optional<Answer<T>> on(
      UUID id, int version, ApplicationEvent event, Function<AidApplication, Answer<T>> step) {
    return moves.hold(hand(), id, version, event).map(answer -> answer.then(step));
  }

  private Hand hand() {
    return Hand.officer(caller.get());
  }
}
