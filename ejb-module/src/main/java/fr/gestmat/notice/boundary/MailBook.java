package fr.gestmat.notice.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.notice.entity.Mail;
import fr.gestmat.notice.entity.MailState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails of the schools that one may see: what waits, what went, what failed and why. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class MailBook {

  /** Mails on a page. */
  public static final int PAGE = 50;

  static final Role[] READERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  /** A school that is in no scope: a list of none is no SQL. */
  private static final Set<Long> NOWHERE = Set.of(-1L);

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * A mail in the list.
   *
   * @param key where it stands in the order
   * @param id public id
   * @param recipient who gets it
   * @param address where it goes
   * @param subject what it is about, once it was sent
   * @param state where it stands
   * @param attempts how often it was tried
   * @param failure why it did not go the last time
   * @param createdAt when it was made
   * @param next when it will be tried, if it waits
   * @param finishedAt when it was over
   */
  public record Line(
      long key,
      UUID id,
      String recipient,
      String address,
      Optional<String> subject,
      MailState state,
      int attempts,
      Optional<String> failure,
      Instant createdAt,
      Instant next,
      Optional<Instant> finishedAt) {}

  /** How many mails stand where. */
  public Map<MailState, Long> counts() {
    Map<MailState, Long> counts = new EnumMap<>(MailState.class);
    TypedQuery<Object[]> query =
        entities.createQuery(
            "select m.state, count(m) from Mail m where " + VISIBLE + " group by m.state",
            Object[].class);
    visible(query).getResultList().forEach(row -> counts.put((MailState) row[0], (Long) row[1]));
    return counts;
  }

  /**
   * Mails in one state, the latest first, {@value #PAGE} at a time.
   *
   * @param before key of the last one of the page before; {@code Long.MAX_VALUE} for the first
   */
  public List<Line> page(MailState state, long before) {
    TypedQuery<Mail> query =
        entities.createQuery(
            "select m from Mail m where "
                + VISIBLE
                + " and m.state = :state and m.id < :before order by m.id desc",
            Mail.class);
    return visible(query)
        .setParameter("state", state)
        .setParameter("before", before)
        .setMaxResults(PAGE)
        .getResultStream()
        .map(MailBook::line)
        .toList();
  }

  /**
   * Lets a mail that was given up be tried again.
   *
   * @return false if there is no such mail for the caller
   */
  public boolean retry(UUID id) {
    TypedQuery<Mail> query =
        entities.createQuery(
            "select m from Mail m where " + VISIBLE + " and m.publicId = :id", Mail.class);
    Optional<Mail> mail = visible(query).setParameter("id", id).getResultStream().findFirst();
    mail.ifPresent(
        found -> {
          found.askAgain(clock.instant());
          write("MAIL_RETRIED", found.schoolId(), found.id());
        });
    return mail.isPresent();
  }

  private void write(String action, @Nullable Long school, long id) {
    Caller who = caller.get();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            school,
            who.accountId(),
            who.name(),
            action,
            "MAIL",
            id,
            null,
            null));
  }

  private static final String VISIBLE =
      "m.authorityId = :authority and (:whole = true or m.schoolId in :schools)";

  private <T> TypedQuery<T> visible(TypedQuery<T> query) {
    Scope scope = caller.get().scope(READERS);
    return query
        .setParameter("authority", scope.authorityId())
        .setParameter("whole", scope.wholeAuthority())
        .setParameter("schools", scope.schoolIds().isEmpty() ? NOWHERE : scope.schoolIds());
  }

  private static Line line(Mail mail) {
    return new Line(
        mail.id(),
        mail.publicId(),
        mail.recipientName(),
        mail.address(),
        Optional.ofNullable(mail.subject()),
        mail.state(),
        mail.attempts(),
        Optional.ofNullable(mail.failure()),
        mail.createdAt(),
        mail.nextAttemptAt(),
        Optional.ofNullable(mail.finishedAt()));
  }
}
