package fr.gestmat.lending.control.reminder;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.notice.boundary.NoticeCheck;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was told of an agreement already, and whether it still waits for who was missing. */
@ApplicationScoped
public class AgreementSteps implements NoticeCheck {

  static final String PUPIL = "pupilMissing";
  static final String GUARDIAN = "guardianMissing";

  @Inject private ReadModel database;
  @Inject private Clock clock;

  /**
   * An agreement that is live, as it is now.
   *
   * @param pupil whether the pupil has not signed
   * @param guardian whether no guardian has
   */
  record Now(boolean pupil, boolean guardian) {}

  /**
   * Takes note of a step, in the transaction that queues its notice.
   *
   * @return false if somebody else told it already
   */
  boolean first(long agreement, int step) {
    return database.write(
            new SqlText()
                .add(
                    "insert ignore into agreement_step (agreement_id, step, queued_at)"
                        + " values (?, ?, ?)",
                    agreement,
                    step,
                    clock.instant()))
        == 1;
  }

  @Override
  public Set<NoticeKind> kinds() {
    return Set.of(NoticeKind.AGREEMENT_TO_SIGN);
  }

  @Override
  public Set<Long> outOfDate(Collection<Queued> about) {
    Map<Long, Now> live = new HashMap<>();
    database.list(
        new SqlText()
            .add(
                "select id, pupil_signed_at is null pupil, guardian_signed_at is null guardian from"
                    + " loan_agreement where state = 'ACTIVE' and")
            .in("id in", about.stream().map(Queued::subjectId).distinct().toList()),
        row -> live.put(row.number("id"), new Now(row.yes("pupil"), row.yes("guardian"))));
    return about.stream()
        .filter(notice -> !holds(notice, Optional.ofNullable(live.get(notice.subjectId()))))
        .map(Queued::id)
        .collect(Collectors.toSet());
  }

  /** As long as one of those who were missing still is. */
  static boolean holds(Queued notice, Optional<Now> now) {
    return now.isPresent()
        && ((now.get().pupil() && "true".equals(notice.facts().get(PUPIL)))
            || (now.get().guardian() && "true".equals(notice.facts().get(GUARDIAN))));
  }
}
