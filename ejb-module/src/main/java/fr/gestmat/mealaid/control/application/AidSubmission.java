package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.FamilyReach.Party;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.FilingRule;
import fr.gestmat.mealaid.control.campaign.FilingRule.Filing;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.document.IdentityPapers;
import fr.gestmat.mealaid.control.eligibility.CampaignRule;
import fr.gestmat.mealaid.control.eligibility.CampaignRules;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.FormFigures;
import fr.gestmat.mealaid.control.form.Step;
import fr.gestmat.mealaid.control.form.Steps;
import fr.gestmat.mealaid.control.review.Asking;
import fr.gestmat.mealaid.control.review.Corrections;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.visa.VisaBook;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a draft an application: checked, numbered, told, all in the caller's transaction. The
 * mail and the questions to official sources are only handed in; nothing outside of the database is
 * waited for.
 */
@ApplicationScoped
public class AidSubmission {

  @PersistenceContext private EntityManager entities;
  @Inject private CampaignRules campaignRules;
  @Inject private Contributors contributors;
  @Inject private DocumentRows documents;
  @Inject private IdentityPapers papers;
  @Inject private Wholeness wholeness;
  @Inject private SourceAsking sources;
  @Inject private Asking asking;
  @Inject private Corrections corrections;
  @Inject private VisaBook visas;
  @Inject private AidJournal journal;
  @Inject private AidMails mails;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /**
   * Sends everything in a sheaf, or nothing.
   *
   * @param sentAt when the request reached the server
   * @return why not; empty if it is done
   */
  public List<Refusal> send(Caller who, Party party, Sheaf sheaf, Instant sentAt) {
    ZoneId zone = time.zone(who.authorityId());
    List<Instant> arrivals =
        sheaf.applications().stream().map(one -> counted(one, sentAt, zone)).toList();
    List<CampaignRule> rules = campaignRules.active(sheaf.campaign().id());
    contributors.place(sheaf);
    List<Refusal> reasons = new ArrayList<>(unfinished(sheaf));
    List<Answers> relevant = sheaf.answers().stream().map(sheaf.form()::relevant).toList();
    relevant.forEach(answers -> reasons.addAll(EligibilityHint.of(rules, answers)));
    if (wholeness.comesFirst(sheaf, party)) {
      reasons.addAll(incomplete(sheaf, relevant));
    }
    AidApplication first = sheaf.applications().get(0);
    List<Filing> filings =
        arrivals.stream()
            .map(
                arrived ->
                    FilingRule.decide(
                        sheaf.campaign().days(),
                        sheaf.campaign().draftGraceDays(),
                        zone,
                        arrived,
                        latest(sheaf)))
            .toList();
    // Whoever was asked for something answers until the day that was given, closed or not (M-C10).
    boolean correction =
        first.state() != ApplicationState.DRAFT
            && (first.state() == ApplicationState.TO_COMPLETE || corrections.isPending(first.id()));
    if (!correction && filings.stream().anyMatch(Filing.TooEarly.class::isInstance)) {
      reasons.add(
          Refusal.of("campaign", "notAHEAD", FrenchDays.day(sheaf.campaign().days().opensOn())));
    } else if (!correction && filings.stream().anyMatch(Filing.TooLate.class::isInstance)) {
      reasons.add(
          Refusal.of("campaign", "notCLOSED", FrenchDays.day(sheaf.campaign().days().closesOn())));
    }
    if (!reasons.isEmpty()) {
      return reasons;
    }
    for (int i = 0; i < relevant.size(); i++) {
      AidApplication one = sheaf.applications().get(i);
      contributors.follow(one, sheaf.form(), true);
      if (one.state() == ApplicationState.DRAFT) {
        int term = filings.get(i) instanceof Filing.Taken taken ? taken.firstTerm() : 0;
        sendFirst(who, party, sheaf, one, relevant.get(i), term, arrivals.get(i));
      } else {
        sendChanges(who, party, sheaf, one, relevant.get(i));
      }
    }
    return List.of();
  }

  /** What came on paper counts as of the day it was received, whenever somebody types it. */
  static Instant counted(AidApplication one, Instant sentAt, ZoneId zone) {
    LocalDate received = one.receivedOn();
    return received == null ? sentAt : AuthorityTime.counted(received, sentAt, zone);
  }

  /** The youngest of the drafts: brothers and sisters are late together. */
  private static Instant latest(Sheaf sheaf) {
    return sheaf.applications().stream()
        .map(AidApplication::createdAt)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private static List<Refusal> unfinished(Sheaf sheaf) {
    List<Refusal> reasons = new ArrayList<>();
    for (Step step : sheaf.steps().all()) {
      if (!Steps.problems(sheaf.form(), step, sheaf.answers()).isEmpty()) {
        reasons.add(Refusal.of(step.key(), "unfinished"));
      }
    }
    return reasons;
  }

  /** M-G13: children of whom a mandatory document is missing. */
  private List<Refusal> incomplete(Sheaf sheaf, List<Answers> relevant) {
    List<Refusal> reasons = new ArrayList<>();
    for (int i = 0; i < relevant.size(); i++) {
      AidApplication one = sheaf.applications().get(i);
      if (!wholeness.isWhole(one, relevant.get(i))) {
        reasons.add(Refusal.of("documents", "documentsMissing", one.child().givenName()));
      }
    }
    return reasons;
  }

  private void sendFirst(
      Caller who,
      Party party,
      Sheaf sheaf,
      AidApplication one,
      Answers answers,
      int term,
      Instant arrived) {
    Instant now = clock.instant();
    ZoneId zone = time.zone(one.authorityId());
    // Every statement writes what was changed before it: the row is changed last, and written once.
    sources.ask(who, one, answers);
    documents.handIn(one);
    boolean whole = wholeness.isWhole(one, answers);
    long number = nextNumber();
    answers.to("email").ifPresent(one::reachAt);
    one.draft().rebase(AnswersJson.write(answers), sheaf.form().version());
    one.take(number, FormFigures.of(answers), term, arrived);
    one.settle();
    if (whole) {
      one.complete(arrived, term);
    }
    ApplicationState before =
        one.move(ApplicationEvent.SUBMIT, AidJournal.actor(party), who.name(), now).orElseThrow();
    journal.tell(
        who,
        party,
        one,
        ApplicationEvent.SUBMIT.name(),
        before,
        Map.of("number", String.valueOf(number), "firstTerm", Integer.toString(term)),
        now);
    mails.tryToTell(
        one,
        NoticeKind.AID_SENT,
        "aid-sent-" + sheaf.applications().get(0).id(),
        Map.of(
            "number",
            String.valueOf(number),
            "child",
            one.child().givenName(),
            "day",
            one.receivedOn() == null
                ? FrenchDays.moment(arrived, zone)
                : FrenchDays.day(one.receivedOn()),
            "next",
            whole
                ? "Vous n'avez rien d'autre à faire pour le moment."
                : "Il manque encore des pièces : ajoutez-les dans votre espace."));
  }

  private void sendChanges(
      Caller who, Party party, Sheaf sheaf, AidApplication one, Answers answers) {
    Instant now = clock.instant();
    ApplicationState before = one.state();
    Long number = one.number();
    one.draft().rebase(AnswersJson.write(answers), sheaf.form().version());
    one.take(number == null ? 0 : number, FormFigures.of(answers), 0, now);
    visas.prevail(one);
    one.settle();
    answers.to("email").ifPresent(one::reachAt);
    sources.ask(who, one, answers);
    documents.handIn(one);
    wholeness.settle(one, answers, now);
    boolean answered = asking.corrected(one, hand(who, party));
    if (!answered && before != ApplicationState.TO_COMPLETE) {
      one.touch(who.name(), now);
      journal.tell(
          who, party, one, "CHANGED", before, Map.of("number", String.valueOf(number)), now);
    }
    mails.tryToTell(
        one,
        NoticeKind.AID_CHANGES_SENT,
        "aid-changed-" + one.id(),
        Map.of(
            "number",
            String.valueOf(number),
            "child",
            one.child().givenName(),
            "day",
            FrenchDays.moment(now, time.zone(one.authorityId()))));
  }

  /**
   * Takes an application back.
   *
   * @return false if it was decided already
   */
  public boolean withdraw(Caller who, Party party, AidApplication one) {
    Instant now = clock.instant();
    Optional<ApplicationState> before =
        one.move(ApplicationEvent.WITHDRAW, AidJournal.actor(party), who.name(), now);
    before.ifPresent(
        from -> {
          journal.tell(who, party, one, ApplicationEvent.WITHDRAW.name(), from, Map.of(), now);
          asking.forget(one);
          if (from == ApplicationState.DRAFT) {
            // Nobody but the family ever saw them.
            documents.removeAll(one.id());
          } else {
            papers.removeFrom(one, who.name());
            mails.tryToTell(
                one,
                NoticeKind.AID_WITHDRAWN,
                "aid-withdrawn-" + one.id(),
                Map.of(
                    "child",
                    one.child().givenName(),
                    "day",
                    FrenchDays.moment(now, time.zone(one.authorityId()))));
          }
        });
    return before.isPresent();
  }

  private static Hand hand(Caller who, Party party) {
    return party == Party.AGENT ? Hand.officer(who) : Hand.family(who);
  }

  private long nextNumber() {
    return ((Number)
            entities
                .createNativeQuery("select next value for aid_application_number")
                .getSingleResult())
        .longValue();
  }
}
