package fr.gestmat.lending.control.reminder;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.notice.boundary.NoticeCheck;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of notices about loans whether they still hold: one statement for a mail. */
@ApplicationScoped
public class LoanNotices implements NoticeCheck {

  private static final Set<NoticeKind> KINDS =
      EnumSet.of(
          NoticeKind.RETURNED,
          NoticeKind.DUE_DATE_CHANGED,
          NoticeKind.DUE_SOON,
          NoticeKind.DUE_TODAY,
          NoticeKind.OVERDUE,
          NoticeKind.CONVOCATION,
          NoticeKind.CAMPAIGN_REMAINS,
          NoticeKind.CAMPAIGN_LAST,
          NoticeKind.CLAIM_REFUSED,
          NoticeKind.CESSION_OFFERED);

  @Inject private ReadModel database;

  /**
   * A loan as it is now.
   *
   * @param state where it stands
   * @param due the day until which it is lent, as text; empty for the whole schooling
   * @param overSince when note was taken that it is over, to be told; an undo forgets it
   */
  record Now(LoanState state, String due, Optional<Instant> overSince) {}

  @Override
  public Set<NoticeKind> kinds() {
    return KINDS;
  }

  @Override
  public Set<Long> outOfDate(Collection<Queued> about) {
    Map<Long, Now> loans = new HashMap<>();
    database.list(
        new SqlText()
            .add(
                """
                select l.id, l.state, coalesce(least(l.to_return_since, l.due_on),
                  l.to_return_since, l.due_on, '') due, t.queued_at over_since
                from loan l left join loan_step t on t.loan_id = l.id
                  and t.due_on = '1970-01-01' and t.step = 'RETURNED' where
                """)
            .in("l.id in", about.stream().map(Queued::subjectId).distinct().toList()),
        row ->
            loans.put(
                row.number("id"),
                new Now(
                    LoanState.valueOf(row.text("state")),
                    row.text("due"),
                    row.maybeInstant("over_since"))));
    return about.stream()
        .filter(notice -> !holds(notice, Optional.ofNullable(loans.get(notice.subjectId()))))
        .map(Queued::id)
        .collect(Collectors.toSet());
  }

  /**
   * A return that was undone was none, and stays none when the device comes back after all: that
   * return is told by itself. A reminder speaks of one due date of an open loan.
   */
  static boolean holds(Queued notice, Optional<Now> loan) {
    if (loan.isEmpty()) {
      return false;
    }
    boolean open = loan.get().state() == LoanState.OPEN;
    return switch (notice.kind()) {
      case RETURNED ->
          loan.get().state() == LoanState.CLOSED
              && loan.get().overSince().filter(at -> !at.isAfter(notice.queuedAt())).isPresent();
      case DUE_SOON, DUE_TODAY, OVERDUE, DUE_DATE_CHANGED ->
          open && loan.get().due().equals(notice.facts().getOrDefault(LoanFacts.DUE, ""));
      default -> open;
    };
  }
}
