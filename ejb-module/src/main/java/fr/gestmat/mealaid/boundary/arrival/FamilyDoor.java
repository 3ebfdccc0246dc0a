package fr.gestmat.mealaid.boundary.arrival;

import fr.gestmat.identity.boundary.MailLinkSignOn;
import fr.gestmat.identity.control.LinkLife;
import fr.gestmat.mealaid.control.application.FrenchDays;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.boundary.PersonNotice;
import fr.gestmat.notice.boundary.PublicPages;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.notice.entity.Addressee;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where families without a portal ask for their link. Open to everybody; the answer is the same
 * whether the address is known or not.
 */
@Stateless
@PermitAll
public class FamilyDoor {

  @PersistenceContext private EntityManager entities;
  @Resource private SessionContext session;
  @EJB private MailLinkSignOn links;
  @Inject private Outbox outbox;
  @Inject private PublicPages pages;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /**
   * An authority that families may apply to.
   *
   * @param id public id
   * @param name what it is called
   */
  public record Door(UUID id, String name) {}

  /** The authorities that have shown a campaign to families, by name. */
  public List<Door> doors() {
    List<?> rows =
        entities
            .createNativeQuery(
                "select cast(a.public_id as char), a.name from local_authority a where a.runs_meal_aid and exists"
                    + " (select 1 from aid_campaign c where c.authority_id = a.id"
                    + " and c.published_at is not null) order by a.name, a.id")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Door(UUID.fromString((String) row[0]), (String) row[1]))
        .toList();
  }

  /** Whether there is any, so that pages for everybody may lead here. */
  public boolean open() {
    return !doors().isEmpty();
  }

  /**
   * Mails a link to an address, unless it was sent several just now. If the mail cannot be handed
   * in, no link is left that nobody has. The mail says nothing that was typed here: who types need
   * not be who reads it.
   *
   * @param name as the account of that address is called if it is a new one
   * @return false if it could not be handed in: nobody is promised a link that will not come
   */
  public boolean ask(UUID door, String email, String name) {
    if (doors().stream().noneMatch(one -> one.id().equals(door))) {
      return true;
    }
    long authority =
        ((Number)
                entities
                    .createNativeQuery("select id from local_authority where public_id = ?")
                    .setParameter(1, door.toString())
                    .getSingleResult())
            .longValue();
    boolean handedIn =
        links
            .make(authority, MailLinkSignOn.Purpose.SIGN_ON, email, name, "/aide", LinkLife.USUAL)
            .map(
                link ->
                    outbox.tryToQueue(
                        new PersonNotice(
                            authority,
                            NoticeKind.AID_LINK,
                            new Addressee(number(link.secret()), "", email.strip()),
                            null,
                            "aid-link-" + number(link.secret()),
                            Map.of(
                                "until",
                                FrenchDays.time(link.expires(), time.zone(authority)),
                                "link",
                                pages.page("/connexion/lien/" + link.secret())),
                            clock.instant())))
            .filter(told -> told == Told.LOST)
            .isEmpty();
    if (!handedIn) {
      session.setRollbackOnly();
    }
    return handedIn;
  }

  /** Each link has a mail of its own. */
  private static long number(String secret) {
    return Integer.toUnsignedLong(secret.hashCode());
  }
}
