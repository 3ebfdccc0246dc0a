package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.reminder.ForgettingJob;
import fr.gestmat.notice.control.NoticePurge;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What goes after a time: mails and notices, and whose loan one was. */
class ForgettingInContainerIT extends MailTest {

  @Inject private ForgettingJob forgetting;
  @Inject private NoticePurge purge;

  private void owe(LendingTown.Pupil pupil, LendingTown.Device device, String loan)
      throws SQLException {
    town.run(
        "insert into recovery_charge (id, public_id, authority_id, school_id, pupil_id, device_id,"
            + " loan_id, reason, amount, state, created_at, created_by, changed_at) values"
            + " (next value for recovery_charge_seq, uuid(), ?, ?, ?, ?, ?, 'Essai', 10,"
            + " 'PROPOSED', utc_timestamp(6), 'Essai', utc_timestamp(6))",
        town.authority,
        town.here.id(),
        pupil.id(),
        device.id(),
        loan);
  }

  @Test
  void mails_and_notices_of_long_ago_are_removed_and_those_that_may_still_go_stay()
      throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    guardian("maud@exemple.fr", pupil);
    long old = told(pupil, "SENT", 401);
    long recent = told(pupil, "SENT", 399);
    long waiting = told(pupil, "WAITING", 401);
    town.run(
        "insert into notice (id, public_id, authority_id, school_id, kind, pupil_id, batch, facts,"
            + " ready_at, state, created_at) values (next value for notice_seq, uuid(), ?, ?,"
            + " 'RETURNED', ?, 'paper', '{}', utc_timestamp(6) - interval 401 day, 'PAPER',"
            + " utc_timestamp(6) - interval 401 day)",
        town.authority,
        town.here.id(),
        pupil.id());

    purge.step(town.authority);
    assertThat(purge.step(town.authority)).as("again").isEqualTo(new NoticePurge.Removed(0, 0));

    assertThat(
            town.column("select id from mail where authority_id = ? order by id", town.authority))
        .doesNotContain(Long.toString(old))
        .containsExactly(Long.toString(recent), Long.toString(waiting));
    assertThat(town.value("select count(*) from notice where authority_id = ?", town.authority))
        .isEqualTo("2");
    assertThat(
            town.column(
                "select detail from journal_entry where authority_id = ? and action ="
                    + " 'NOTICES_PURGED'",
                town.authority))
        .containsExactly("{\"mails\":1,\"notices\":2}");
  }

  /** A mail of so many days ago, with the one notice that it told; its id. */
  private long told(LendingTown.Pupil pupil, String state, int daysAgo) throws Exception {
    long mail = Long.parseLong(town.value("select next value for mail_seq"));
    long notice = Long.parseLong(town.value("select next value for notice_seq"));
    town.run(
        "insert into notice (id, public_id, authority_id, school_id, kind, pupil_id, batch, facts,"
            + " ready_at, state, created_at) values (?, uuid(), ?, ?, 'RETURNED', ?, ?, '{}',"
            + " utc_timestamp(6) - interval ? day, 'MAILED', utc_timestamp(6) - interval ? day)",
        notice,
        town.authority,
        town.here.id(),
        pupil.id(),
        "old:" + mail,
        daysAgo,
        daysAgo);
    town.run(
        "insert into mail (id, public_id, authority_id, school_id, recipient_kind, recipient_id,"
            + " recipient_name, address, batch, state, next_attempt_at, created_at, finished_at)"
            + " values (?, uuid(), ?, ?, 'PUPIL', ?, 'Ana', 'ana@exemple.invalid', ?, ?,"
            + " utc_timestamp(6) + interval 9 day, utc_timestamp(6) - interval ? day,"
            + " if(? = 'SENT', utc_timestamp(6) - interval ? day, null))",
        mail,
        town.authority,
        town.here.id(),
        pupil.id(),
        "old:" + mail,
        state,
        daysAgo,
        state,
        daysAgo);
    town.run("insert into mail_notice (mail_id, notice_id) values (?, ?)", mail, notice);
    return mail;
  }

  private void rememberFor(int months) throws Exception {
    town.run(
        "update lending_policy set personal_data_months = ? where authority_id = ?",
        months,
        town.authority);
  }

  /** L101. */
  @Test
  void old_loans_forget_their_pupil_once_but_not_while_a_debt_is_open() throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    LendingTown.Device device = town.device(town.here);
    town.history(device, pupil, 3);
    String indebted = town.value("select max(id) from loan where authority_id = ?", town.authority);
    owe(pupil, device, indebted);
    rememberFor(120);
    assertThat(forgetting.forget(town.authority)).as("by policy").isZero();
    rememberFor(12);

    forgetting.forget(town.authority);
    forgetting.forget(town.authority);

    assertThat(
            town.value(
                "select concat_ws(' ', count(*), count(pupil_id), count(forgotten_at),"
                    + " max(school_id) = ?) from loan where authority_id = ?",
                town.here.id(),
                town.authority))
        .isEqualTo("3 1 2 1");
    town.run("update recovery_charge set state = 'CANCELLED' where loan_id = ?", indebted);
    forgetting.forget(town.authority);
    assertThat(
            town.value("select count(pupil_id) from loan where authority_id = ?", town.authority))
        .isEqualTo("0");
    assertThat(
            town.column(
                "select detail from journal_entry where authority_id = ? and action ="
                    + " 'LOANS_FORGOTTEN'",
                town.authority))
        .containsExactlyInAnyOrder("{\"loans\":2}", "{\"loans\":1}");
  }
}
