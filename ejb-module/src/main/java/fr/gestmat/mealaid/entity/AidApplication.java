package fr.gestmat.mealaid.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A family's application for one child. Begun as a draft that only the family knows, submitted,
 * reviewed, decided; what the family types after submitting stays in its draft until it submits
 * again. It moves only through the table of {@link ApplicationState}.
 */
@Entity
@Table(name = "aid_application")
@NamedQuery(
    name = AidApplication.LOCKED,
    query = "select a from AidApplication a where a.id = :id",
    lockMode = LockModeType.PESSIMISTIC_WRITE)
@NamedQuery(
    name = AidApplication.DRAFTS_OF_GUARDIAN,
    query =
        """
        select a from AidApplication a where a.campaignId = :campaign
         and a.state = fr.gestmat.mealaid.entity.ApplicationState.DRAFT and a.origin = :origin
         and a.applicantGuardianId = :applicant order by a.id
        """,
    lockMode = LockModeType.PESSIMISTIC_WRITE)
@NamedQuery(
    name = AidApplication.DRAFTS_OF_ACCOUNT,
    query =
        """
        select a from AidApplication a where a.campaignId = :campaign
         and a.state = fr.gestmat.mealaid.entity.ApplicationState.DRAFT and a.origin = :origin
         and a.applicantAccountId = :applicant and a.applicantGuardianId is null order by a.id
        """,
    lockMode = LockModeType.PESSIMISTIC_WRITE)
public class AidApplication {

  /**
   * One by its {@code :id}, locked. Queries with a lock have a name: one that is given its lock
   * when it is asked is put together anew each time.
   */
  public static final String LOCKED = "AidApplication.locked";

  /** The drafts of a guardian in a {@code :campaign} that came the same way, locked. */
  public static final String DRAFTS_OF_GUARDIAN = "AidApplication.draftsOfGuardian";

  /** The same of an account that is no guardian of the directory. */
  public static final String DRAFTS_OF_ACCOUNT = "AidApplication.draftsOfAccount";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_application_seq")
  @SequenceGenerator(
      name = "aid_application_seq",
      sequenceName = "aid_application_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "campaign_id")
  private long campaignId;

  @Column(name = "number")
  private @Nullable Long number;

  @Column(name = "pupil_id")
  private @Nullable Long pupilId;

  @Column(name = "child_family_name")
  private String childFamilyName;

  @Column(name = "child_given_name")
  private String childGivenName;

  @Column(name = "child_birth_date")
  private @Nullable LocalDate childBirthDate;

  @Column(name = "child_key")
  private String childKey;

  @Column(name = "school_id")
  private @Nullable Long schoolId;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private ApplicationState state;

  @Enumerated(EnumType.STRING)
  @Column(name = "archived_from")
  private @Nullable ApplicationState archivedFrom;

  @Enumerated(EnumType.STRING)
  @Column(name = "origin")
  private ApplicationOrigin origin;

  @Column(name = "applicant_account_id")
  private @Nullable Long applicantAccountId;

  @Column(name = "applicant_guardian_id")
  private @Nullable Long applicantGuardianId;

  @Column(name = "applicant_name")
  private String applicantName;

  @Column(name = "applicant_email")
  private @Nullable String applicantEmail;

  @Embedded private AidDraft draft;

  @Column(name = "submitted")
  private @Nullable String submitted;

  @Column(name = "submitted_form_version")
  private @Nullable Integer submittedFormVersion;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "language")
  private String language = "fr";

  @Column(name = "received_on")
  private @Nullable LocalDate receivedOn;

  @Column(name = "complete_at")
  private @Nullable Instant completeAt;

  @Column(name = "first_term")
  private @Nullable Integer firstTerm;

  @Column(name = "family_quotient")
  private @Nullable BigDecimal familyQuotient;

  @Column(name = "reference_tax_income")
  private @Nullable BigDecimal referenceTaxIncome;

  @Column(name = "tax_shares")
  private @Nullable BigDecimal taxShares;

  @Column(name = "dependent_children")
  private @Nullable Integer dependentChildren;

  @Column(name = "boarding_status")
  private @Nullable String boardingStatus;

  @Column(name = "meals_a_week")
  private @Nullable Integer mealsAWeek;

  @Column(name = "visa_given")
  private boolean visaGiven;

  @Column(name = "residence_postal_code")
  private @Nullable String residencePostalCode;

  @Column(name = "first_in_review_at")
  private @Nullable Instant firstInReviewAt;

  @Column(name = "assigned_account_id")
  private @Nullable Long assignedAccountId;

  @Column(name = "assigned_name")
  private @Nullable String assignedName;

  @Column(name = "previous_id")
  private @Nullable Long previousId;

  @Column(name = "hidden_by_family")
  private boolean hiddenByFamily;

  /** Written by the purge; once it is there, nothing of the family is left. */
  @Column(name = "forgotten_at", insertable = false, updatable = false)
  private @Nullable Instant forgottenAt;

  @Column(name = "purge_on", insertable = false, updatable = false)
  private @Nullable LocalDate purgeOn;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected AidApplication() {}

  /** A draft for a child, begun now. */
  public AidApplication(
      AidCampaign campaign,
      Child child,
      Applicant applicant,
      ApplicationOrigin origin,
      Instant now) {
    this.publicId = UUID.randomUUID();
    this.authorityId = campaign.authorityId();
    this.campaignId = campaign.id();
    this.state = ApplicationState.DRAFT;
    this.origin = origin;
    this.applicantAccountId = applicant.accountId();
    this.applicantGuardianId = applicant.guardianId();
    this.applicantName = applicant.name();
    this.applicantEmail = applicant.email();
    this.draft = new AidDraft(campaign.formVersion());
    this.createdAt = now;
    this.changedAt = now;
    this.changedBy = applicant.name();
    concern(child);
  }

  /** Says which child it is for. */
  public final void concern(Child child) {
    this.pupilId = child.pupilId();
    this.childFamilyName = child.familyName();
    this.childGivenName = child.givenName();
    this.childBirthDate = child.birthDate();
    this.childKey = child.key();
    this.schoolId = child.schoolId();
  }

  /** Says that only the account that applies says who the child is. */
  public void onTheWordOf(long account) {
    childKey = child().keyOf(account);
  }

  /** Whether the directory, the school or an officer says who the child is. */
  public boolean knowsTheChild() {
    return pupilId != null || !Child.isOnOneWord(childKey);
  }

  /**
   * The draft becomes what officers see.
   *
   * @param given what people will quote; kept if it has one already
   * @param figures what rules and lists read of it
   * @param term the first term it gives if it stays whole
   */
  public void take(long given, Figures figures, int term, Instant now) {
    submitted = Objects.requireNonNull(draft.answers(), "nothing was typed");
    submittedFormVersion = draft.formVersion();
    if (submittedAt == null) {
      number = given;
      submittedAt = now;
      firstTerm = term;
    }
    know(figures);
  }

  /** Says in which language the family sends it: {@code fr} or {@code en}. */
  public void speaks(String familys) {
    language = familys;
  }

  /** Says on which day it came on paper or by telephone: that day counts, not that of typing. */
  public void cameOn(LocalDate day) {
    receivedOn = day;
  }

  /** What was typed is sent: nothing waits any more, and older pages are out of date. */
  public void settle() {
    draft.settle();
  }

  /** What was submitted is being changed from now on; officers see none of it yet. */
  public void amend() {
    draft.amend(submitted, submittedFormVersion);
  }

  /** Where receipts go from now on. */
  public void reachAt(String email) {
    applicantEmail = email;
  }

  /** Says what is known of the family and the child's meals. */
  public void know(Figures figures) {
    familyQuotient = figures.familyQuotient();
    referenceTaxIncome = figures.referenceTaxIncome();
    taxShares = figures.taxShares();
    dependentChildren = figures.dependentChildren();
    boardingStatus = figures.boardingStatus();
    mealsAWeek = figures.mealsAWeek();
    residencePostalCode = figures.residencePostalCode();
  }

  /** Says that everything that was asked for has arrived, and the first term that this gives. */
  public void complete(Instant at, int term) {
    completeAt = at;
    firstTerm = term;
  }

  /** Something was missing after all: the time counts anew. */
  public void incomplete() {
    completeAt = null;
  }

  /**
   * Goes where an event leads.
   *
   * @param by who did it, for people
   * @return where it stood before; empty if the event cannot happen here in this one's name, and
   *     then nothing changed
   */
  public Optional<ApplicationState> move(
      ApplicationEvent event, Actor actor, String by, Instant now) {
    Optional<ApplicationState> to =
        event == ApplicationEvent.RESTORE
            ? Optional.ofNullable(archivedFrom)
                .filter(from -> state.after(event, actor).isPresent())
            : state.after(event, actor);
    if (to.isEmpty()) {
      return Optional.empty();
    }
    ApplicationState before = state;
    archivedFrom = event == ApplicationEvent.ARCHIVE ? before : null;
    state = to.get();
    if (state == ApplicationState.IN_REVIEW && firstInReviewAt == null) {
      firstInReviewAt = now;
    }
    if (event == ApplicationEvent.REOPEN) {
      hiddenByFamily = false;
    }
    touch(by, now);
    return Optional.of(before);
  }

  /** Says who changed it last, for whoever comes second. */
  public void touch(String by, Instant now) {
    changedBy = by;
    changedAt = now;
  }

  /** Gives it to an officer; null to nobody. */
  public void assign(@Nullable Long account, @Nullable String name) {
    assignedAccountId = account;
    assignedName = name;
  }

  /** Says which application of an earlier campaign its answers were copied from. */
  public void follows(long previous) {
    previousId = previous;
  }

  /** The family does not want to see it any more; the authority still does. */
  public void hide() {
    hiddenByFamily = true;
  }

  /** Says whether a visa stands: lists of those without one are found by that. */
  public void visaStands(boolean stands) {
    visaGiven = stands;
  }

  /** What is known of the family and the child's meals. */
  public Figures figures() {
    return new Figures(
        familyQuotient,
        referenceTaxIncome,
        taxShares,
        dependentChildren,
        boardingStatus,
        mealsAWeek,
        residencePostalCode);
  }

  /** The child that it is for. */
  public Child child() {
    return new Child(pupilId, childFamilyName, childGivenName, childBirthDate, schoolId);
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority that decides. */
  public long authorityId() {
    return authorityId;
  }

  /** Campaign that it belongs to. */
  public long campaignId() {
    return campaignId;
  }

  /** What people quote; null before it is submitted. */
  public @Nullable Long number() {
    return number;
  }

  /** The directory's pupil, once somebody confirmed who the child is. */
  public @Nullable Long pupilId() {
    return pupilId;
  }

  /** The child's school. */
  public @Nullable Long schoolId() {
    return schoolId;
  }

  /** Where it stands. */
  public ApplicationState state() {
    return state;
  }

  /** Where it stood before the archive. */
  public @Nullable ApplicationState archivedFrom() {
    return archivedFrom;
  }

  /** How it came. */
  public ApplicationOrigin origin() {
    return origin;
  }

  /** Who applied. */
  public Applicant applicant() {
    return new Applicant(applicantAccountId, applicantGuardianId, applicantName, applicantEmail);
  }

  /** What is being typed. */
  public AidDraft draft() {
    return draft;
  }

  /** What the family answered last, as JSON: what is being typed, or else what was submitted. */
  public @Nullable String newest() {
    String typed = draft.answers();
    return typed == null ? submitted : typed;
  }

  /** What officers see, as JSON; null before it is submitted. */
  public @Nullable String submitted() {
    return submitted;
  }

  /** Version of the form that was submitted. */
  public @Nullable Integer submittedFormVersion() {
    return submittedFormVersion;
  }

  /** When it was submitted first. */
  public @Nullable Instant submittedAt() {
    return submittedAt;
  }

  /** When everything that was asked for had arrived. */
  public @Nullable Instant completeAt() {
    return completeAt;
  }

  /** First term that it gives, 1 to 3. */
  public @Nullable Integer firstTerm() {
    return firstTerm;
  }

  /** When its review began first. */
  public @Nullable Instant firstInReviewAt() {
    return firstInReviewAt;
  }

  /** The officer who has it, if one has. */
  public @Nullable Long assignedAccountId() {
    return assignedAccountId;
  }

  /** That officer's name. */
  public @Nullable String assignedName() {
    return assignedName;
  }

  /** The application whose answers it was begun with. */
  public @Nullable Long previousId() {
    return previousId;
  }

  /** Whether the family put it out of sight. */
  public boolean hiddenByFamily() {
    return hiddenByFamily;
  }

  /** The day from which it is forgotten, once that was told. */
  public @Nullable LocalDate purgeOn() {
    return purgeOn;
  }

  /** The language in which the family sent it: {@code fr} or {@code en}. */
  public String language() {
    return language;
  }

  /** The day on which it came on paper or by telephone; null for what a family sent itself. */
  public @Nullable LocalDate receivedOn() {
    return receivedOn;
  }

  /** When it was begun. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When somebody changed it last. */
  public Instant changedAt() {
    return changedAt;
  }

  /** Who did. */
  public String changedBy() {
    return changedBy;
  }

  /** Grows with each change; who decides says which version was looked at. */
  public int version() {
    return version;
  }
}
