package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Issues agreements for many pupils at once. Needs a transaction. */
@ApplicationScoped
public class AgreementIssue {

  /** Most pupils of one order. */
  public static final int MOST = 5_000;

  private static final String INSERT =
      "insert into loan_agreement (id, public_id, authority_id, school_id, pupil_id, text_id, code,"
          + " note, ends_on, issued_at, issued_by)"
          + " values (next value for loan_agreement_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Condition that agreement {@code x} still binds on a day. */
  private static final String BINDS =
      """
      x.state = 'ACTIVE' and (x.ends_on is null or x.ends_on >= ?)
        and (not exists (select 1 from loan l where l.agreement_id = x.id)
          or exists (select 1 from loan l where l.agreement_id = x.id and l.state <> 'CLOSED'))
      """;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private ReadModel reads;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * What is to be issued.
   *
   * @param text the published version
   * @param schoolKey database id of the school
   * @param schoolClass public id of one of its classes; empty for all pupils of the school
   * @param pupils public ids of the pupils; empty for all of the class or school
   * @param note what the school adds; may be empty
   * @param endsOn the last day; empty for the whole schooling
   * @param model public id of a model that is promised and not handed over yet
   */
  public record Wish(
      AgreementTexts.Version text,
      long schoolKey,
      Optional<UUID> schoolClass,
      List<UUID> pupils,
      String note,
      Optional<LocalDate> endsOn,
      Optional<UUID> model) {

    /** Copies the pupils. */
    public Wish {
      pupils = List.copyOf(pupils);
    }
  }

  /**
   * What was done.
   *
   * @param issued new agreements
   * @param bound pupils who had one that still binds: nothing was issued for them
   */
  public record Issued(int issued, int bound) {}

  /**
   * Issues an agreement for each active pupil who has none that binds, and puts the devices that
   * the pupil holds already under it.
   */
  public Issued issue(Caller who, Wish wish, LocalDate today) {
    List<Long> pupils = reads.list(pupils(who, wish), row -> row.number("id"));
    List<Long> free =
        pupils.isEmpty()
            ? List.of()
            : reads.list(
                new SqlText()
                    .add("select p.id from pupil p")
                    .in("where p.id in", pupils)
                    .add("and not exists (select 1 from loan_agreement x")
                    .add("where x.pupil_id = p.id and " + BINDS + ") order by p.id", today),
                row -> row.number("id"));
    if (!free.isEmpty()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      insert(who, wish, free, now);
      promise(wish, now);
      putUnder(wish, now, today);
      journal(who, wish, free.size());
    }
    return new Issued(free.size(), pupils.size() - free.size());
  }

  /** Locked, so that two people who issue at once do not issue twice. */
  private SqlText pupils(Caller who, Wish wish) {
    SqlText sql =
        new SqlText()
            .add("select p.id from pupil p where p.authority_id = ?", who.authorityId())
            .add("and p.school_id = ? and p.status = 'ACTIVE'", wish.schoolKey());
    wish.schoolClass()
        .ifPresent(
            id ->
                sql.add("and exists (select 1 from pupil_class k")
                    .add("join school_class c on c.id = k.class_id")
                    .add("where k.pupil_id = p.id and c.public_id = ?)", id));
    if (!wish.pupils().isEmpty()) {
      sql.in("and p.public_id in", wish.pupils().stream().map(UUID::toString).toList());
    }
    return sql.add("order by p.id limit ? for update", MOST);
  }

  private void insert(Caller who, Wish wish, List<Long> pupils, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (long pupil : pupils) {
        statement.setString(1, UUID.randomUUID().toString());
        statement.setLong(2, who.authorityId());
        statement.setLong(3, wish.schoolKey());
        statement.setLong(4, pupil);
        statement.setLong(5, wish.text().key());
        statement.setString(6, AgreementCode.next());
        statement.setString(7, wish.note());
        statement.setObject(8, wish.endsOn().orElse(null));
        statement.setObject(9, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        statement.setString(10, who.name());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("could not issue agreements", e);
    }
  }

  /** A promised device is no line where the pupil holds one of that model already. */
  private void promise(Wish wish, Instant now) {
    wish.model()
        .ifPresent(
            model ->
                reads.write(
                    new SqlText()
                        .add("insert into agreement_promise (agreement_id, model_id)")
                        .add("select a.id, m.id from loan_agreement a join device_model m")
                        .add("on m.authority_id = a.authority_id and m.public_id = ?", model)
                        .add("where a.school_id = ? and a.issued_at = ?", wish.schoolKey(), now)
                        .add("and a.text_id = ?", wish.text().key())));
  }

  private void putUnder(Wish wish, Instant now, LocalDate today) {
    reads.write(
        new SqlText()
            .add("update loan_agreement a join loan l on l.pupil_id = a.pupil_id")
            .add("left join loan_agreement o on o.id = l.agreement_id")
            .add("set l.agreement_id = a.id")
            .add("where a.school_id = ? and a.issued_at = ?", wish.schoolKey(), now)
            .add("and a.text_id = ? and l.state <> 'CLOSED'", wish.text().key())
            .add("and (o.id is null or o.state = 'CANCELLED' or o.ends_on < ?)", today));
  }

  private void journal(Caller who, Wish wish, int issued) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            wish.schoolKey(),
            who.accountId(),
            who.name(),
            LendingAction.AGREEMENTS_ISSUED.name(),
            "AGREEMENT_TEXT",
            wish.text().key(),
            null,
            Json.createObjectBuilder()
                .add("agreements", issued)
                .add("text", wish.text().text().name())
                .add("number", wish.text().number())
                .build()
                .toString()));
  }
}
