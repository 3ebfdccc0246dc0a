package fr.gestmat.lending.control.condition;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.Pupil;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.ConditionReport;
import fr.gestmat.lending.entity.KitStep;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * The reports of condition, and who may see and change which: one for each end of a loan, open at
 * the hand-over until the device is back, at the return until it is lent again.
 */
@ApplicationScoped
public class ConditionBook {

  private static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };

  @PersistenceContext private EntityManager entities;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** The roles that see conditions, each on its schools. */
  public static Role[] readers() {
    return READERS.clone();
  }

  /** A loan that the caller may see. */
  public Optional<Loan> loan(Caller who, UUID id) {
    return entities
        .createQuery("select l from Loan l where l.publicId = :id", Loan.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .filter(loan -> isVisible(who, loan));
  }

  /** Whether the caller may see a loan: its school or that of its pupil is among the own. */
  public boolean isVisible(Caller who, Loan loan) {
    Scope scope = who.scope(READERS);
    return loan.authorityId() == scope.authorityId()
        && (scope.covers(loan.schoolId())
            || Optional.ofNullable(entities.find(Pupil.class, loan.pupilId()))
                .filter(pupil -> scope.covers(pupil.school().id()))
                .isPresent());
  }

  /** Whether something may still be said of this end of a loan. */
  public boolean isOpen(Loan loan, KitStep step) {
    return step == KitStep.RETURN
        ? loan.state() == LoanState.CLOSED && isLatest(loan)
        : loan.state() != LoanState.CLOSED;
  }

  /** Whether the device was not lent again since. */
  private boolean isLatest(Loan loan) {
    return entities
        .createQuery(
            "select count(l) from Loan l where l.deviceId = :device and l.id > :id", Long.class)
        .setParameter("device", loan.deviceId())
        .setParameter("id", loan.id())
        .getSingleResult()
        .equals(0L);
  }

  /** The report of one end of a loan, locked; a new one if there is none yet. */
  public ConditionReport report(Caller who, Loan loan, KitStep step, ConditionGrade grade) {
    return entities
        .createQuery(
            "select r from ConditionReport r where r.loanId = :loan and r.step = :step",
            ConditionReport.class)
        .setParameter("loan", loan.id())
        .setParameter("step", step)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseGet(
            () -> {
              ConditionReport report =
                  new ConditionReport(loan, step, grade, clock.instant(), who.name());
              entities.persist(report);
              entities.flush();
              return report;
            });
  }

  /** Writes a line about a loan's device. */
  public void write(Caller who, Loan loan, LendingAction action, JsonObjectBuilder detail) {
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
            detail.add("loan", loan.publicId().toString()).build().toString()));
  }
}
