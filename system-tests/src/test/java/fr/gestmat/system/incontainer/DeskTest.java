package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.desk.ScanDesk;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Base of tests that scan at a desk inside the server, each in a town of its own. */
abstract class DeskTest extends InContainerTest {

  @Resource(lookup = "jdbc/gestmat")
  protected DataSource database;

  @Inject protected Acting acting;
  @Inject protected ScanDesk desk;

  /** Scans, and expects an answer. */
  protected ScanAnswer scan(Caller caller, ScanRequest request) throws Exception {
    return answered(reply(caller, request));
  }

  protected ScanReply reply(Caller caller, ScanRequest request) throws Exception {
    return acting.as(caller, roleOf(caller), () -> desk.scan(request));
  }

  protected ScanReply undo(Caller caller, UUID scanId) throws Exception {
    return acting.as(caller, roleOf(caller), () -> desk.undo(scanId));
  }

  protected static Role roleOf(Caller caller) {
    return caller.roles().stream().map(HeldRole::role).findFirst().orElseThrow();
  }

  protected static ScanAnswer answered(ScanReply reply) {
    assertThat(reply).isInstanceOf(ScanReply.Answered.class);
    return ((ScanReply.Answered) reply).answer();
  }

  /** The outcome and the codes of an answer, e.g. {@code OK RETURNED}. */
  protected static String said(ScanAnswer answer) {
    return answer.outcome()
        + " "
        + answer.reasons().stream().map(f -> f.reason().name()).collect(Collectors.joining(" "))
        + answer.choices().stream().map(c -> " ?" + c.code()).collect(Collectors.joining());
  }
}
