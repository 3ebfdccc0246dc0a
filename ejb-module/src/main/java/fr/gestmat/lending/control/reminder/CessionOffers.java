package fr.gestmat.lending.control.reminder;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.policy.EndOfSchooling;
import fr.gestmat.lending.control.policy.PolicyRows;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.boundary.PublicPages;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells families that the choice at the end of schooling is open, once for a loan, where policy
 * names the day on which it opens. Who chose already is told nothing.
 */
@ApplicationScoped
public class CessionOffers {

  private static final String STEP = "CESSION_OFFERED";
  private static final int AT_ONCE = 500;

  @Inject private ReadModel database;
  @Inject private LoanSteps steps;
  @Inject private Outbox outbox;
  @Inject private PublicPages pages;
  @Inject private Clock clock;

  private record Offered(long loan, UUID id, long pupil, long school, String tag, String model) {}

  /**
   * What a batch did.
   *
   * @param queued how many offers
   * @param last the last loan that was looked at; empty at the end
   */
  public record Done(int queued, Optional<Long> last) {}

  /**
   * Queues the offers of the next loans.
   *
   * @param opened the day on which the choice opened this year
   * @param after the last loan of the batch before
   */
  @InTransaction(ofItsOwn = true)
  public Done next(long authority, EndOfSchooling end, LocalDate opened, long after) {
    List<Offered> loans = database.list(open(authority, end, after), CessionOffers::offered);
    int queued = 0;
    for (Offered loan : loans) {
      if (steps.first(new LoanSteps.Step(loan.loan(), opened, STEP))) {
        outbox.queue(
            new NewNotice(
                authority,
                loan.school(),
                NoticeKind.CESSION_OFFERED,
                loan.pupil(),
                loan.loan(),
                "cession:" + opened,
                Map.of(
                    "device", loan.model(),
                    "tag", loan.tag(),
                    "link", pages.page("/famille/fin-de-scolarite/" + loan.id())),
                clock.instant()));
        queued++;
      }
    }
    return new Done(
        queued,
        loans.size() < AT_ONCE
            ? Optional.empty()
            : Optional.of(loans.get(loans.size() - 1).loan()));
  }

  private static SqlText open(long authority, EndOfSchooling end, long after) {
    SqlText sql =
        new SqlText()
            .add("select l.id, l.public_id, l.pupil_id, l.school_id, d.asset_tag, m.name")
            .add("from loan l join pupil p on p.id = l.pupil_id join grade g on g.id = p.grade_id")
            .add("join device d on d.id = l.device_id join device_model m on m.id = d.model_id")
            .add("where l.authority_id = ? and l.state = 'OPEN' and l.id > ?", authority, after)
            .add("and p.status = 'ACTIVE' and not exists")
            .add("(select 1 from ownership_transfer o where o.loan_id = l.id) and (1 = 0");
    end.cohort().prefixes().forEach(prefix -> sql.add("or g.mef_code like ?", prefix + "%"));
    return sql.add(") order by l.id limit ?", AT_ONCE);
  }

  private static Offered offered(Row row) throws SQLException {
    return new Offered(
        row.number("id"),
        row.id("public_id"),
        row.number("pupil_id"),
        row.number("school_id"),
        row.text("asset_tag"),
        row.text("name"));
  }

  /** In the morning, by the server's clock. */
  @ApplicationScoped
  public static class Job implements PlannedJob {

    /** Name of the job on the page of jobs. */
    public static final String NAME = "cession-offers";

    private static final int MORNING = 7;

    @Inject private SettingRows settings;
    @Inject private PolicyRows policies;
    @Inject private CessionOffers offers;
    @Inject private Today today;

    @Override
    public JobPlan plan() {
      return new JobPlan(NAME, Duration.ofHours(20), Duration.ofHours(1)).at(MORNING);
    }

    @Override
    public JobReport work() {
      int queued = 0;
      for (long authority : settings.authorities()) {
        queued += offer(authority);
      }
      return JobReport.of("offers", queued);
    }

    /**
     * Queues an authority's offers, if policy names a day and it has come.
     *
     * @return how many
     */
    public int offer(long authority) {
      LocalDate day = today.in(authority);
      EndOfSchooling end = policies.inForce(authority, day).endOfSchooling();
      Optional<LocalDate> opened = end.openedOn(day);
      if (!end.given() || opened.isEmpty()) {
        return 0;
      }
      int queued = 0;
      Optional<Long> after = Optional.of(0L);
      while (after.isPresent()) {
        Done done = offers.next(authority, end, opened.get(), after.get());
        queued += done.queued();
        after = done.last();
      }
      return queued;
    }
  }
}
