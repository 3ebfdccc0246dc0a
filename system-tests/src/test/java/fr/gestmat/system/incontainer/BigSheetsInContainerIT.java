package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.TaskView;
import fr.gestmat.job.entity.TaskState;
import fr.gestmat.lending.boundary.stock.Downloads;
import fr.gestmat.lending.boundary.stock.StockExport;
import fr.gestmat.lending.boundary.stock.StockExport.Ordered;
import fr.gestmat.lending.boundary.takeover.Takeovers;
import fr.gestmat.lending.control.export.ExportFormat;
import fr.gestmat.lending.control.export.ExportOrder;
import fr.gestmat.lending.control.query.LoanFilter;
import fr.gestmat.lending.control.sheet.Columns;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetDesk.Sent;
import fr.gestmat.lending.control.sheet.SheetState;
import fr.gestmat.lending.control.takeover.TakeoverField;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files as long as a region's: every row is accounted for, and what stops half-way says so. */
class BigSheetsInContainerIT extends DeskTest {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** What a file of 40,000 lines is made of: of 80 lines, one is at fault in each way. */
  private static final int ROWS = 40_000;

  private static final int LOANS = 25_000;

  private static final LoanFilter EVERY_LOAN =
      new LoanFilter(LoanFilter.Kind.ALL, Optional.empty(), Optional.empty(), Optional.empty(), "");

  @Inject private Takeovers takeovers;
  @Inject private StockExport export;
  @Inject private Downloads downloads;
  @Inject private BackgroundTasks tasks;

  private LendingTown town;
  private Caller region;

  @BeforeEach
  void found() throws Exception {
    town = LendingTown.found(database);
    region = town.account("Rita Région", Role.REGION_MANAGER, null);
  }

  @Test
  void l104_forty_thousand_lines_stop_half_way_and_go_on_and_each_is_accounted_for()
      throws Exception {
    insert(
        "device (id, public_id, authority_id, model_id, asset_tag, serial, state, home_school_id,"
            + " place_school_id, created_at)",
        ROWS,
        i ->
            i % 80 % 10 == 0 && i % 80 <= 50
                ? ""
                : "(next value for device_seq, uuid(), %d, %d, 'K-%05d', 'SNK%05d', 'IN_STOCK', %d,"
                        .formatted(town.authority, town.model, i, i, town.here.id())
                    + " %d, utc_timestamp(6))".formatted(town.here.id()));
    Pupil ada = town.pupil(town.here, "Ada");

    SentSheet checked = check(file(ada));

    Map<String, Long> outcomes =
        Map.of("KNOWN", 37_000L, "NEW", 1_000L, "REFUSED", 1_500L, "UNSETTLED", 500L);
    assertThat(as(() -> takeovers.counts(checked))).isEqualTo(outcomes);
    everyLineIsThere(checked);
    assertThat(
            town.column(
                "select concat_ws(' ', outcome, reason, count(*)) from device_sheet_row"
                    + " where sheet_id = ? and reason is not null group by outcome, reason"
                    + " order by outcome, reason",
                checked.key()))
        .containsExactly(
            "REFUSED DATE_WRONG 500",
            "REFUSED SCHOOL_UNKNOWN 500",
            "REFUSED TAG_TWICE 500",
            "UNSETTLED PUPIL_UNKNOWN 500");
    assertThat(town.column(LINE, checked.key(), 11, 21, 31, 51, 61))
        .as("data begin on line 2 of the file")
        .containsExactly(
            "11 REFUSED SCHOOL_UNKNOWN",
            "21 REFUSED TAG_TWICE",
            "31 REFUSED DATE_WRONG",
            "51 UNSETTLED PUPIL_UNKNOWN",
            "61 KNOWN");

    String broken =
        town.value(
            "select line from device_sheet_row where sheet_id = ? and outcome = 'NEW' order by line"
                + " limit 1 offset 555",
            checked.key());
    String content = town.value(CONTENT, checked.key(), broken);
    rewrite(checked, broken, "{");
    assertThat(as(() -> takeovers.apply(checked))).isTrue();
    SentSheet stopped = until(checked.id(), SentSheet::stopped);

    assertThat(stopped.state()).isEqualTo(SheetState.APPLYING);
    assertThat(as(() -> takeovers.counts(stopped)))
        .as("whole batches, and nothing between done and to do")
        .isEqualTo(
            Map.of(
                "KNOWN",
                37_000L,
                "CREATED",
                500L,
                "NEW",
                500L,
                "REFUSED",
                1_500L,
                "UNSETTLED",
                500L));
    everyLineIsThere(stopped);
    assertThat(created()).isEqualTo("500 250");
    assertThat(applied(checked)).isEmpty();

    rewrite(checked, broken, content);
    assertThat(as(() -> takeovers.retry(stopped))).isTrue();
    SentSheet done = until(checked.id(), sheet -> sheet.state() == SheetState.DONE);

    assertThat(as(() -> takeovers.counts(done)))
        .isEqualTo(
            Map.of("KNOWN", 37_000L, "CREATED", 1_000L, "REFUSED", 1_500L, "UNSETTLED", 500L));
    everyLineIsThere(done);
    assertThat(created()).as("none twice").isEqualTo("1000 500");
    assertThat(applied(checked)).containsExactly("1000");
  }

  private static final String LINE =
      "select concat_ws(' ', line, outcome, reason) from device_sheet_row where sheet_id = ?"
          + " and line in (?, ?, ?, ?, ?) order by line";
  private static final String CONTENT =
      "select content from device_sheet_row where sheet_id = ? and line = ?";

  /** Half of the new devices are lent to one pupil: a takeover knows no limit. */
  private String file(Pupil pupil) {
    String uai = town.here.uai();
    return IntStream.rangeClosed(1, ROWS)
        .mapToObj(
            i ->
                switch (i % 80) {
                  case 0 ->
                      "N-%05d;SNN%05d;Portable 14;%s;E%d;05/01/2026"
                          .formatted(i, i, uai, pupil.id());
                  case 40 -> "N-%05d;SNN%05d;Portable 14;%s;;".formatted(i, i, uai);
                  case 10 -> "S-%05d;;Portable 14;0000000A;;".formatted(i);
                  case 20 -> "K-%05d;SNK%05d;Portable 14;%s;;".formatted(i - 1, i - 1, uai);
                  case 30 -> "D-%05d;;Portable 14;%s;E%d;31/02/2026".formatted(i, uai, pupil.id());
                  case 50 -> "U-%05d;;Portable 14;%s;INCONNU%d;05/01/2026".formatted(i, uai, i);
                  default -> "K-%05d;SNK%05d;Portable 14;%s;;".formatted(i, i, uai);
                })
        .collect(
            Collectors.joining(
                "\n", "Étiquette;N° de série;Modèle;UAI;Identifiant élève;Date de prêt\n", "\n"));
  }

  private void everyLineIsThere(SentSheet sheet) throws Exception {
    assertThat(
            town.value(
                "select concat_ws(' ', count(distinct line), min(line), max(line), sum(outcome in"
                    + " ('REFUSED', 'UNSETTLED') and reason is null)) from device_sheet_row"
                    + " where sheet_id = ?",
                sheet.key()))
        .isEqualTo(ROWS + " 2 " + (ROWS + 1) + " 0");
  }

  /** How many devices came of it, and how many of them are on loan. */
  private String created() throws Exception {
    return town.value(
        "select concat_ws(' ', count(*), sum(d.state = 'ON_LOAN' and l.state = 'OPEN')) from device d"
            + " left join loan l on l.id = d.open_loan_id where d.authority_id = ?"
            + " and d.asset_tag like 'N-%'",
        town.authority);
  }

  private List<String> applied(SentSheet sheet) throws Exception {
    return town.column(
        "select json_value(detail, '$.devices') from journal_entry where action ="
            + " 'TAKEOVER_APPLIED' and subject_id = ? and authority_id = ?",
        sheet.key(),
        town.authority);
  }

  private void rewrite(SentSheet sheet, String line, String content) throws Exception {
    town.run(
        "update device_sheet_row set content = ? where sheet_id = ? and line = ?",
        content,
        sheet.key(),
        line);
  }

  private SentSheet check(String file) throws Exception {
    Sent sent =
        as(
            () ->
                takeovers.send(
                    "parc.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
    UUID id = ((Sent.Received) sent).id();
    SentSheet received = as(() -> takeovers.find(id)).orElseThrow();
    as(() -> takeovers.check(received, Columns.of(TakeoverField.class, received.columns()).of()));
    return until(id, sheet -> sheet.state() == SheetState.CHECKED);
  }

  private SentSheet until(UUID id, Predicate<SentSheet> there) throws Exception {
    return waitFor(() -> takeovers.find(id).orElseThrow(), there);
  }

  @Test
  void l105_an_export_that_fails_half_way_leaves_nothing_and_the_next_one_is_whole()
      throws Exception {
    Device device = town.device(town.here);
    Pupil ada = town.pupil(town.here, "Ada");
    insert(
        "loan (id, public_id, authority_id, device_id, pupil_id, school_id, category, state,"
            + " checked_out_at, checked_out_by, returned_at, returned_grade)",
        LOANS,
        i ->
            "(next value for loan_seq, uuid(), %d, %d, %d, %d, 'LAPTOP', 'CLOSED', '2025-01-05',"
                    .formatted(town.authority, device.id(), ada.id(), town.here.id())
                + " 'Essai', '2025-01-06', 'GOOD')");
    String middle =
        town.value(
            "select id from loan where authority_id = ? order by id limit 1 offset " + LOANS / 2,
            town.authority);
    town.run("update loan set returned_grade = 'UNREADABLE' where id = ?", middle);
    Set<String> unfinished = unfinished();

    Ordered ordered = as(() -> export.order(new ExportOrder.Loans(EVERY_LOAN, ExportFormat.CSV)));
    UUID task = ((Ordered.Working) ordered).task();
    TaskView failed = ended(task, TaskState.FAILED);

    assertThat(failed.fileId()).as("no short file").isEmpty();
    assertThat(failed.total()).isEqualTo(LOANS);
    assertThat(failed.done()).as("never more than was read").isLessThanOrEqualTo(LOANS / 2L);
    assertThat(kept()).isEqualTo("0 0");
    assertThat(unfinished()).isEqualTo(unfinished);

    town.run("update loan set returned_grade = 'GOOD' where id = ?", middle);
    assertThat(tasks.retry(task, region.accountId())).isTrue();
    TaskView done = ended(task, TaskState.DONE);

    assertThat(done.summary()).contains("{\"rows\":" + LOANS + "}");
    assertThat(lines(done.fileId().orElseThrow())).as("with the headings").isEqualTo(LOANS + 1);
    assertThat(kept()).isEqualTo("1 1");
  }

  private TaskView ended(UUID task, TaskState state) throws Exception {
    return waitFor(
        () -> tasks.find(task, region.accountId()).orElseThrow(), view -> view.state() == state);
  }

  private long lines(UUID file) throws Exception {
    return as(
        () -> {
          try (BufferedReader content =
              new BufferedReader(
                  new InputStreamReader(
                      downloads.open(file).orElseThrow().content(), StandardCharsets.UTF_8))) {
            return content.lines().count();
          }
        });
  }

  /** How many files were kept for who asked, and how many exports the journal knows. */
  private String kept() throws Exception {
    return town.value(
        "select concat_ws(' ', (select count(*) from stored_file where owner_account_id = ?),"
            + " (select count(*) from journal_entry where authority_id = ? and action ="
            + " 'EXPORTED'))",
        region.accountId(),
        town.authority);
  }

  private static Set<String> unfinished() throws Exception {
    Path incoming = Path.of(System.getenv("GESTMAT_DATA_DIR"), "files", "incoming");
    if (!Files.isDirectory(incoming)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(incoming)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** Writes rows numbered from 1, 1,000 in a statement; an empty one is left out. */
  private void insert(String into, int rows, IntFunction<String> row) throws Exception {
    for (int from = 1; from <= rows; from += 1_000) {
      town.run(
          "insert into "
              + into
              + " values "
              + IntStream.range(from, Math.min(rows + 1, from + 1_000))
                  .mapToObj(row)
                  .filter(one -> !one.isEmpty())
                  .collect(Collectors.joining(",")));
    }
  }

  private <T> T as(Callable<T> work) throws Exception {
    return acting.as(region, Role.REGION_MANAGER, work);
  }

  private <T> T waitFor(Callable<T> look, Predicate<T> there) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    T now = as(look);
    while (!there.test(now) && System.nanoTime() < end) {
      Thread.sleep(100);
      now = as(look);
    }
    assertThat(now).matches(there);
    return now;
  }
}
