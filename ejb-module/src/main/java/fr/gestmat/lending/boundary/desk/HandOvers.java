package fr.gestmat.lending.boundary.desk;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.desk.DeskJournal;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.LoanState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who came for a device. A parent may collect it in the pupil's stead, with parental authority; the
 * desk notes it after the scan, which asks nothing more of the others.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
public class HandOvers {

  private static final Role[] DESKS = {Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER};

  @Inject private CurrentCaller caller;
  @Inject private ReadModel database;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * A parent who may collect.
   *
   * @param id public id
   * @param name given name first
   */
  public record Parent(UUID id, String name) {}

  /**
   * A loan, and who came for its device.
   *
   * @param loan its public id
   * @param device public id of the device
   * @param assetTag its tag
   * @param pupil whose loan it is
   * @param state where the loan stands
   * @param parents who may have come in the pupil's stead
   * @param collector who did; empty if the pupil came
   */
  public record Card(
      UUID loan,
      UUID device,
      String assetTag,
      String pupil,
      LoanState state,
      List<Parent> parents,
      Optional<UUID> collector) {}

  private record Found(Card card, long loanKey, long deviceKey, long pupilKey, long schoolKey) {}

  /** A loan of the caller's schools; somebody else's looks like none. */
  public Optional<Card> find(UUID loan) {
    return found(loan).map(Found::card);
  }

  /**
   * Notes who came.
   *
   * @param parent empty if the pupil came
   * @return public id of the device; empty if there is no such loan for the caller
   */
  public Optional<Answer<UUID>> note(UUID loan, Optional<UUID> parent) {
    return found(loan).map(found -> note(found, parent));
  }

  private Answer<UUID> note(Found found, Optional<UUID> parent) {
    Optional<Parent> who =
        parent.flatMap(
            id -> found.card().parents().stream().filter(one -> one.id().equals(id)).findFirst());
    if (parent.isPresent() && who.isEmpty()) {
      return Answer.refused(Refusal.of("parent", "noGuardianship"));
    }
    if (found.card().state() == LoanState.CLOSED) {
      return Answer.refused(Refusal.of("parent", "loanOver"));
    }
    if (!found.card().collector().equals(parent)) {
      keep(found, who);
    }
    return new Answer.Done<>(found.card().device());
  }

  private void keep(Found found, Optional<Parent> parent) {
    Caller who = caller.get();
    database.write(
        new SqlText().add("delete from loan_collection where loan_id = ?", found.loanKey()));
    parent.ifPresent(
        one ->
            database.write(
                new SqlText()
                    .add("insert into loan_collection (loan_id, guardian_id, name, noted_at,")
                    .add(
                        "noted_by) select ?, g.id, ?, ?,",
                        found.loanKey(),
                        one.name(),
                        clock.instant())
                    .add("? from guardian g where g.public_id = ?", who.name(), one.id())));
    journal.write(
        new JournalEvent(
            who.authorityId(),
            found.schoolKey(),
            who.accountId(),
            who.name(),
            LendingAction.COLLECTOR_NOTED.name(),
            DeskJournal.DEVICE,
            found.deviceKey(),
            found.pupilKey(),
            Json.createObjectBuilder()
                .add("loan", found.card().loan().toString())
                // No name: the journal outlives what a loan forgets.
                .add("collector", parent.map(one -> one.id().toString()).orElse(""))
                .build()
                .toString()));
  }

  private Optional<Found> found(UUID loan) {
    Scope scope = caller.get().scope(DESKS);
    return database
        .first(
            new SqlText()
                .add("select l.id, l.public_id, l.state, l.school_id, d.id device_key,")
                .add("d.public_id device, d.asset_tag, u.id pupil_key,")
                .add("concat(u.given_name, ' ', u.family_name) pupil, g.public_id collector")
                .add("from loan l join device d on d.id = l.device_id")
                .add("join pupil u on u.id = l.pupil_id")
                .add("left join loan_collection k on k.loan_id = l.id")
                .add("left join guardian g on g.id = k.guardian_id")
                .add("where l.authority_id = ? and l.public_id = ?", scope.authorityId(), loan),
            this::found)
        .filter(found -> scope.covers(found.schoolKey()));
  }

  private Found found(Row row) throws SQLException {
    long pupil = row.number("pupil_key");
    return new Found(
        new Card(
            row.id("public_id"),
            row.id("device"),
            row.text("asset_tag"),
            row.text("pupil"),
            LoanState.valueOf(row.text("state")),
            parents(pupil),
            row.maybeId("collector")),
        row.number("id"),
        row.number("device_key"),
        pupil,
        row.number("school_id"));
  }

  private List<Parent> parents(long pupil) {
    return database.list(
        new SqlText()
            .add("select g.public_id, concat(g.given_name, ' ', g.family_name) name")
            .add("from guardianship h join guardian g on g.id = h.guardian_id")
            .add("where h.pupil_id = ? and h.parental_authority", pupil)
            .add("order by h.rank_order, g.id limit 20"),
        row -> new Parent(row.id("public_id"), row.text("name")));
  }
}
