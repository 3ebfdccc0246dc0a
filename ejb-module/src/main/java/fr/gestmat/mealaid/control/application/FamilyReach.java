package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidContributor;
import fr.gestmat.mealaid.entity.ApplicationOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Who has which part in an application. Whoever has none learns nothing of it, not even here. */
@ApplicationScoped
public class FamilyReach {

  @PersistenceContext private EntityManager entities;

  /** A part in an application. */
  public enum Party {
    /** Applied. */
    APPLICANT,
    /** Lives with who applied: shares everything. */
    TOGETHER,
    /** Lives elsewhere: gives an own part and sees nothing of the rest. */
    SEPARATED,
    /** An officer who types for a family on paper or on the telephone. */
    AGENT;

    /** Whether what the applicant answered may be seen. */
    public boolean sees() {
      return this != SEPARATED;
    }
  }

  /**
   * An application and the part that somebody has in it.
   *
   * @param application the application
   * @param party the part
   */
  public record Reached(AidApplication application, Party party) {}

  /** An application of the caller's authority in which the caller has a part. */
  public Optional<Reached> find(Caller who, UUID id) {
    return entities
        .createQuery(
            "select a from AidApplication a where a.publicId = :id and a.authorityId = :authority",
            AidApplication.class)
        .setParameter("id", id)
        .setParameter("authority", who.authorityId())
        .getResultStream()
        .findFirst()
        .flatMap(found -> party(who, found).map(party -> new Reached(found, party)));
  }

  /** The part that somebody has in an application. */
  public Optional<Party> party(Caller who, AidApplication application) {
    if (isApplicant(who, application)) {
      return Optional.of(Party.APPLICANT);
    }
    if (application.origin() == ApplicationOrigin.AGENT && who.holds(Role.AID_OFFICER)) {
      return Optional.of(Party.AGENT);
    }
    return contributor(who, application.id())
        .map(AidContributor::kind)
        .map(kind -> kind == AidContributor.Kind.SEPARATED ? Party.SEPARATED : Party.TOGETHER);
  }

  /** What somebody contributes to an application, if anything. */
  public Optional<AidContributor> contributor(Caller who, long application) {
    return entities
        .createQuery(
            "select c from AidContributor c where c.applicationId = :application"
                + " and (c.guardianId = :guardian or c.accountId = :account)",
            AidContributor.class)
        .setParameter("application", application)
        .setParameter("guardian", guardian(who))
        .setParameter("account", who.accountId())
        .getResultStream()
        .findFirst();
  }

  /** The directory's id of a guardian; one that nobody has for everybody else. */
  static long guardian(Caller who) {
    return who.guardianId() == null ? -1 : who.guardianId();
  }

  private static boolean isApplicant(Caller who, AidApplication application) {
    Long account = application.applicant().accountId();
    Long guardian = application.applicant().guardianId();
    return (account != null && account == who.accountId())
        || (guardian != null && guardian.equals(who.guardianId()));
  }
}
