package fr.gestmat.notice.boundary;

import fr.gestmat.notice.control.Facts;
import fr.gestmat.notice.entity.Addressee;
import fr.gestmat.notice.entity.QueuedNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Where components hand in what families have to be told. Nothing is looked up and nothing is sent
 * here: it costs one INSERT in the caller's transaction, and no mail server can make the caller
 * fail. Jobs, which come back to it, {@link #queue} and fail with it; what people do must not fail
 * for it, and {@link #tryToQueue tries} (L019, L097, M-I04).
 */
@ApplicationScoped
public class Outbox {

  private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

  private static final String INSERT =
      "insert into notice (id, public_id, authority_id, school_id, kind, pupil_id, person_key,"
          + " person_name, person_address, subject_id, batch, facts, ready_at, created_at) values"
          + " (next value for notice_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** SQL states of a transaction that the database undid as a whole, as after a deadlock. */
  private static final String ROLLED_BACK = "40";

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Writes a notice down; what is rolled back is never told. Needs a transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void queue(NewNotice notice) {
    entities.persist(queued(notice));
  }

  /** Writes a notice to one person down; the same holds for it. Needs a transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void queue(PersonNotice notice) {
    entities.persist(queued(notice));
  }

  /**
   * Writes a notice down if that works; if not, the log of the server says what was not told. A
   * statement that the database refuses undoes itself alone, unless the whole transaction is lost.
   * Needs a transaction.
   *
   * @return whether it is written down
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean tryToQueue(NewNotice notice) {
    return insert(queued(notice));
  }

  /** Writes a notice to one person, who has an address, down if that works. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Told tryToQueue(PersonNotice notice) {
    return insert(queued(notice)) ? Told.MAILED : Told.LOST;
  }

  private QueuedNotice queued(NewNotice notice) {
    return new QueuedNotice(
        notice.authorityId(),
        notice.schoolId(),
        notice.kind(),
        notice.pupilId(),
        notice.subjectId(),
        notice.batch(),
        Facts.write(notice.facts()),
        notice.readyAt(),
        clock.instant());
  }

  private QueuedNotice queued(PersonNotice notice) {
    QueuedNotice queued =
        new QueuedNotice(
            notice.authorityId(),
            null,
            notice.kind(),
            null,
            notice.subjectId(),
            notice.batch(),
            Facts.write(notice.facts()),
            notice.readyAt(),
            clock.instant());
    queued.to(notice.to());
    return queued;
  }

  private boolean insert(QueuedNotice notice) {
    Optional<Addressee> to = notice.addressee();
    try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(INSERT)) {
      statement.setString(1, notice.publicId().toString());
      statement.setLong(2, notice.authorityId());
      statement.setObject(3, notice.schoolId(), Types.BIGINT);
      statement.setString(4, notice.kind());
      statement.setObject(5, notice.pupilId(), Types.BIGINT);
      statement.setObject(6, to.map(Addressee::key).orElse(null), Types.BIGINT);
      statement.setString(7, to.map(Addressee::name).orElse(null));
      statement.setString(8, to.map(Addressee::address).orElse(null));
      statement.setObject(9, notice.subjectId(), Types.BIGINT);
      statement.setString(10, notice.batch());
      statement.setString(11, notice.facts());
      statement.setObject(12, utc(notice.readyAt()));
      statement.setObject(13, utc(notice.createdAt()));
      statement.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith(ROLLED_BACK)) {
        throw new IllegalStateException("The transaction of a notice was rolled back", e);
      }
      LOG.log(
          System.Logger.Level.ERROR,
          notice.kind() + " (" + notice.batch() + ") could not be queued: nobody is told",
          e);
      return false;
    }
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
