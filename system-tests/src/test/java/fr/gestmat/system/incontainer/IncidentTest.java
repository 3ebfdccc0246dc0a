package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.incident.IncidentDeclarations;
import fr.gestmat.lending.boundary.incident.IncidentForm;
import fr.gestmat.lending.boundary.incident.Incidents;
import fr.gestmat.lending.boundary.stock.Declarations;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests of what happens to a device that a pupil holds. */
abstract class IncidentTest extends DeskTest {

  @Inject protected Incidents incidents;
  @Inject protected IncidentDeclarations incidentDeclarations;
  @Inject protected Declarations declarations;

  protected LendingTown town;
  protected Caller manager;
  protected Caller agent;
  protected Pupil ada;
  protected Device laptop;
  protected long loan;

  @BeforeEach
  void adaHoldsALaptop() throws Exception {
    town = LendingTown.found(database);
    manager = town.manager(town.here);
    agent = town.agent(town.here);
    ada = town.pupil(town.here, "Ada");
    laptop = town.device(town.here);
    loan = town.lend(laptop, ada, town.here);
    price("389.00");
    policy("LOSS", "NONE", false, "REPLACEMENT_PRICE", true, true);
    policy("THEFT", "EMERGENCY", true, "NONE", false, false);
    policy("BREAKAGE", "STOCK", false, "REPAIR_COST", false, false);
  }

  protected UUID declare(IncidentKind kind, String report) throws Exception {
    return done(
        as(
            agent,
            Role.LOAN_AGENT,
            () -> incidentDeclarations.declare(laptop.publicId(), form(kind, report), false)));
  }

  protected IncidentForm form(IncidentKind kind, String report) {
    return new IncidentForm(
        Optional.of(kind), Optional.of(today()), "", "Dans le bus", report, Optional.empty());
  }

  protected ScanAnswer lend(Pupil pupil) throws Exception {
    return lend(pupil, town.device(town.here));
  }

  protected ScanAnswer lend(Pupil pupil, Device device) throws Exception {
    return scan(agent, town.checkOut(town.here, device.tag(), pupil));
  }

  protected Answer<?> declareDevice(Declaration what, String reason) throws Exception {
    return asManager(
            () ->
                declarations.declare(
                    laptop.publicId(),
                    deviceVersion(),
                    Optional.empty(),
                    new Wish(what, reason, "", Optional.empty(), Optional.empty(), false)))
        .orElseThrow();
  }

  protected int deviceVersion() throws Exception {
    return Integer.parseInt(town.value("select version from device where id = ?", laptop.id()));
  }

  protected int version(UUID incident) throws Exception {
    return Integer.parseInt(
        town.value("select version from incident where public_id = ?", incident.toString()));
  }

  protected List<String> charges() throws Exception {
    return town.column(
        "select concat_ws(' ', state, amount, reason) from recovery_charge where authority_id = ?"
            + " order by id",
        town.authority);
  }

  protected List<String> incidentRows() throws Exception {
    return town.column(
        "select concat_ws(' ', kind, state, closing) from incident where authority_id = ?"
            + " order by id",
        town.authority);
  }

  protected static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Paris"));
  }

  protected void price(String amount) throws Exception {
    for (int year = 2020; year < 2040; year++) {
      town.run(
          "insert into replacement_price (model_id, school_year, amount) values (?, ?, ?)",
          town.model,
          year,
          amount);
    }
  }

  protected void policy(
      String kind, String from, boolean report, String charge, boolean blocks, boolean refund)
      throws Exception {
    town.run(
        "replace into lending_policy_incident (policy_id, kind, replacement, needs_police_report,"
            + " charge, blocks_new_loan, refund_if_found) values ((select id from lending_policy"
            + " where authority_id = ?), ?, ?, ?, ?, ?, ?)",
        town.authority,
        kind,
        from,
        report,
        charge,
        blocks,
        refund);
  }

  protected <T> T asManager(Callable<T> work) throws Exception {
    return as(manager, Role.LOAN_MANAGER, work);
  }

  protected <T> T as(Caller who, Role role, Callable<T> work) throws Exception {
    return acting.as(who, role, work);
  }

  protected static UUID done(Optional<Answer<UUID>> answer) {
    assertThat(answer.orElseThrow()).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<UUID>) answer.orElseThrow()).value();
  }

  protected static <T> List<String> reasons(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<T>) answer)
        .reasons().stream().map(r -> r.field() + " " + r.code()).toList();
  }

  /** The kinds of what families are told, in the order in which it was written down. */
  protected List<String> told() throws Exception {
    return town.column(
        "select kind from notice where authority_id = ? order by id", town.authority);
  }
}
