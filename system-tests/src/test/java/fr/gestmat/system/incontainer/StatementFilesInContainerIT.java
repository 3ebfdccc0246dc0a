package fr.gestmat.system.incontainer;

import static fr.gestmat.mealaid.entity.statement.StatementKind.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.TaskView;
import fr.gestmat.job.entity.TaskState;
import fr.gestmat.mealaid.boundary.statement.StatementFiles;
import fr.gestmat.mealaid.control.statement.StatementFormat;
import fr.gestmat.mealaid.control.statement.StatementHand;
import fr.gestmat.mealaid.control.statement.StatementKeeping;
import fr.gestmat.mealaid.control.statement.StatementWork;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Statements as files, and many of them. */
class StatementFilesInContainerIT extends StatementTest {

  private static final long POLL_NANOS = 100_000_000L;

  @Inject private StatementFiles files;
  @Inject private StatementKeeping keeping;
  @Inject private StatementWork work;
  @Inject private BackgroundTasks tasks;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  private byte[] file(StatementTown town, UUID id, StatementFormat format) throws Exception {
    StatementFiles.Made made =
        acting.as(town.bursar(town.here), Role.BURSAR, () -> files.write(id, format)).orElseThrow();
    byte[] content = Files.readAllBytes(made.content());
    Files.delete(made.content());
    return content;
  }

  @Test
  @DisplayName("M-I19, M-I20 every format is whole, journaled, and harmless to who opens it")
  void files() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "=1+1;\"x", "90.00");
    UUID id = closed(town, town.here, 1, REGULAR);

    String csv = new String(file(town, id, StatementFormat.CSV), StandardCharsets.UTF_8);
    assertThat(csv)
        .startsWith("\uFEFFNuméro d'état;UAI;")
        .contains(";\"'=1+1;\"\"x\";")
        .contains(";90,00;");
    assertThat(file(town, id, StatementFormat.XLSX)).startsWith('P', 'K');
    assertThat(file(town, id, StatementFormat.PDF)).startsWith('%', 'P', 'D', 'F');
    assertThat(
            territory.number(
                "select count(*) from journal_entry where action = 'STATEMENT_DOWNLOADED' and"
                    + " authority_id = ?",
                town.authority))
        .isEqualTo(3);
    assertThat(
            acting.as(
                town.bursar(town.there), Role.BURSAR, () -> files.write(id, StatementFormat.CSV)))
        .as("another school's statement looks like none")
        .isEmpty();
  }

  @Test
  void a_final_statement_that_was_changed_behind_our_back_is_not_given_out() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "ALPHA", "90.00");
    UUID id = closed(town, town.here, 1, REGULAR);
    town.run(
        "update aid_statement_line set family_name = 'OMEGA' where statement_id = (select id from"
            + " aid_statement where public_id = ?)",
        id.toString());

    assertThatThrownBy(() -> file(town, id, StatementFormat.CSV))
        .rootCause()
        .hasMessageContaining("was changed");
    town.run(
        "delete from aid_statement_line where statement_id = (select id from aid_statement where"
            + " public_id = ?)",
        id.toString());
    assertThatThrownBy(() -> file(town, id, StatementFormat.PDF))
        .rootCause()
        .hasMessageContaining("not whole");
  }

  @Test
  void children_cost_no_further_statements() throws Exception {
    StatementTown town = StatementTown.found(territory);
    for (int i = 0; i < 3; i++) {
      town.granted(town.here, "NOM" + i, "90.00");
    }
    long few = selects(town);
    for (int i = 0; i < 40; i++) {
      town.granted(town.here, "AUTRE" + i, "90.00");
    }

    assertThat(selects(town)).isLessThanOrEqualTo(few + 3);
  }

  private long selects(StatementTown town) throws Exception {
    return StatementCount.selects(
        database,
        () ->
            keeping.compute(
                new StatementHand(town.authority, 1, "Essai"),
                town.campaignKey,
                town.here,
                1,
                REGULAR));
  }

  @Test
  void all_schools_are_computed_in_the_background() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "ALPHA", "90.00");
    town.granted(town.there, "BETA", "80.00");
    town.run(
        "insert into account (id, public_id, authority_id, login, display_name, created_at) values"
            + " (next value for account_seq, uuid(), ?, concat('etats', ?), 'Essai',"
            + " utc_timestamp(6))",
        town.authority,
        town.authority);
    long account =
        territory.number("select id from account where authority_id = ?", town.authority);
    town.run(
        "insert into role_grant (id, public_id, account_id, role, granted_at, granted_by) values"
            + " (next value for role_grant_seq, uuid(), ?, 'AID_MANAGER', utc_timestamp(6),"
            + " 'Essai')",
        account);
    var who =
        new Caller(
            account, new UUID(0, 1), "Essai", town.authority, town.manager().roles(), null, null);

    UUID task =
        acting
            .as(who, Role.AID_MANAGER, () -> making.computeAll(town.campaign, 1, REGULAR))
            .orElseThrow();

    TaskView view = tasks.find(task, account).orElseThrow();
    for (int i = 0; i < 300 && !view.state().over(); i++) {
      LockSupport.parkNanos(POLL_NANOS);
      view = tasks.find(task, account).orElseThrow();
    }
    assertThat(view.state()).isEqualTo(TaskState.DONE);
    assertThat(view.summary().orElseThrow()).contains("\"rows\":2");
    assertThat(work.kind()).isEqualTo(view.kind());
    assertThat(
            territory.rows(
                "select total from aid_statement where campaign_id = ? order by total",
                town.campaignKey))
        .containsExactly("80.00", "90.00");
  }
}
