package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.Applicant;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.boundary.PersonNotice;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.notice.entity.Addressee;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Mails to who applied, and to nobody else of the family. Jobs, which come back to it, tell; what
 * people do must not fail for it, and tries to (M-I04).
 */
@ApplicationScoped
public class AidMails {

  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /**
   * Hands in a mail to who applied; nothing happens if they have no address.
   *
   * @param batch what of one batch goes to the same person goes in one mail; at most 60 characters
   */
  public void tell(
      AidApplication application, NoticeKind kind, String batch, Map<String, String> facts) {
    notice(application, kind, batch, facts).ifPresent(outbox::queue);
  }

  /** The same for what somebody does, which stands if it cannot be told. */
  public Told tryToTell(
      AidApplication application, NoticeKind kind, String batch, Map<String, String> facts) {
    return notice(application, kind, batch, facts).map(outbox::tryToQueue).orElse(Told.NO_ADDRESS);
  }

  private Optional<PersonNotice> notice(
      AidApplication application, NoticeKind kind, String batch, Map<String, String> facts) {
    return addressee(application)
        .map(
            to ->
                new PersonNotice(
                    application.authorityId(), kind, to, null, batch, facts, clock.instant()));
  }

  /** Who is told what becomes of an application; empty without an address. */
  public static Optional<Addressee> addressee(AidApplication application) {
    Applicant applicant = application.applicant();
    Long account = applicant.accountId();
    String email = applicant.email();
    return email == null
        ? Optional.empty()
        : Optional.of(
            new Addressee(account == null ? -application.id() : account, applicant.name(), email));
  }
}
