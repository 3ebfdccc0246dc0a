package fr.gestmat.lending.control.reminder;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.agreement.AwaitedSignatures;
import fr.gestmat.lending.control.agreement.AwaitedSignatures.Awaited;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells who has to sign an agreement, once it is issued and then as a reminder, each step once. */
@ApplicationScoped
public class AgreementReminders {

  private static final int AT_ONCE = 200;
  private static final int MOST = 4;

  @Inject private AwaitedSignatures awaited;
  @Inject private AgreementSteps steps;
  @Inject private Outbox outbox;
  @Inject private Today today;
  @Inject private Clock clock;

  /**
   * What a batch did.
   *
   * @param queued how many reminders
   * @param last the last agreement that was looked at; empty at the end
   */
  public record Done(int queued, Optional<Long> last) {}

  /**
   * Which reminder an agreement has reached, by the rhythm of the authority; 0 says that it is
   * there to be signed.
   */
  static int step(LocalDate issued, LocalDate day, int everyDays) {
    return (int) Math.min(Math.max(ChronoUnit.DAYS.between(issued, day), 0) / everyDays, MOST);
  }

  /**
   * Queues what the next agreements have reached.
   *
   * @param after the last agreement of the batch before
   */
  @InTransaction(ofItsOwn = true)
  public Done next(long authority, int everyDays, long after) {
    LocalDate day = today.in(authority);
    Map<Long, List<Awaited>> agreements =
        awaited.page(authority, day, after, AT_ONCE).stream()
            .collect(
                Collectors.groupingBy(
                    Awaited::agreementKey, LinkedHashMap::new, Collectors.toList()));
    int queued = 0;
    long last = after;
    for (Map.Entry<Long, List<Awaited>> one : agreements.entrySet()) {
      Awaited first = one.getValue().get(0);
      int step = step(LocalDate.ofInstant(first.issuedAt(), today.zone(authority)), day, everyDays);
      if (steps.first(one.getKey(), step)) {
        outbox.queue(notice(authority, day, first, one.getValue()));
        queued++;
      }
      last = one.getKey();
    }
    return new Done(queued, agreements.size() < AT_ONCE ? Optional.empty() : Optional.of(last));
  }

  private NewNotice notice(long authority, LocalDate day, Awaited first, List<Awaited> all) {
    boolean pupil = all.stream().anyMatch(a -> a.party() == Party.PUPIL);
    boolean guardian = all.stream().anyMatch(a -> a.party() == Party.GUARDIAN);
    return new NewNotice(
        authority,
        first.schoolKey(),
        NoticeKind.AGREEMENT_TO_SIGN,
        first.pupilKey(),
        first.agreementKey(),
        "sign:" + day,
        Map.of(
            "who",
            pupil && guardian
                ? "la signature de l'élève et celle d'un responsable"
                : pupil ? "la signature de l'élève" : "la signature d'un responsable",
            AgreementSteps.PUPIL,
            Boolean.toString(pupil),
            AgreementSteps.GUARDIAN,
            Boolean.toString(guardian)),
        clock.instant());
  }

  /** Its hour. */
  @ApplicationScoped
  public static class Job implements PlannedJob {

    /** Name of the job on the page of jobs. */
    public static final String NAME = "agreement-reminders";

    @Inject private SettingRows settings;
    @Inject private AgreementReminders reminders;

    @Override
    public JobPlan plan() {
      return new JobPlan(NAME, Duration.ofHours(6), Duration.ofHours(1));
    }

    @Override
    public JobReport work() {
      int queued = 0;
      for (long authority : settings.authorities()) {
        queued += remind(authority);
      }
      return JobReport.of("reminders", queued);
    }

    /**
     * Queues what an authority's agreements have reached and was not told yet.
     *
     * @return how many reminders
     */
    public int remind(long authority) {
      int every = settings.of(authority).settings().everyDays();
      int queued = 0;
      Optional<Long> after = Optional.of(0L);
      while (after.isPresent()) {
        Done done = reminders.next(authority, every, after.get());
        queued += done.queued();
        after = done.last();
      }
      return queued;
    }
  }
}
