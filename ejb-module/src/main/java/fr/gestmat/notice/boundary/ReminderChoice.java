package fr.gestmat.notice.boundary;

import fr.gestmat.notice.control.MailLinks;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whether somebody gets reminders by mail. Open to who holds the link of a mail: it is signed and
 * says who it was made for, nothing else can be changed with it.
 */
@Stateless
@PermitAll
public class ReminderChoice {

  @PersistenceContext private EntityManager entities;
  @Inject private MailLinks links;
  @Inject private Clock clock;

  /** Whether the reader of a link gets reminders; empty if we made no such link. */
  public Optional<Boolean> wanted(String token) {
    return links
        .read(token)
        .map(
            reader ->
                entities
                    .createNativeQuery(
                        "select 1 from mail_refusal where recipient_kind = ?"
                            + " and recipient_id = ?")
                    .setParameter(1, reader.kind().name())
                    .setParameter(2, reader.id())
                    .getResultList()
                    .isEmpty());
  }

  /**
   * Decides; deciding the same twice changes nothing.
   *
   * @return false if we made no such link
   */
  public boolean choose(String token, boolean wanted) {
    Optional<MailLinks.Reader> reader = links.read(token);
    reader.ifPresent(
        who -> {
          String sql =
              wanted
                  ? "delete from mail_refusal where recipient_kind = ? and recipient_id = ?"
                  : "insert ignore into mail_refusal (recipient_kind, recipient_id, refused_at)"
                      + " values (?, ?, ?)";
          var statement =
              entities
                  .createNativeQuery(sql)
                  .setParameter(1, who.kind().name())
                  .setParameter(2, who.id());
          if (!wanted) {
            statement.setParameter(3, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
          }
          statement.executeUpdate();
        });
    return reader.isPresent();
  }
}
