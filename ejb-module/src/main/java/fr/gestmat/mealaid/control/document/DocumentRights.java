package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.ScanState;
import fr.gestmat.mealaid.entity.document.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who may do what with documents. What one may not see looks like what does not exist (M-G08); an
 * officer opens only what was handed in and is safe, who sent a document opens it always (M-G04).
 */
@ApplicationScoped
public class DocumentRights {

  /** What anybody may be asked for, whatever the campaign demands. */
  public static final String OTHER = "OTHER";

  private static final Role[] OFFICERS = {Role.AID_OFFICER, Role.AID_MANAGER};

  private static final Set<ApplicationState> GATHERING =
      Set.of(ApplicationState.DRAFT, ApplicationState.TO_COMPLETE);

  private static final Set<ApplicationState> WAITING =
      Set.of(ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW);

  @PersistenceContext private EntityManager entities;
  @Inject private DocumentRows rows;
  @Inject private WantedProofs proofs;
  @Inject private Families families;

  /**
   * A place where somebody may put a document.
   *
   * @param application application
   * @param side whose part
   */
  public record Place(AidApplication application, Side side) {

    /** Whether it goes to the authority at once, as the application stands now. */
    public boolean handedIn() {
      return !GATHERING.contains(application.state());
    }
  }

  /** The application and the side that a member of its family has in it; empty for others. */
  @InTransaction
  public Optional<Place> ofFamily(Caller who, UUID application) {
    return families
        .application(application, who.authorityId())
        .flatMap(found -> families.of(found).sideOf(who).map(side -> new Place(found, side)));
  }

  /** An application of the officer's authority that was submitted; empty for others. */
  @InTransaction
  public Optional<AidApplication> ofOfficer(Caller who, UUID application) {
    return who.scope(OFFICERS).wholeAuthority()
        ? families
            .application(application, who.authorityId())
            .filter(found -> found.submittedAt() != null)
        : Optional.empty();
  }

  /**
   * Holds an application until the caller's transaction ends, and reads it anew. Submitting and
   * deciding do the same: a document comes in time for them or is refused.
   */
  void hold(AidApplication application) {
    entities.refresh(application, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Whether a family may add a document of a kind now: while it fills the form in or corrects it;
   * else only what is missing since it was sent incomplete, what it was asked for in place of an
   * official source, or in place of one that has to be sent again. Whether an application is
   * complete depends on the household alone: a separated parent gives what the own part still lacks
   * after that too.
   */
  @InTransaction
  public Optional<Refusal> refusal(Place place, String kind) {
    AidApplication application = place.application();
    List<AidDocument> there = rows.of(application.id());
    if (there.size() >= DocumentIntake.MOST_DOCUMENTS) {
      return Optional.of(Refusal.of("document", "documentTooMany", DocumentIntake.MOST_DOCUMENTS));
    }
    if (!isKind(application, kind)) {
      return Optional.of(Refusal.of("document", "documentUnknownKind"));
    }
    List<AidDocument> own =
        there.stream().filter(d -> d.side() == place.side() && d.kind().equals(kind)).toList();
    boolean askedAgain = own.stream().anyMatch(d -> d.scan().asksAgain());
    boolean missing =
        (place.side() == Side.SEPARATED
                || application.completeAt() == null
                || proofs.asked(application.id()).contains(kind))
            && !OTHER.equals(kind)
            && own.isEmpty();
    return GATHERING.contains(application.state())
            || (WAITING.contains(application.state()) && (askedAgain || missing))
        ? Optional.empty()
        : Optional.of(Refusal.of("document", "documentClosed"));
  }

  /** Why an officer may not add a paper now; a decided application takes none. */
  @InTransaction
  public Optional<Refusal> paperRefusal(AidApplication application, String kind) {
    if (!GATHERING.contains(application.state()) && !WAITING.contains(application.state())) {
      return Optional.of(Refusal.of("document", "paperClosed"));
    }
    if (rows.of(application.id()).size() >= DocumentIntake.MOST_DOCUMENTS) {
      return Optional.of(Refusal.of("document", "documentTooMany", DocumentIntake.MOST_DOCUMENTS));
    }
    return isKind(application, kind)
        ? Optional.empty()
        : Optional.of(Refusal.of("document", "documentUnknownKind"));
  }

  private boolean isKind(AidApplication application, String kind) {
    return OTHER.equals(kind)
        || proofs.asked(application.id()).contains(kind)
        || !entities
            .createNativeQuery(
                "select 1 from aid_document_demand where campaign_id = ?1 and kind = ?2 limit 1")
            .setParameter(1, application.campaignId())
            .setParameter(2, kind)
            .getResultList()
            .isEmpty();
  }

  /**
   * What the campaign of an application asks for in any situation, what is asked of this one in
   * place of an official source's answer, and OTHER.
   */
  @InTransaction
  public List<String> kinds(AidApplication application) {
    List<?> demanded =
        entities
            .createNativeQuery(
                "select distinct kind from aid_document_demand where campaign_id = ?1 order by"
                    + " kind desc")
            .setParameter(1, application.campaignId())
            .getResultList();
    return Stream.of(
            demanded.stream().map(kind -> String.valueOf(kind)),
            proofs.asked(application.id()).stream().sorted(),
            Stream.of(OTHER))
        .flatMap(kinds -> kinds)
        .distinct()
        .toList();
  }

  /** The documents of an application that a member of its family may see. */
  @InTransaction
  public List<AidDocument> visible(Caller who, AidApplication application) {
    Family family = families.of(application);
    return rows.of(application.id()).stream()
        .filter(document -> family.maySee(who, document.sender(), document.side()))
        .toList();
  }

  /** A document that a member of the family may see. */
  @InTransaction
  public Optional<AidDocument> seenByFamily(Caller who, UUID id) {
    return rows.find(id, who.authorityId())
        .filter(
            document ->
                rows.applicationOf(document)
                    .filter(
                        application ->
                            families
                                .of(application)
                                .maySee(who, document.sender(), document.side()))
                    .isPresent());
  }

  /** A document that somebody may open now, as family or as officer. */
  @InTransaction
  public Optional<AidDocument> openable(Caller who, UUID id) {
    Optional<AidDocument> own = seenByFamily(who, id);
    if (own.isPresent()) {
      return own.filter(document -> mayFamilyOpen(who, document));
    }
    return who.scope(OFFICERS).wholeAuthority()
        ? rows.find(id, who.authorityId())
            .filter(d -> d.handedInAt() != null && d.scan() == ScanState.SAFE)
        : Optional.empty();
  }

  /** Whether somebody opens documents for their work. */
  public static boolean isOfficer(Caller who) {
    return who.scope(OFFICERS).wholeAuthority();
  }

  /** Who sent it opens it always; who lives with them, unless something was found in it. */
  public static boolean mayFamilyOpen(Caller who, AidDocument document) {
    return Family.isSender(who, document.sender()) || !document.scan().asksAgain();
  }

  /** What a family may not take away any more, as an answer. */
  public static <T> Answer<T> handedIn() {
    return Answer.refused(Refusal.of("document", "documentHandedIn"));
  }
}
