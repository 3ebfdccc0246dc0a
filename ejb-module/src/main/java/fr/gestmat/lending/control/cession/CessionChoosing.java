package fr.gestmat.lending.control.cession;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.cession.CessionBook.PupilLine;
import fr.gestmat.lending.control.cession.CessionKeeping.Choice;
import fr.gestmat.lending.control.cession.CessionKeeping.Held;
import fr.gestmat.lending.control.cession.CessionRule.Standing;
import fr.gestmat.lending.control.policy.EndOfSchooling;
import fr.gestmat.lending.control.policy.PolicyRows;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Weighs what somebody chooses by policy, age and the loan as it stands. */
@ApplicationScoped
public class CessionChoosing {

  private static final int MAJORITY = 18;

  @Inject private CessionBook book;
  @Inject private CessionKeeping keeping;
  @Inject private PolicyRows policies;
  @Inject private Today today;

  /** What the caller's authority does with devices at the end of schooling. */
  public EndOfSchooling end(Caller who) {
    return policies.inForce(who.authorityId(), today.in(who.authorityId())).endOfSchooling();
  }

  /** Whether a pupil is of age today; false if the date of birth is unknown. */
  public boolean isAdult(Caller who, PupilLine line) {
    LocalDate day = today.in(who.authorityId());
    return line.birthDate().filter(born -> !born.plusYears(MAJORITY).isAfter(day)).isPresent();
  }

  /** Where a loan stands as it was read, for a page that shows it. */
  public Standing standing(Caller who, PupilLine line) {
    return standing(who, line, line.state());
  }

  /** Where a loan stands that is held. */
  public Standing standing(Caller who, PupilLine line, Held held) {
    LoanState state = held.loan().state();
    // A loan whose device is elsewhere can't be given away, whatever the loan says.
    boolean elsewhere = !held.isLent() && state == LoanState.OPEN;
    return standing(who, line, elsewhere ? LoanState.CLOSED : state);
  }

  private Standing standing(Caller who, PupilLine line, LoanState state) {
    return new Standing(
        end(who).givesTo(line.mef()),
        state,
        isAdult(who, line),
        line.accepted().isPresent(),
        line.number().isPresent(),
        end(who).opensAfter(today.in(who.authorityId())));
  }

  /** Why a device that is held can't be kept now; empty if it can, or is to be brought back. */
  public List<Refusal> keeping(PupilLine line, boolean accepted) {
    return CessionRule.keeping(accepted && book.incidentRuns(line.deviceKey()));
  }

  /**
   * Makes a choice, or makes it anew in place of the one that is recorded; the same choice again
   * changes nothing.
   *
   * @param before the loan as it was read before it is held
   * @return why it can't be; empty if it was done
   */
  public List<Refusal> choose(Caller who, Scope scope, PupilLine before, Choice choice) {
    Held held = keeping.hold(before);
    PupilLine line = book.find(scope, before.loan()).orElse(before);
    boolean accepted = line.accepted().orElse(false);
    if (line.accepted().isPresent() && accepted == choice.accepted()) {
      return List.of();
    }
    List<Refusal> reasons =
        new ArrayList<>(CessionRule.changing(standing(who, line, held), accepted, choice.by()));
    reasons.addAll(keeping(line, choice.accepted()));
    if (!reasons.isEmpty()) {
      return reasons;
    }
    if (line.accepted().isPresent() && !keeping.undo(who, line, held)) {
      return List.of(Refusal.of("choice", "changedSince"));
    }
    keeping.keep(who, line, held, choice);
    return List.of();
  }
}
