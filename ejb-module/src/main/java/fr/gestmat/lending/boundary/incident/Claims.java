package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.control.reminder.FollowUps;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A pupil says that the device was given back, and nobody saw it (L073). Such a loan no longer
 * counts in the limit, gets no reminder and is never presumed lost; a scan of the device asks who
 * found it (L025). If the school does not find it, it says so, and the loan goes on.
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Claims {

  /** Longest reason of a refusal, in characters. */
  public static final int LONGEST_REASON = 400;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private DeclaredDevices devices;
  @Inject private ReadModel database;
  @Inject private Today today;
  @Inject private FollowUps followUps;
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
    write(who, open, LendingAction.CLAIMED_RETURNED, "claimedOn", on.orElseThrow().toString());
    return new Answer.Done<>(open.state());
  }

  /** The claim that is open on a device; empty if there is none for the caller. */
  public Optional<LocalDate> claimed(UUID device) {
    Caller who = caller.get();
    return devices
        .find(device, who.scope(Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN))
        .flatMap(devices::loan)
        .filter(loan -> loan.state() == LoanState.CLAIMED_RETURNED)
        .flatMap(
            loan ->
                database.first(
                    new SqlText()
                        .add("select coalesce(claimed_on, date(checked_out_at)) claimed_on")
                        .add("from loan where id = ?", loan.id()),
                    row -> row.maybeDay("claimed_on").orElseThrow()));
  }

  /**
   * Refuses the claim: the device was looked for and is not there. The loan is open again, and the
   * family is told why.
   *
   * @param reason what the family reads, at most {@link #LONGEST_REASON} characters
   * @return whether the family will be told; empty if there is no such device for the caller
   */
  public Optional<Answer<Boolean>> refuse(UUID device, String reason) {
    Caller who = caller.get();
    return devices
        .lock(device, who.scope(Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN))
        .map(d -> refuse(who, d, reason.strip()));
  }

  private Answer<Boolean> refuse(Caller who, Device device, String reason) {
    Optional<Loan> loan = devices.loan(device).filter(l -> l.state() == LoanState.CLAIMED_RETURNED);
    List<Refusal> wrong = new ArrayList<>();
    if (loan.isEmpty()) {
      wrong.add(Refusal.of("motif", "noClaim"));
    }
    if (reason.isEmpty()) {
      wrong.add(Refusal.of("motif", "claimReasonMissing"));
    } else if (reason.length() > LONGEST_REASON) {
      wrong.add(Refusal.of("motif", "tooLong", LONGEST_REASON));
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    Loan open = loan.orElseThrow();
    open.move(LoanEvent.CLAIM_REFUSED);
    entities.flush();
    database.write(new SqlText().add("update loan set claimed_on = null where id = ?", open.id()));
    write(who, open, LendingAction.CLAIM_REFUSED, "reason", reason);
    return new Answer.Done<>(
        followUps.queue(
            new FollowUps.About(
                who.authorityId(),
                open.schoolId(),
                NoticeKind.CLAIM_REFUSED,
                open.pupilId(),
                open.id(),
                Map.of(
                    "device",
                    entities.find(DeviceModel.class, device.modelId()).name(),
                    "tag",
                    device.assetTag(),
                    "reason",
                    reason))));
  }

  private void write(Caller who, Loan loan, LendingAction action, String name, String value) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            loan.schoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            "DEVICE",
            loan.deviceId(),
            loan.pupilId(),
            Json.createObjectBuilder()
                .add("loan", loan.publicId().toString())
                .add(name, value)
                .build()
                .toString()));
  }
}
