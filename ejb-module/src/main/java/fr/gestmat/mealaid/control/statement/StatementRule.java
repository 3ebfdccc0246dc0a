package fr.gestmat.mealaid.control.statement;

import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.control.statement.Presence.Part;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.statement.LineKind;
import fr.gestmat.mealaid.entity.statement.LineProblem;
import fr.gestmat.mealaid.entity.statement.LineRemark;
import fr.gestmat.mealaid.entity.statement.StatedAmount;
import fr.gestmat.mealaid.entity.statement.StatedChild;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a school's statement. What is due comes from decisions, which say the amount of each
 * term; here it is only divided by days and compared with what final statements hold. So a child is
 * never paid twice, whatever was computed in which order: no change gives no line, a change one
 * minus and one plus line, what was never paid one line, what is not due any more one minus line
 * (M-K04, M-K05, M-K09).
 */
public final class StatementRule {

  private static final Comparator<Grant> BY_NAME =
      Comparator.comparing((Grant grant) -> grant.child().familyName(), String::compareToIgnoreCase)
          .thenComparing(grant -> grant.child().givenName(), String::compareToIgnoreCase)
          .thenComparingLong(Grant::applicationId);

  private StatementRule() {}

  /**
   * All lines of a statement, whose sum is never below zero.
   *
   * @param grants the applications that concern the school
   * @param paid what the school's final statements hold
   * @param carried what earlier final statements of the school could not recover
   */
  public static List<StatedLine> lines(
      StatementOrder order, List<Grant> grants, List<Paid> paid, List<CarriedOver> carried) {
    List<StatedLine> lines = new ArrayList<>();
    grants.stream().sorted(BY_NAME).forEach(grant -> lines.addAll(of(order, grant, paid)));
    for (CarriedOver over : carried) {
      lines.add(carry(LineKind.CARRIED_IN, order, over.amount().negate(), over.statementId()));
    }
    return balanced(order, lines);
  }

  /** The lines of one application. */
  public static List<StatedLine> of(StatementOrder order, Grant grant, List<Paid> paid) {
    if (grant.problem().isPresent()) {
      return inError(order, grant, grant.problem().get());
    }
    List<StatedLine> lines = new ArrayList<>();
    for (Term term : order.concerned()) {
      Optional<Paid> before =
          paid.stream()
              .filter(p -> p.applicationId() == grant.applicationId())
              .filter(p -> p.term() == term.number())
              .findFirst();
      lines.addAll(compared(order, grant, term, before));
    }
    return lines;
  }

  /**
   * The same lines, lifted to zero if they take back more than they give: the rest is carried over
   * to the next statement.
   */
  public static List<StatedLine> balanced(StatementOrder order, List<StatedLine> lines) {
    List<StatedLine> all =
        new ArrayList<>(lines.stream().filter(l -> l.kind() != LineKind.CARRIED_OUT).toList());
    BigDecimal sum =
        all.stream().map(StatedLine::amount).reduce(StatedAmount.ZERO, BigDecimal::add);
    if (sum.signum() < 0) {
      all.add(carry(LineKind.CARRIED_OUT, order, sum.negate(), null));
    }
    return List.copyOf(all);
  }

  private static List<StatedLine> compared(
      StatementOrder order, Grant grant, Term term, Optional<Paid> before) {
    Optional<StatedAmount> due = due(grant, term, order.schoolId(), before);
    Optional<Paid> standing = before.filter(paid -> !paid.isNothing());
    if (standing.isEmpty()) {
      boolean own = order.kind() == StatementKind.REGULAR && term.number() == order.term();
      return due.filter(money -> own || gives(money))
          .map(money -> line(own ? LineKind.DUE : LineKind.ARREARS, term, grant.child(), money))
          .map(List::of)
          .orElse(List.of());
    }
    Paid paid = standing.get();
    if (due.isPresent() && same(paid, due.get())) {
      return List.of();
    }
    StatedLine back =
        line(
            due.filter(StatementRule::gives).isPresent() ? LineKind.CANCELLED : LineKind.RECOVERY,
            term,
            grant.child(),
            new StatedAmount(
                null, null, paid.rate(), null, null, 0, 0, paid.amount().negate(), null));
    return due.filter(StatementRule::gives)
        .map(money -> List.of(back, line(LineKind.REPLACED, term, grant.child(), money)))
        .orElse(List.of(back));
  }

  private static boolean same(Paid paid, StatedAmount due) {
    return paid.amount().compareTo(due.amount()) == 0 && sameRate(paid.rate(), due.rate());
  }

  private static boolean sameRate(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null ? other == null : other != null && one.compareTo(other) == 0;
  }

  private static boolean gives(StatedAmount money) {
    return money.amount().signum() > 0 || money.rate() != null;
  }

  /** What is due in this school, if the child was there and anything is given. */
  private static Optional<StatedAmount> due(
      Grant grant, Term term, long schoolId, Optional<Paid> before) {
    Optional<DecisionTerm> given = grant.in(term.number()).filter(StatementRule::gives);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Presence presence = Presence.in(term, grant.stays());
    return presence
        .part(schoolId, given.get().amount())
        .map(part -> money(grant, given.get(), presence, part, eatsAtHome(grant, before)));
  }

  private static boolean gives(DecisionTerm given) {
    BigDecimal rate = given.rate();
    return given.amount().signum() > 0 || (rate != null && rate.signum() > 0);
  }

  /** A term that was paid keeps the régime of then: who eats at home now did not before. */
  private static boolean eatsAtHome(Grant grant, Optional<Paid> before) {
    String regime = before.map(Paid::boardingStatus).orElse(grant.child().boardingStatus());
    return BoardingStatus.DAY.name().equals(regime);
  }

  private static StatedAmount money(
      Grant grant, DecisionTerm given, Presence presence, Part part, boolean eatsAtHome) {
    boolean whole = part.days() == presence.termDays();
    LineRemark remark = eatsAtHome ? LineRemark.DAY_PUPIL : whole ? null : LineRemark.PRORATED;
    return new StatedAmount(
        grant.unit(),
        grant.unitAmount(),
        eatsAtHome ? null : given.rate(),
        part.first(),
        part.last(),
        part.days(),
        presence.termDays(),
        eatsAtHome ? StatedAmount.ZERO : part.amount(),
        remark);
  }

  private static List<StatedLine> inError(StatementOrder order, Grant grant, LineProblem problem) {
    boolean here = grant.stays().stream().anyMatch(stay -> stay.schoolId() == order.schoolId());
    return here
        ? List.of(
            new StatedLine(
                order.kind() == StatementKind.REGULAR ? LineKind.DUE : LineKind.ARREARS,
                order.term(),
                grant.child(),
                StatedAmount.of(StatedAmount.ZERO),
                problem,
                null))
        : List.of();
  }

  private static StatedLine line(LineKind kind, Term term, StatedChild child, StatedAmount money) {
    return new StatedLine(kind, term.number(), child, money, null, null);
  }

  private static StatedLine carry(
      LineKind kind, StatementOrder order, BigDecimal amount, @Nullable Long source) {
    return new StatedLine(
        kind, order.term(), StatedChild.NOBODY, StatedAmount.of(amount), null, source);
  }
}
