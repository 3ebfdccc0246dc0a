package fr.gestmat.lending.control.departure;

import fr.gestmat.directory.entity.PupilsLeft;
import fr.gestmat.directory.entity.PupilsMoved;
import fr.gestmat.directory.entity.PupilsReturned;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.desk.DeskJournal;
import fr.gestmat.lending.control.policy.PolicyRows;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Marks running loans as "to return" when the directory says that pupils left, and takes the mark
 * back when they are there again. Loans stay open: only a scan or a declaration ends one. Works in
 * the transaction that changed the pupils, so that neither is ever known without the other.
 */
@ApplicationScoped
public class DepartedPupils {

  private static final int AT_ONCE = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private Journal journal;
  @Inject private PolicyRows policies;

  /** Whoever left gives back what they hold (L094). */
  void left(@Observes PupilsLeft event) {
    for (Loan loan : running(event.pupilIds())) {
      settle(loan, Whereabouts.GONE.mustReturn(true), event.on(), event.by());
    }
  }

  /** Policy says whether the loan follows to another school. */
  void moved(@Observes PupilsMoved event) {
    present(event.authorityId(), event.schoolId(), event.pupilIds(), event.on(), event.by());
  }

  /** Whoever is back keeps what they hold, as far as it follows. */
  void returned(@Observes PupilsReturned event) {
    present(event.authorityId(), event.schoolId(), event.pupilIds(), event.on(), event.by());
  }

  private void present(long authority, long school, List<Long> pupils, LocalDate on, String by) {
    boolean follows = policies.inForce(authority, on).loanFollowsPupil();
    for (Loan loan : running(pupils)) {
      Whereabouts where = loan.schoolId() == school ? Whereabouts.AT_ISSUER : Whereabouts.ELSEWHERE;
      settle(loan, where.mustReturn(follows), on, by);
    }
  }

  private void settle(Loan loan, boolean mustReturn, LocalDate on, String by) {
    if (mustReturn && loan.toReturnSince() == null) {
      loan.mustReturn(on);
      write(loan, LendingAction.TO_RETURN, by);
    } else if (!mustReturn && loan.toReturnSince() != null) {
      loan.mayStay();
      write(loan, LendingAction.MAY_STAY, by);
    }
  }

  private List<Loan> running(List<Long> pupils) {
    return IntStream.iterate(0, at -> at < pupils.size(), at -> at + AT_ONCE)
        .mapToObj(at -> pupils.subList(at, Math.min(at + AT_ONCE, pupils.size())))
        .flatMap(
            some ->
                entities
                    .createQuery(
                        "select l from Loan l where l.pupilId in :pupils and l.state <> :closed"
                            + " order by l.id",
                        Loan.class)
                    .setParameter("pupils", some)
                    .setParameter("closed", LoanState.CLOSED)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultStream())
        .toList();
  }

  private void write(Loan loan, LendingAction action, String by) {
    journal.write(
        new JournalEvent(
            loan.authorityId(),
            loan.schoolId(),
            null,
            by,
            action.name(),
            DeskJournal.DEVICE,
            loan.deviceId(),
            loan.pupilId(),
            Json.createObjectBuilder().add("loan", loan.publicId().toString()).build().toString()));
  }
}
