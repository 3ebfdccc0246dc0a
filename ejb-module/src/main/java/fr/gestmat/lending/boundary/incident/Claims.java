package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.boundary.stock.Answer;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.Refusal;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.lending.entity.LoanState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A pupil says that the device was given back, and nobody saw it (L073). Such a loan no longer
 * counts in the limit, gets no reminder and is never presumed lost; a scan of the device asks who
 * found it (L025).
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Claims {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private DeclaredDevices devices;
  @Inject private ReadModel database;
  @Inject private Today today;
  @Inject private Journal journal;

  /**
   * Notes the claim.
   *
   * @param on the day on which the pupil says that it was
   * @return empty if there is no such device for the caller
   */
  public Optional<Answer<LoanState>> claim(UUID device, Optional<LocalDate> on) {
    Caller who = caller.get();
    return devices
        .lock(device, who.scope(Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN))
        .map(d -> claim(who, d, on));
  }

  private Answer<LoanState> claim(Caller who, Device device, Optional<LocalDate> on) {
    Optional<Loan> loan = devices.loan(device).filter(l -> l.state() == LoanState.OPEN);
    List<Refusal> wrong = new ArrayList<>();
    if (loan.isEmpty()) {
      wrong.add(Refusal.of("claimedOn", "claimWithoutLoan"));
    }
    if (on.isEmpty()) {
      wrong.add(Refusal.of("claimedOn", "claimDateMissing"));
    } else if (on.get().isAfter(today.in(who.authorityId()))) {
      wrong.add(Refusal.of("claimedOn", "dateInFuture"));
    } else if (loan.filter(
            l ->
                on.get()
                    .isBefore(LocalDate.ofInstant(l.checkedOutAt(), today.zone(who.authorityId()))))
        .isPresent()) {
      wrong.add(Refusal.of("claimedOn", "claimBeforeLoan"));
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    Loan open = loan.orElseThrow();
    open.move(LoanEvent.CLAIMED_RETURNED);
    entities.flush();
    database.write(
        new SqlText()
            .add("update loan set claimed_on = ? where id = ?", on.orElseThrow(), open.id()));
    journal.write(
        new JournalEvent(
            who.authorityId(),
            open.schoolId(),
            who.accountId(),
            who.name(),
            LendingAction.CLAIMED_RETURNED.name(),
            "DEVICE",
            device.id(),
            open.pupilId(),
            Json.createObjectBuilder()
                .add("loan", open.publicId().toString())
                .add("claimedOn", on.orElseThrow().toString())
                .build()
                .toString()));
    return new Answer.Done<>(open.state());
  }
}
