package fr.gestmat.lending.control.reminder;

import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Hands in what families are told of incidents, charges, claims and swaps that no desk saw. What a
 * school does within an hour goes to a person in one mail, and what was put right within it is
 * never told.
 */
@ApplicationScoped
public class FollowUps {

  private static final Duration HOUR = Duration.ofHours(1);

  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /**
   * What is told.
   *
   * @param schoolId the school that tells it
   * @param pupilId whose family is told
   * @param subjectId what it speaks of, for the check before it goes
   * @param facts the values of its sentence
   */
  public record About(
      long authorityId,
      long schoolId,
      NoticeKind kind,
      long pupilId,
      long subjectId,
      Map<String, String> facts) {}

  /**
   * Queues it for the end of the hour. Needs a transaction, which does not fail for it: a found
   * device is scanned, an incident decided (L019).
   *
   * @return whether it is written down; if not, the family is not told
   */
  public boolean queue(About about) {
    Instant ready = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(HOUR);
    return outbox.tryToQueue(
        new NewNotice(
            about.authorityId(),
            about.schoolId(),
            about.kind(),
            about.pupilId(),
            about.subjectId(),
            "follow-up:" + about.schoolId() + ":" + ready.getEpochSecond(),
            about.facts(),
            ready));
  }
}
