package fr.gestmat.mealaid.boundary.application;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.control.application.AidJournal;
import fr.gestmat.mealaid.control.application.AskedDocuments;
import fr.gestmat.mealaid.control.application.CampaignForms;
import fr.gestmat.mealaid.control.application.Contributors;
import fr.gestmat.mealaid.control.application.FamilyReach;
import fr.gestmat.mealaid.control.application.FamilyReach.Party;
import fr.gestmat.mealaid.control.application.FamilyReach.Reached;
import fr.gestmat.mealaid.control.application.PutAwayDrafts;
import fr.gestmat.mealaid.control.application.PutAwayDrafts.PutAway;
import fr.gestmat.mealaid.control.application.Sheaf;
import fr.gestmat.mealaid.control.application.Wholeness;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.CampaignRows;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.review.Readings;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidContributor;
import fr.gestmat.mealaid.entity.AidEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** One application as its family sees it: where it stands, what was sent, what happened. */
@Stateless
@RolesAllowed({"GUARDIAN", "AID_OFFICER"})
public class FamilyFile {

  /** What happened that the family is told; the work of officers among themselves is not. */
  private static final List<String> TOLD =
      List.of(
          "SUBMIT",
          "CHANGED",
          "TAKE",
          "ASK_CORRECTION",
          "CORRECT",
          "GRANT",
          "REFUSE",
          "CLOSE",
          "REOPEN",
          "WITHDRAW");

  /** What ends a review; of one that waits to be read it is only told that it ended. */
  private static final Set<String> OUTCOMES = Set.of("GRANT", "REFUSE", "CLOSE");

  private static final String DECIDED = "DECIDED";

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private FamilyReach reach;
  @Inject private Readings readings;
  @Inject private CampaignForms forms;
  @Inject private Contributors contributors;
  @Inject private PutAwayDrafts putAway;
  @Inject private Wholeness wholeness;
  @Inject private DocumentRows documents;
  @Inject private CampaignRows campaigns;
  @Inject private AuthorityTime time;
  @Inject private AidJournal journal;

  /**
   * The page.
   *
   * @param id public id
   * @param authority who decides
   * @param campaign name of the campaign
   * @param child the child's name
   * @param state where it stands
   * @param toRead whether a decision waits to be read: the page then does not tell how it went
   *     (M-I02)
   * @param number what people quote
   * @param submittedAt when it was sent
   * @param applicant who applied
   * @param mine whether the reader may change it or take it back
   * @param byFamily whether the reader is of the family, and no officer who types for it
   * @param amendable whether what was sent may be changed
   * @param unsent whether changes were not sent; they can be as long as it is amendable
   * @param closesOn last day of the campaign
   * @param form the version that was sent
   * @param answers what was sent
   * @param others who takes part beside the applicant, and whether their part arrived
   * @param documents what is asked for
   * @param arrived kinds of documents that are there
   * @param whole whether everything that was asked for had arrived
   * @param history what happened, the latest first
   * @param putAway when and why an officer put it away while it was a draft
   * @param sentText what the authority says after sending
   * @param contact whom to ask
   */
  public record File(
      UUID id,
      String authority,
      String campaign,
      String child,
      ApplicationState state,
      boolean toRead,
      Optional<Long> number,
      Optional<Instant> submittedAt,
      String applicant,
      boolean mine,
      boolean byFamily,
      boolean amendable,
      boolean unsent,
      java.time.LocalDate closesOn,
      AidForm form,
      Answers answers,
      List<Other> others,
      List<AskedDocuments.Asked> documents,
      Set<String> arrived,
      boolean whole,
      List<Happened> history,
      Optional<PutAway> putAway,
      String sentText,
      String contact) {

    /** Whether something mandatory is missing, also of one that was whole when it was sent. */
    public boolean lacksDocument() {
      return AskedDocuments.missing(documents, arrived).stream()
          .anyMatch(AskedDocuments.Asked::mandatory);
    }

    /** Whether documents may be added: while it waits for what is missing or is being corrected. */
    public boolean mayGive() {
      return byFamily
          && (state == ApplicationState.TO_COMPLETE
              || ((!whole || lacksDocument())
                  && (state == ApplicationState.SUBMITTED || state == ApplicationState.IN_REVIEW)));
    }
  }

  /**
   * Somebody who takes part.
   *
   * @param name as they are called
   * @param separated whether they give an own part, of which the reader sees nothing
   * @param given whether they did
   */
  public record Other(String name, boolean separated, boolean given) {}

  /**
   * Something that happened.
   *
   * @param event what
   * @param at when
   */
  public record Happened(String event, Instant at) {}

  /** An application that the caller may see; drafts are seen in the form. */
  public Optional<File> find(UUID id) {
    Caller who = caller.get();
    Optional<Reached> found = reach.find(who, id).filter(one -> one.party().sees());
    found.ifPresent(one -> journal.read(who, one.party(), List.of(one.application())));
    return found.map(one -> file(one.application(), one.party()));
  }

  private File file(AidApplication one, Party party) {
    AidCampaign campaign = entities.find(AidCampaign.class, one.campaignId());
    Integer version = one.submittedFormVersion();
    AidForm form = forms.of(campaign.id(), version == null ? campaign.formVersion() : version);
    Answers answers = AnswersJson.read(one.submitted());
    var texts = campaigns.texts(campaign.id());
    boolean toRead = party != Party.AGENT && !readings.missing(List.of(one.id())).isEmpty();
    return new File(
        one.publicId(),
        time.name(one.authorityId()),
        campaign.name(),
        one.child().givenName() + " " + one.child().familyName(),
        one.state(),
        toRead,
        Optional.ofNullable(one.number()),
        Optional.ofNullable(one.submittedAt()),
        one.applicant().name(),
        party != Party.TOGETHER,
        party != Party.AGENT,
        Sheaf.isAmendable(one),
        Sheaf.isUnsent(one),
        campaign.days().closesOn(),
        form,
        answers,
        contributors.of(one.id()).stream().map(FamilyFile::other).toList(),
        wholeness.asked(one, answers),
        documents.kinds(one.id()),
        one.completeAt() != null,
        history(one.id(), toRead),
        putAway.of(one),
        texts.getOrDefault("SENT", ""),
        texts.getOrDefault("CONTACT", ""));
  }

  private static Other other(AidContributor one) {
    return new Other(
        one.name(), one.kind() == AidContributor.Kind.SEPARATED, one.submittedAt() != null);
  }

  private List<Happened> history(long application, boolean toRead) {
    List<Happened> history = history(application);
    return toRead && !history.isEmpty() && OUTCOMES.contains(history.get(0).event())
        ? Stream.concat(
                Stream.of(new Happened(DECIDED, history.get(0).at())), history.stream().skip(1))
            .toList()
        : history;
  }

  private List<Happened> history(long application) {
    return entities
        .createQuery(
            "select e from AidEvent e where e.applicationId = :application and e.event in :told"
                + " order by e.id desc",
            AidEvent.class)
        .setParameter("application", application)
        .setParameter("told", TOLD)
        .getResultStream()
        .map(event -> new Happened(event.event(), event.happenedAt()))
        .toList();
  }
}
