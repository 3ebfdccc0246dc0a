package fr.gestmat.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.directory.control.intake.DropFolderWatch;
import fr.gestmat.directory.control.intake.ImportWork;
import fr.gestmat.filestore.control.FileExpiry;
import fr.gestmat.identity.control.SessionExpiry;
import fr.gestmat.lending.control.agreement.AgreementWork;
import fr.gestmat.lending.control.agreement.PaperWork;
import fr.gestmat.lending.control.campaign.CampaignJob;
import fr.gestmat.lending.control.delivery.DeliveryWork;
import fr.gestmat.lending.control.export.ExportWork;
import fr.gestmat.lending.control.incident.PresumedLossHour;
import fr.gestmat.lending.control.label.LabelWork;
import fr.gestmat.lending.control.offline.DeskPurgeJob;
import fr.gestmat.lending.control.offline.ReplayWork;
import fr.gestmat.lending.control.paper.ClassSheetWork;
import fr.gestmat.lending.control.reminder.AgreementReminders;
import fr.gestmat.lending.control.reminder.ForgettingJob;
import fr.gestmat.lending.control.reminder.ReminderJob;
import fr.gestmat.lending.control.reminder.ReturnMailJob;
import fr.gestmat.lending.control.takeover.TakeoverWork;
import fr.gestmat.mealaid.control.decision.AutomaticDecisions;
import fr.gestmat.mealaid.control.decision.BatchWork;
import fr.gestmat.mealaid.control.document.NoticeJudging;
import fr.gestmat.mealaid.control.export.AidExportWork;
import fr.gestmat.mealaid.control.letter.LetterJob;
import fr.gestmat.mealaid.control.renewal.RenewalWork;
import fr.gestmat.mealaid.control.retention.PurgeJob;
import fr.gestmat.mealaid.control.review.OverdueCorrections;
import fr.gestmat.mealaid.control.source.AskingJob;
import fr.gestmat.mealaid.control.statement.StatementClearing;
import fr.gestmat.mealaid.control.statement.StatementWork;
import fr.gestmat.notice.control.MailJob;
import fr.gestmat.notice.control.NoticePurgeJob;
import fr.gestmat.web.view.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of work has its name on the page of works. */
class WorkTextsTest {

  /** And every planned job, where it is started by hand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aid-draft-reminders",
        "aid-empty-drafts",
        AgreementReminders.Job.NAME,
        AskingJob.NAME,
        AutomaticDecisions.NAME,
        CampaignJob.NAME,
        DeskPurgeJob.NAME,
        DropFolderWatch.JOB,
        FileExpiry.JOB,
        ForgettingJob.NAME,
        LetterJob.NAME,
        MailJob.NAME,
        NoticeJudging.NAME,
        NoticePurgeJob.NAME,
        PresumedLossHour.JOB,
        PurgeJob.NAME,
        OverdueCorrections.NAME,
        ReminderJob.NAME,
        ReturnMailJob.NAME,
        SessionExpiry.JOB,
        StatementClearing.NAME
      })
  void a_job_has_a_name(String job) {
    assertThat(Texts.in(Locale.FRANCE).has("job.name." + job)).isTrue();
    assertThat(Texts.in(Locale.UK).has("job.name." + job)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        AgreementWork.KIND,
        AidExportWork.KIND,
        BatchWork.KIND,
        DeliveryWork.KIND,
        ExportWork.KIND,
        ImportWork.KIND,
        LabelWork.KIND,
        ClassSheetWork.KIND,
        ReplayWork.KIND,
        PaperWork.KIND,
        RenewalWork.KIND,
        StatementWork.KIND,
        TakeoverWork.KIND
      })
  void has_a_name(String kind) {
    assertThat(Texts.in(Locale.FRANCE).has("job.title." + kind)).isTrue();
  }
}
