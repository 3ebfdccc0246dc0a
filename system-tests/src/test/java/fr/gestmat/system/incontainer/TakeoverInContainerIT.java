package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.stock.Labels;
import fr.gestmat.lending.boundary.takeover.Takeovers;
import fr.gestmat.lending.control.label.LabelOrder;
import fr.gestmat.lending.control.label.LabelOutput;
import fr.gestmat.lending.control.label.LabelsMade;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.sheet.Columns;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetDesk.Sent;
import fr.gestmat.lending.control.sheet.SheetState;
import fr.gestmat.lending.control.takeover.TakeoverField;
import fr.gestmat.reports.label.LabelFormats;
import fr.gestmat.reports.label.Symbology;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is already out there comes in from a spreadsheet, on the real database. */
class TakeoverInContainerIT extends InContainerTest {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private Acting acting;
  @Inject private Takeovers takeovers;
  @Inject private Labels labels;

  private Caller manager;
  private long school;
  private String uai;

  /** A loan manager of one school, whose grant the background work looks up again. */
  @BeforeEach
  void findManager() throws SQLException {
    long account =
        Long.parseLong(
            one(
                "select min(g.account_id) from role_grant g join account a on a.id = g.account_id"
                    + " where g.role = 'LOAN_MANAGER' and g.school_id is not null and a.active"));
    school =
        Long.parseLong(
            one(
                "select min(school_id) from role_grant where role = 'LOAN_MANAGER'"
                    + " and account_id = "
                    + account));
    uai = one("select uai from school where id = " + school);
    manager =
        new Caller(
            account,
            UUID.fromString(one("select public_id from account where id = " + account)),
            "Gestionnaire d'essai",
            Long.parseLong(one("select authority_id from account where id = " + account)),
            Set.of(new HeldRole(Role.LOAN_MANAGER, school)),
            null,
            null);
  }

  @Test
  void l102_l104_everyRowIsAccountedForAndTheSameFileAgainChangesNothing() throws Exception {
    String pupil = freePupil();
    String other = one("select uai from school where id <> " + school + " order by id limit 1");
    String file =
        """
        Étiquette;N° de série;Modèle;UAI;Identifiant élève;Nom;Prénom;Date de prêt;Couleur
        REPRISE-1;SN-REPRISE-1;Modèle repris;%1$s;%2$s;;;05/09/2026;bleu
        REPRISE-2;SN-REPRISE-2;Modèle repris;%1$s;;;;;
        REPRISE-3;SN-REPRISE-3;Modèle repris;%1$s;;Inconnue;Personne;05/09/2026;
        REPRISE-2;SN-REPRISE-4;Modèle repris;%1$s;;;;;
        REPRISE-5;SN-REPRISE-5;Modèle repris;%3$s;;;;;
        """
            .formatted(uai, pupil, other);

    SentSheet first = checked(file);
    assertThat(as(() -> takeovers.counts(first)))
        .isEqualTo(Map.of("NEW", 2L, "UNSETTLED", 1L, "REFUSED", 2L));
    assertThat(one("select count(*) from device where asset_tag like 'REPRISE-%'")).isEqualTo("0");
    assertThat(as(() -> takeovers.newModels(first))).containsExactly("Modèle repris");

    assertThat(as(() -> takeovers.apply(first))).isTrue();
    SentSheet done = reached(first.id(), SheetState.DONE);
    assertThat(as(() -> takeovers.counts(done)))
        .isEqualTo(Map.of("CREATED", 2L, "UNSETTLED", 1L, "REFUSED", 2L));
    assertThat(
            one(
                "select concat(d.state, ' ', l.state, ' ', date(l.checked_out_at)) from device d"
                    + " join loan l on l.id = d.open_loan_id where d.asset_tag = 'REPRISE-1'"))
        .isEqualTo("ON_LOAN OPEN 2026-09-05");
    assertThat(
            one(
                "select count(*) from journal_entry where action = 'TAKEOVER_APPLIED'"
                    + " and subject_id = "
                    + done.key()))
        .isEqualTo("1");

    assertThat(as(() -> takeovers.ignore(done, 4, "Parti sans le rendre"))).isTrue();
    assertThat(one("select state from device where asset_tag = 'REPRISE-3'")).isEqualTo("TO_CHECK");

    SentSheet again = checked(file);
    assertThat(as(() -> takeovers.counts(again)))
        .containsEntry("KNOWN", 2L)
        .doesNotContainKey("NEW");
  }

  @Test
  void l104_workThatFailedSaysSoAndGoesOnWhenItIsAskedTo() throws Exception {
    SentSheet received = sent("Étiquette;Modèle\nREPRISE-F;M\n");
    expire(received, "2000-01-01");
    assertThat(as(() -> takeovers.check(received, columns(received)))).isTrue();
    SentSheet stopped = until(received.id(), SentSheet::stopped);
    assertThat(stopped.standing()).isEqualTo("STOPPED");
    assertThat(stopped.state()).isEqualTo(SheetState.CHECKING);

    expire(received, "2999-01-01");
    assertThat(as(() -> takeovers.retry(stopped))).isTrue();
    SentSheet checked = reached(received.id(), SheetState.CHECKED);
    assertThat(checked.stopped()).isFalse();
    assertThat(as(() -> takeovers.counts(checked))).isEqualTo(Map.of("NEW", 1L));
    assertThat(as(() -> takeovers.retry(checked))).isFalse();
  }

  @Test
  void l043_nobodyElseSeesAFile() throws Exception {
    SentSheet mine = checked("Étiquette;Modèle\nREPRISE-9;M\n");
    Caller another =
        new Caller(
            manager.accountId() + 1_000_000,
            UUID.randomUUID(),
            "Quelqu'un d'autre",
            manager.authorityId(),
            Set.of(new HeldRole(Role.REGION_MANAGER, null)),
            null,
            null);
    assertThat(acting.as(another, Role.REGION_MANAGER, () -> takeovers.find(mine.id()))).isEmpty();
  }

  @Test
  void aPictureIsNoSpreadsheetAndNothingIsKept() throws Exception {
    Sent sent =
        as(
            () ->
                takeovers.send(
                    "x.xlsx",
                    new ByteArrayInputStream(
                        new byte[] {
                          (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13
                        })));
    assertThat(sent).isInstanceOf(Sent.Unreadable.class);
  }

  @Test
  void labelsOfAnotherSchoolAreNotPrinted() throws Exception {
    String own = one("select min(asset_tag) from device where home_school_id = " + school);
    String foreign =
        one(
            "select min(asset_tag) from device where home_school_id <> "
                + school
                + " and place_school_id <> "
                + school
                + " and transit_to_school_id is null");
    Labels.Ordered ordered =
        as(
            () ->
                labels.order(
                    new LabelOrder(
                        List.of(own, foreign),
                        DeviceFilter.ALL,
                        LabelFormats.all().get(0),
                        Symbology.CODE_128,
                        LabelOutput.PDF,
                        1)));
    LabelsMade made = ((Labels.Ordered.Ready) ordered).made();
    assertThat(made.printed()).isEqualTo(1);
    assertThat(made.file()).isPresent();
    assertThat(made.left())
        .containsExactly(new LabelsMade.Left(foreign, LabelsMade.Reason.UNKNOWN));
  }

  private SentSheet checked(String file) throws Exception {
    SentSheet received = sent(file);
    assertThat(as(() -> takeovers.check(received, columns(received)))).isTrue();
    return reached(received.id(), SheetState.CHECKED);
  }

  private SentSheet sent(String file) throws Exception {
    Sent sent =
        as(
            () ->
                takeovers.send(
                    "reprise.csv",
                    new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
    return as(() -> takeovers.find(((Sent.Received) sent).id())).orElseThrow();
  }

  private void expire(SentSheet sheet, String day) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update stored_file set expires_at = ? where public_id = ?")) {
      statement.setString(1, day);
      statement.setString(2, sheet.fileId().toString());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static Map<TakeoverField, Integer> columns(SentSheet sheet) {
    return Columns.of(TakeoverField.class, sheet.columns()).of();
  }

  private SentSheet reached(UUID id, SheetState state) throws Exception {
    return until(id, sheet -> sheet.state() == state && !sheet.stopped());
  }

  private SentSheet until(UUID id, Predicate<SentSheet> there) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    SentSheet now = as(() -> takeovers.find(id)).orElseThrow();
    while (!there.test(now) && System.nanoTime() < end) {
      now = as(() -> takeovers.find(id)).orElseThrow();
    }
    assertThat(now).matches(there);
    return now;
  }

  private String freePupil() throws SQLException {
    return one(
        "select min(p.external_id) from pupil p where p.status = 'ACTIVE' and p.school_id = "
            + school
            + " and not exists (select 1 from loan l where l.pupil_id = p.id)");
  }

  private <T> T as(Callable<T> work) throws Exception {
    return acting.as(manager, Role.LOAN_MANAGER, work);
  }

  private String one(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }
}
