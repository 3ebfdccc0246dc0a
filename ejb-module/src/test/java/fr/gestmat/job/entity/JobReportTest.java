package fr.gestmat.job.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobReportTest {

  @Test
  void says_what_was_done_and_nothing_of_what_was_not() {
    JobReport report = JobReport.of("sent", 3).and("failed", 0).and("over", 1);

    assertThat(report.stored()).isEqualTo("sent=3 over=1");
    assertThat(report.number("sent")).isEqualTo(3);
    assertThat(report.number("failed")).isZero();
    assertThat(report.isIdle()).isFalse();
  }

  @Test
  void a_run_without_numbers_and_note_had_nothing_to_do() {
    assertThat(JobReport.of("sent", 0).and("failed", 0).isIdle()).isTrue();
    assertThat(JobReport.NOTHING.noting("2 files refused").isIdle()).isFalse();
  }

  @Test
  void what_is_stored_is_read_back() {
    JobReport report = JobReport.of("checked", 4_000_000_000L).and("missing", 2).noting("a b=c");

    assertThat(JobReport.read(report.stored(), report.note())).isEqualTo(report);
    assertThat(JobReport.read("", "")).isEqualTo(JobReport.NOTHING);
    assertThat(JobReport.read("", "12 mails, as older versions wrote it").counts()).isEmpty();
  }
}
