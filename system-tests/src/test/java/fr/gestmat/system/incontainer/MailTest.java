package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.job.control.Leases;
import fr.gestmat.job.control.ServerName;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.notice.control.MailJob;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Base of tests that follow what families are told up to the mail server, each in a town of its
 * own. The server's own jobs may do the same work meanwhile: what counts is what was done, not who
 * did it.
 */
abstract class MailTest extends DeskTest {

  @Inject protected MailJob mailJob;
  @Inject protected Leases leases;
  @Inject private ServerName server;

  protected SmtpTrap trap;
  protected LendingTown town;
  private Leases.@Nullable Taken mailsInHand;

  /**
   * The server's own run would send what a test still wants to change. It ends at once only while
   * nobody listens: with the trap open it would first send, at its pace, all that other tests left.
   */
  @BeforeEach
  void listen() throws Exception {
    if (System.getProperty("com.sun.aas.instanceRoot") != null) {
      mailsInHand = take(MailJob.NAME);
      trap = new SmtpTrap();
      town = found();
    }
  }

  @AfterEach
  void stopListening() throws Exception {
    if (trap != null) {
      trap.close();
    }
    if (mailsInHand != null) {
      leases.done(mailsInHand, JobReport.NOTHING);
    }
  }

  /** The town of a test. */
  protected LendingTown found() throws SQLException {
    return LendingTown.found(database);
  }

  /**
   * Keeps a job from the server, to be given back. What ran when the tests before were taken out of
   * the server has ended, whatever its lease says.
   */
  protected Leases.Taken take(String job) throws InterruptedException, SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement ended =
            connection.prepareStatement(
                "update job_lease set holder = null, held_until = null where job_name = ?"
                    + " and holder <> ?")) {
      ended.setString(1, job);
      ended.setString(2, server.toString());
      ended.executeUpdate();
    }
    for (int i = 0; i < 600; i++) {
      Optional<Leases.Taken> taken = leases.take(job, Duration.ZERO, Duration.ofMinutes(10), true);
      if (taken.isPresent()) {
        return taken.get();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the server's own run of " + job + " does not end");
  }

  protected long guardian(String address, LendingTown.Pupil... pupils) throws SQLException {
    long id = Long.parseLong(town.value("select next value for guardian_seq"));
    town.run(
        "insert into guardian (id, public_id, authority_id, source, external_id, family_name,"
            + " given_name, email) values (?, uuid(), ?, 'AAF', ?, 'Essai', 'Maud', ?)",
        id,
        town.authority,
        "G" + id,
        address);
    for (LendingTown.Pupil pupil : pupils) {
      town.run(
          "insert into guardianship (pupil_id, guardian_external_id, guardian_id, kind,"
              + " rank_order, parental_authority, pays_fees, is_contact)"
              + " values (?, ?, ?, 'MOTHER', 1, true, true, true)",
          pupil.id(),
          "G" + id,
          id);
    }
    return id;
  }

  /** Something that a test waits for. */
  protected interface Check {
    boolean holds() throws Exception;
  }

  /** Works until something holds: threads of a test may have a part of it in hand. */
  protected void work(Check done) throws Exception {
    for (int i = 0; i < 100 && !done.holds(); i++) {
      mailJob.work();
      if (!done.holds()) {
        Thread.sleep(100);
      }
    }
    assertThat(done.holds()).isTrue();
  }

  /** The town's mails: address and state. */
  protected List<String> states() throws SQLException {
    return town.column(
        "select concat(address, ' ', state) from mail where authority_id = ? order by address",
        town.authority);
  }

  /** The town's notices: kind, state and why one was not sent. */
  protected List<String> notices() throws SQLException {
    return town.column(
        "select concat_ws(' ', kind, state, reason) from notice where authority_id = ?"
            + " order by id",
        town.authority);
  }

  protected boolean nothingWaits() throws SQLException {
    return town.value(
                "select count(*) from notice where authority_id = ? and state = 'WAITING'",
                town.authority)
            .equals("0")
        && town.value(
                "select count(*) from mail where authority_id = ? and (state = 'SENDING'"
                    + " or state = 'WAITING' and attempts = 0)",
                town.authority)
            .equals("0");
  }
}
