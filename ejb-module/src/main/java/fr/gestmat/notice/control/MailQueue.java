package fr.gestmat.notice.control;

import fr.gestmat.job.control.ServerName;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.notice.control.Letters.Head;
import fr.gestmat.notice.control.Letters.Letter;
import fr.gestmat.notice.control.Letters.Line;
import fr.gestmat.notice.entity.DiscardReason;
import fr.gestmat.notice.entity.Mail;
import fr.gestmat.notice.entity.NoticeKind;
import fr.gestmat.notice.entity.QueuedNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The mails that wait. A server takes one by a lease in its row, so that any number of servers may
 * send and none sends what another has in hand. Each step commits at once.
 */
@ApplicationScoped
public class MailQueue {

  private static final Duration LEASE = Duration.ofMinutes(5);

  @PersistenceContext private EntityManager entities;
  @Inject private ServerName server;
  @Inject private MailLinks links;
  @Inject private OutOfDate stale;
  @Inject private Clock clock;

  /**
   * A mail in the hands of this server.
   *
   * @param id its row
   * @param publicId the id of the message, the same at each try
   * @param address where it goes
   * @param recipient name of who gets it
   * @param replyTo the school's address, if it has one
   * @param stop where reminders are turned off, if it is nothing but reminders
   * @param holdsSecret whether it holds a link that nobody but its reader may see
   * @param letter what it says
   */
  public record Outgoing(
      long id,
      UUID publicId,
      String address,
      String recipient,
      Optional<String> replyTo,
      Optional<String> stop,
      boolean holdsSecret,
      Letter letter) {}

  /** Takes the next mail whose time has come: its id, or nothing when none waits. */
  @InTransaction(ofItsOwn = true)
  public Optional<Long> take() {
    Instant now = clock.instant();
    List<?> free =
        entities
            .createNativeQuery(
                "select id from mail where (state = 'WAITING' and next_attempt_at <= ?)"
                    + " or (state = 'SENDING' and held_until < ?)"
                    + " order by next_attempt_at, id limit 1 for update skip locked")
            .setParameter(1, utc(now))
            .setParameter(2, utc(now))
            .getResultList();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    Mail mail = entities.find(Mail.class, ((Number) free.get(0)).longValue());
    mail.take(server.toString(), now.plus(LEASE));
    return Optional.of(mail.id());
  }

  /**
   * Makes the mail that this server took out of the notices that still hold; one without any is
   * over.
   */
  @InTransaction(ofItsOwn = true)
  public Optional<Outgoing> open(long id) {
    Mail mail = entities.find(Mail.class, id);
    List<Line> lines = lines(mail);
    if (lines.isEmpty()) {
      mail.discard(clock.instant());
      return Optional.empty();
    }
    Object[] by =
        (Object[])
            entities
                .createNativeQuery(
                    "select s.name, a.name, s.email from local_authority a left join school s"
                        + " on s.id = ? where a.id = ?")
                .setParameter(1, mail.schoolId())
                .setParameter(2, mail.authorityId())
                .getSingleResult();
    Optional<String> stop =
        lines.stream().allMatch(line -> line.kind().reminder())
            ? links.stop(new MailLinks.Reader(mail.recipientKind(), mail.recipientId()))
            : Optional.empty();
    return Optional.of(
        new Outgoing(
            id,
            mail.publicId(),
            mail.address(),
            mail.recipientName(),
            Optional.ofNullable((String) by[2]).filter(address -> !address.isBlank()),
            stop,
            lines.stream().anyMatch(line -> line.kind().holdsSecret()),
            Letters.write(
                new Head(
                    mail.recipientName(),
                    Objects.requireNonNullElse((String) by[0], ""),
                    (String) by[1],
                    links.home(),
                    stop),
                lines)));
  }

  private List<Line> lines(Mail mail) {
    List<Object[]> rows =
        entities
            .createQuery(
                "select n, p.givenName, p.familyName, c.name from QueuedNotice n"
                    + " left join Pupil p on p.id = n.pupilId left join p.schoolClass c"
                    + " where n.id in :ids order by n.id",
                Object[].class)
            .setParameter("ids", notices(mail.id()))
            .getResultList();
    Set<Long> outOfDate = stale.among(rows.stream().map(row -> (QueuedNotice) row[0]).toList());
    List<Line> lines = new ArrayList<>();
    for (Object[] row : rows) {
      QueuedNotice notice = (QueuedNotice) row[0];
      if (row[1] == null && notice.addressee().isEmpty()) {
        notice.discard(DiscardReason.NO_PUPIL);
      } else if (outOfDate.contains(notice.id())) {
        notice.discard(DiscardReason.OUT_OF_DATE);
      } else {
        String pupil = row[1] == null ? "" : row[1] + " " + row[2];
        line(notice, pupil, (String) row[3])
            .ifPresentOrElse(lines::add, () -> notice.discard(DiscardReason.UNREADABLE));
      }
    }
    return lines;
  }

  /** The sentence's values, if the sentence can be made of them. */
  static Optional<Line> line(QueuedNotice notice, String pupil, @Nullable String schoolClass) {
    try {
      NoticeKind kind = Letters.kind(notice.kind()).orElseThrow();
      Map<String, String> facts = Facts.read(notice.facts());
      if (notice.addressee().isEmpty()) {
        facts.put("pupil", pupil);
        facts.put("class", Objects.requireNonNullElse(schoolClass, ""));
      }
      Line line = new Line(kind, facts);
      Letters.parts(List.of(line));
      return Optional.of(line);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private List<Long> notices(long mail) {
    return entities
        .createNativeQuery("select notice_id from mail_notice where mail_id = ?")
        .setParameter(1, mail)
        .getResultStream()
        .map(id -> ((Number) id).longValue())
        .toList();
  }

  /** The mail server took it. */
  @InTransaction(ofItsOwn = true)
  public void sent(Outgoing mail) {
    held(mail.id()).ifPresent(row -> row.sent(mail.letter().subject(), clock.instant()));
    if (mail.holdsSecret()) {
      entities
          .createNativeQuery(
              "update notice set facts = '{}' where id in"
                  + " (select notice_id from mail_notice where mail_id = ?)")
          .setParameter(1, mail.id())
          .executeUpdate();
    }
  }

  /**
   * It did not go.
   *
   * @param forGood whether trying again makes no sense
   */
  @InTransaction(ofItsOwn = true)
  public void failed(long id, String why, boolean forGood) {
    held(id)
        .ifPresent(
            row ->
                row.failed(
                    why, Backoff.next(row.attempts(), forGood, clock.instant()), clock.instant()));
  }

  private Optional<Mail> held(long id) {
    return Optional.ofNullable(entities.find(Mail.class, id))
        .filter(mail -> mail.isHeldBy(server.toString()));
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
