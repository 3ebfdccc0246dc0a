package fr.gestmat.lending.control.charge;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.charge.ChargeLife.Moved;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ChargeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was sent to the finance system at once. Whoever sends holds the lock of the authority's
 * counter from before the charges are read: two who send at the same time send different charges,
 * and numbers follow each other.
 */
@ApplicationScoped
public class ChargeBatches {

  /** Charges that one file holds at most; the rest waits for the next. */
  public static final int MOST = 5_000;

  @Inject private ReadModel database;
  @Inject private ChargeNumbers numbers;
  @Inject private ChargeLife life;

  /** A file that was sent. */
  public record Batch(UUID id, int charges, int corrections, Instant sentAt, String sentBy) {}

  /** How many charges and corrections wait to be sent. */
  public long waiting(long authorityId) {
    return database.number(
        new SqlText()
            .add("select count(*) n from recovery_charge where authority_id = ?", authorityId)
            .add("and (state = 'VALIDATED' or correction_due)"));
  }

  /**
   * Sends what waits, in the order in which it was proposed.
   *
   * @param year the calendar year in which the numbers count
   * @return the file; empty if nothing waits
   */
  public Optional<UUID> send(ChargeLife.Actor by, int year, Instant now) {
    long authorityId = by.authorityId();
    int first = numbers.take(authorityId, year, 0);
    List<Moved> charges =
        some(authorityId, "and state = 'VALIDATED' order by id limit " + MOST + " for update");
    List<Moved> corrections =
        some(authorityId, "and correction_due order by id limit " + MOST + " for update");
    if (charges.isEmpty() && corrections.isEmpty()) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    database.write(
        new SqlText()
            .add("insert into charge_batch set id = nextval(charge_batch_seq), public_id = ?,", id)
            .add("authority_id = ?, charges = ?,", authorityId, charges.size())
            .add("corrections = ?, sent_at = ?, sent_by = ?", corrections.size(), now, by.name()));
    long batch =
        database.number(new SqlText().add("select id n from charge_batch where public_id = ?", id));
    for (int i = 0; i < charges.size(); i++) {
      Moved charge = charges.get(i);
      database.write(
          new SqlText()
              .add("update recovery_charge set state = 'SENT', charge_year = ?,", year)
              .add("number = ?, batch_id = ?, changed_at = ?,", first + i, batch, now)
              .add("version = version + 1 where id = ? and state = 'VALIDATED'", charge.key()));
      life.moved(charge, Optional.of(ChargeState.VALIDATED), ChargeState.SENT, by);
    }
    if (!charges.isEmpty()) {
      numbers.take(authorityId, year, charges.size());
    }
    for (Moved correction : corrections) {
      database.write(
          new SqlText()
              .add("insert into charge_correction (batch_id, charge_id, state)")
              .add("select ?, id, state from recovery_charge", batch)
              .add("where id = ?", correction.key()));
      database.write(
          new SqlText()
              .add("update recovery_charge set correction_due = false, version = version + 1")
              .add("where id = ?", correction.key()));
    }
    return Optional.of(id);
  }

  /** The files that were sent, the latest first. */
  public List<Batch> latest(long authorityId) {
    return database.list(
        new SqlText()
            .add("select * from charge_batch where authority_id = ?", authorityId)
            .add("order by id desc limit 50"),
        row ->
            new Batch(
                row.id("public_id"),
                (int) row.number("charges"),
                (int) row.number("corrections"),
                row.instant("sent_at"),
                row.text("sent_by")));
  }

  /** The lines of a file; the same each time. Empty if there is no such file. */
  public List<FinanceLine> lines(long authorityId, UUID id) {
    Scope whole = new Scope(authorityId, true, Set.of());
    List<FinanceLine> lines =
        new ArrayList<>(
            database.list(
                ChargeRows.columns()
                    .add(ChargeRows.from(whole, ChargeRows.Filter.ALL))
                    .add(
                        "and r.batch_id = (select b.id from charge_batch b where b.public_id = ?",
                        id)
                    .add("and b.authority_id = ?) order by r.number", authorityId),
                row -> new FinanceLine(ChargeRows.charge(row), ChargeState.SENT)));
    lines.addAll(
        database.list(
            ChargeRows.columns()
                .add(", (select k.state from charge_correction k join charge_batch b")
                .add("on b.id = k.batch_id where k.charge_id = r.id and b.public_id = ?) tells", id)
                .add(ChargeRows.from(whole, ChargeRows.Filter.ALL))
                .add("and r.id in (select k.charge_id from charge_correction k join charge_batch b")
                .add("on b.id = k.batch_id where b.public_id = ?", id)
                .add("and b.authority_id = ?) order by r.charge_year, r.number", authorityId),
            row ->
                new FinanceLine(ChargeRows.charge(row), ChargeState.valueOf(row.text("tells")))));
    return lines;
  }

  private List<Moved> some(long authorityId, String which) {
    return database.list(
        new SqlText()
            .add("select id, school_id, amount from recovery_charge")
            .add("where authority_id = ?", authorityId)
            .add(which),
        Moved::read);
  }
}
