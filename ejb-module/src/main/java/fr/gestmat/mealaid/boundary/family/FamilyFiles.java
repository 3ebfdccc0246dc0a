package fr.gestmat.mealaid.boundary.family;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.appeal.AppealLife;
import fr.gestmat.mealaid.control.appeal.AppealRows;
import fr.gestmat.mealaid.control.application.Wholeness;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.letter.LetterQueue;
import fr.gestmat.mealaid.control.letter.LetterQueue.Letter;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.Asking;
import fr.gestmat.mealaid.control.review.Corrections;
import fr.gestmat.mealaid.control.review.FileReader;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Messages;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.control.review.Readings;
import fr.gestmat.mealaid.control.review.ReviewDay;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.notice.boundary.Told;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A family's own application: its decision and letter, messages, and appeal. Only who applied, and
 * a parent of the same household who shares, finds it; a separated parent does not.
 */
@Stateless
@RolesAllowed({"GUARDIAN", Role.SIGNED_ON})
public class FamilyFiles {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private FileReader files;
  @Inject private Readings readings;
  @Inject private Moves moves;
  @Inject private Asking asking;
  @Inject private Wholeness wholeness;
  @Inject private Messages messages;
  @Inject private Corrections corrections;
  @Inject private AppealLife appealLife;
  @Inject private AppealRows appeals;
  @Inject private LetterQueue letters;
  @Inject private SealedFiles sealed;
  @Inject private AidRows rows;
  @Inject private ReviewDay days;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * What a family sees.
   *
   * @param application its application
   * @param campaign name of the campaign
   * @param decision the decision that stands; absent while there is none, and while a reading that
   *     the campaign asks for is missing
   * @param toRead whether a decision waits to be read, and its reading to be confirmed (M-I02)
   * @param letter its letter, once it is made
   * @param appealUntil the last day for an appeal, once the letter is made
   * @param appeals the appeals that it filed
   * @param messages what was written
   * @param correction what it has to put right now
   */
  public record View(
      AidApplication application,
      String campaign,
      Optional<AidDecision> decision,
      boolean toRead,
      Optional<Letter> letter,
      Optional<LocalDate> appealUntil,
      List<AppealRows.Appeal> appeals,
      List<Messages.Message> messages,
      Optional<Corrections.Correction> correction) {

    /** Whether an appeal can be filed now. */
    public boolean mayAppeal() {
      return decision.isPresent()
          && !toRead
          && appeals.stream().noneMatch(one -> one.answeredAt().isEmpty());
    }
  }

  /** The family's view; empty if the application is not the caller's. */
  public Optional<View> find(UUID id) {
    return own(id).map(this::view);
  }

  private View view(AidApplication one) {
    AidCampaign campaign = entities.find(AidCampaign.class, one.campaignId());
    Optional<AidDecision> standing =
        files.decisions(one.id()).stream().filter(d -> d.supersededAt() == null).findFirst();
    boolean toRead = !readings.missing(List.of(one.id())).isEmpty();
    Optional<Letter> letter =
        standing.flatMap(
            decision ->
                letters.of(one.id()).stream()
                    .filter(each -> each.decision() == decision.id() && each.file().isPresent())
                    .findFirst());
    return new View(
        one,
        campaign.name(),
        toRead ? Optional.empty() : standing,
        toRead,
        toRead ? Optional.empty() : letter,
        toRead
            ? Optional.empty()
            : standing.flatMap(
                decision ->
                    appeals
                        .situation(
                            decision.id(), campaign.appealDays(), days.zone(one.authorityId()))
                        .deadline()),
        appeals.of(one.id()),
        messages.of(one.id()),
        corrections.of(one.id()).stream().filter(each -> each.resolution().isEmpty()).findFirst());
  }

  /** Says that the decision is read; the first reading is dated (M-I02). */
  public boolean read(UUID id) {
    Hand reader = Hand.family(caller.get());
    Optional<AidDecision> standing = own(id).flatMap(one -> appealLife.standing(one.id()));
    standing.ifPresent(decision -> readings.keep(decision, reader));
    return standing.isPresent();
  }

  /** The letter of the decision that stands. */
  public Optional<byte[]> letter(UUID id) throws IOException {
    Caller who = caller.get();
    Optional<View> view = find(id);
    Optional<UUID> file = view.flatMap(View::letter).flatMap(Letter::file);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    AidApplication about = view.orElseThrow().application();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            about.schoolId(),
            who.accountId(),
            who.name(),
            "AID_LETTER_READ",
            "AID_APPLICATION",
            about.id(),
            about.pupilId(),
            null));
    return sealed.open(file.get(), who.authorityId());
  }

  /**
   * Writes to the officers; an answer to what had to be put right ends that, if the family says
   * that it is.
   *
   * @param form made by the form: sent twice, it writes once
   * @param corrected whether the family has put right what it was asked for
   */
  public Optional<Answer<Told>> write(UUID id, String message, UUID form, boolean corrected) {
    Hand hand = Hand.family(caller.get());
    return held(id)
        .map(
            held -> {
              Answer<Told> written = asking.write(held, hand, message, form);
              if (written instanceof Answer.Done<Told> && corrected) {
                asking.corrected(held, hand);
                wholeness.settle(held, AnswersJson.read(held.submitted()), clock.instant());
              }
              return written;
            });
  }

  /** Contests the decision that stands; who applied is told that it arrived. */
  public Optional<Answer<Told>> appeal(UUID id, String body) {
    Hand hand = Hand.family(caller.get());
    return held(id)
        .filter(held -> !view(held).toRead())
        .map(held -> appealLife.file(held, hand, body, days.today(hand.authorityId())));
  }

  private Optional<AidApplication> held(UUID id) {
    return own(id).flatMap(one -> moves.lock(one.authorityId(), id));
  }

  private Optional<AidApplication> own(UUID id) {
    Caller who = caller.get();
    return files.find(who.authorityId(), id).filter(one -> isOf(one, who));
  }

  private boolean isOf(AidApplication one, Caller who) {
    Long guardian = who.guardianId();
    return Objects.equals(one.applicant().accountId(), who.accountId())
        || (guardian != null && Objects.equals(one.applicant().guardianId(), guardian))
        || rows.number(
                Sql.of("select count(*) n from aid_contributor where application_id = ?", one.id())
                    .add("and kind in ('APPLICANT', 'TOGETHER')")
                    .add("and (account_id = ? or guardian_id = ?)", who.accountId(), guardian))
            > 0;
  }
}
