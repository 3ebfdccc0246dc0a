package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.reminder.DueDates;
import fr.gestmat.lending.control.reminder.AgreementReminders;
import fr.gestmat.lending.control.reminder.ReminderJob;
import fr.gestmat.lending.control.reminder.ReturnMailJob;
import fr.gestmat.lending.control.reminder.ReturnMails;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What families are told of their loans as days go by: returns, reminders, new dates, signatures.
 */
class RemindersInContainerIT extends MailTest {

  @Inject private ReminderJob reminders;
  @Inject private AgreementReminders.Job agreements;
  @Inject private ReturnMails returns;
  @Inject private ReturnMailJob returnJob;
  @Inject private DueDates dueDates;

  /** L091, and L019: the scans know nothing of mails. */
  @Test
  void a_desks_session_is_confirmed_in_one_mail_once_it_is_over() throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    String address = "back" + town.authority + "@exemple.invalid";
    guardian(address, pupil);
    LendingTown.Device one = town.device(town.here);
    LendingTown.Device two = town.device(town.here);
    LendingTown.Device undone = town.device(town.here);
    town.lend(one, pupil, town.here);
    town.lend(two, pupil, town.here);
    town.lend(undone, pupil, town.here);
    var agent = town.agent(town.here);
    scan(agent, town.checkIn(town.here, one.tag()));
    scan(agent, town.checkIn(town.here, two.tag()));
    var mistake = town.checkIn(town.here, undone.tag());
    scan(agent, mistake);
    undo(agent, mistake.scanId());

    assertThat(returns.over()).noneMatch(s -> s.account() == agent.accountId());
    town.run(
        "update scan set recorded_at = recorded_at - interval 30 minute where account_id = ?",
        agent.accountId());
    List<ReturnMails.Session> over =
        returns.over().stream().filter(s -> s.account() == agent.accountId()).toList();
    List<ReturnMails.Session> withABadOne = new ArrayList<>(over);
    withABadOne.add(0, new ReturnMails.Session(-1, -1, agent.accountId(), Instant.now()));
    returnJob.confirm(withABadOne);
    returnJob.confirm(over);
    work(() -> trap.to(address).size() == 1 && nothingWaits());

    assertThat(states()).containsExactly(address + " SENT");
    assertThat(trap.to(address).get(0).source())
        .contains(one.tag(), two.tag())
        .doesNotContain(undone.tag());
    assertThat(returns.over()).noneMatch(s -> s.account() == agent.accountId());
  }

  /** L099, L100. */
  @Test
  void reminders_go_once_a_step_grouped_and_stop_when_the_device_is_back() throws Exception {
    LendingTown.Pupil lea = town.pupil(town.here, "Léa");
    LendingTown.Pupil tom = town.pupil(town.here, "Tom");
    String address = "due" + town.authority + "@exemple.invalid";
    guardian(address, lea, tom);
    LendingTown.Device first = town.device(town.here);
    LendingTown.Device second = town.device(town.here);
    LendingTown.Device lost = town.device(town.here);
    long loan = town.lend(first, lea, town.here);
    town.lend(second, tom, town.here);
    town.lend(lost, tom, town.here, "LOST", "LOST");
    town.run(
        "update loan set due_on = current_date + interval 2 day where authority_id = ?",
        town.authority);

    reminders.remind(town.authority);
    reminders.remind(town.authority);
    assertThat(notices()).hasSize(2);
    scan(town.agent(town.here), town.checkIn(town.here, second.tag()));
    work(() -> trap.to(address).size() == 1 && nothingWaits());

    assertThat(notices())
        .containsExactlyInAnyOrder("DUE_SOON MAILED", "DUE_SOON DISCARDED OUT_OF_DATE");
    assertThat(trap.to(address).get(0).source())
        .contains(first.tag())
        .doesNotContain(second.tag(), lost.tag());
    town.run("update loan set due_on = current_date - interval 8 day where id = ?", loan);
    reminders.remind(town.authority);
    reminders.remind(town.authority);
    assertThat(notices()).filteredOn(n -> n.startsWith("OVERDUE")).hasSize(1);
  }

  /** L097. */
  @Test
  void a_changed_date_is_told_and_begins_its_own_reminders() throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    LendingTown.Device device = town.device(town.here);
    long loan = town.lend(device, pupil, town.here);
    town.run("update loan set due_on = current_date + interval 2 day where id = ?", loan);
    UUID id = UUID.fromString(town.value("select public_id from loan where id = ?", loan));
    int version = Integer.parseInt(town.value("select version from loan where id = ?", loan));
    LocalDate later = LocalDate.parse(town.value("select current_date + interval 3 day"));
    reminders.remind(town.authority);

    assertThat(change(town.manager(town.there), id, version, later)).isEmpty();
    assertThat(change(town.manager(town.here), id, version, later).orElseThrow())
        .isInstanceOf(Answer.Done.class);
    assertThat(change(town.manager(town.here), id, version, later).orElseThrow())
        .isInstanceOf(Answer.Stale.class);
    reminders.remind(town.authority);

    assertThat(town.value("select due_on from loan where id = ?", loan))
        .isEqualTo(later.toString());
    assertThat(town.journal(device)).containsExactly("DUE_DATE_CHANGED");
    assertThat(notices()).hasSize(3);
    assertThat(town.column("select due_on from loan_step where loan_id = ? order by due_on", loan))
        .hasSize(2);
    town.run("update loan set state = 'LOST' where id = ?", loan);
    town.run("update device set state = 'LOST' where id = ?", device.id());
    assertThat(change(town.manager(town.here), id, version + 1, later).orElseThrow())
        .isInstanceOf(Answer.Refused.class);
  }

  private Optional<Answer<UUID>> change(
      fr.gestmat.access.Caller who, UUID id, int version, LocalDate later) throws Exception {
    return acting.as(
        who, Role.LOAN_MANAGER, () -> dueDates.change(id, version, Optional.of(later)));
  }

  @Test
  void who_has_to_sign_is_told_and_reminded_once_a_step_until_the_signature_is_there()
      throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    String address = "sign" + town.authority + "@exemple.invalid";
    guardian(address, pupil);
    town.run(
        "insert into agreement_text (id, public_id, authority_id, name, number, title, body,"
            + " saved_at, saved_by) values (next value for agreement_text_seq, uuid(), ?, 'T', 1,"
            + " 'T', 'T', utc_timestamp(6), 'Essai')",
        town.authority);
    town.run(
        "insert into loan_agreement (id, public_id, authority_id, school_id, pupil_id, text_id,"
            + " code, issued_at, issued_by) select next value for loan_agreement_seq, uuid(), ?, ?,"
            + " ?, id, left(concat('X', authority_id, '00000000000'), 11), utc_timestamp(6),"
            + " 'Essai' from agreement_text where authority_id = ?",
        town.authority,
        town.here.id(),
        pupil.id(),
        town.authority);

    agreements.remind(town.authority);
    agreements.remind(town.authority);
    work(() -> trap.to(address).size() == 1 && nothingWaits());
    assertThat(notices()).as("as soon as it is issued").containsExactly("AGREEMENT_TO_SIGN MAILED");

    for (int week = 0; week < 2; week++) {
      town.run(
          "update loan_agreement set issued_at = issued_at - interval 7 day where authority_id = ?",
          town.authority);
      agreements.remind(town.authority);
    }
    town.run(
        "update loan_agreement set pupil_signed_at = utc_timestamp(6), guardian_signed_at ="
            + " utc_timestamp(6) where authority_id = ?",
        town.authority);
    agreements.remind(town.authority);
    work(this::nothingWaits);
    assertThat(notices()).hasSize(3);
  }
}
