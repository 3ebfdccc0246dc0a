package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.incident.Repairs;
import fr.gestmat.lending.boundary.stock.Downloads;
import fr.gestmat.lending.boundary.stock.StockExport;
import fr.gestmat.lending.control.export.ExportFormat;
import fr.gestmat.lending.control.export.ExportOrder;
import fr.gestmat.lending.control.export.HandedFiles.Download;
import fr.gestmat.lending.control.incident.RepairRows;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.School;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The list of the devices that are away to be mended, and its file. */
class RunningRepairsInContainerIT extends DeskTest {

  @Inject private Repairs repairs;
  @Inject private StockExport export;
  @Inject private Downloads downloads;

  private static Device away(LendingTown town, School school, boolean back) throws Exception {
    Device device = town.device(school, back ? "IN_STOCK" : "IN_REPAIR");
    town.run(
        "insert into repair set id = nextval(repair_seq), public_id = uuid(), authority_id = ?,"
            + " school_id = ?, device_id = ?, ticket = 'SAV-1', repairer = 'Atelier',"
            + " sent_at = utc_timestamp(6), sent_by = 'Essai',"
            + " returned_at = if(?, utc_timestamp(6), null)",
        town.authority,
        school.id(),
        device.id(),
        back);
    return device;
  }

  private List<String> tags(Caller who, long after) throws Exception {
    return tags(who, Optional.empty(), after);
  }

  private List<String> tags(Caller who, Optional<String> school, long after) throws Exception {
    return page(who, school, after).repairs().stream().map(RepairRows.Running::assetTag).toList();
  }

  private Repairs.RunningPage page(Caller who, Optional<String> school, long after)
      throws Exception {
    return acting.as(who, managing(who), () -> repairs.running(school, after));
  }

  /** The lines of the file that somebody orders, its headings first. */
  private List<String> file(Caller who, Optional<String> school) throws Exception {
    UUID file =
        ((StockExport.Ordered.Ready)
                acting.as(
                    who,
                    managing(who),
                    () -> export.order(new ExportOrder.Repairs(school, ExportFormat.CSV))))
            .file();
    Download download = acting.as(who, managing(who), () -> downloads.open(file)).orElseThrow();
    try (var content = download.content()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Role managing(Caller who) {
    return who.roles().stream()
        .map(HeldRole::role)
        .filter(role -> role != Role.LOAN_AGENT)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_sees_the_own_schools_the_oldest_first_and_not_what_is_back() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device first = away(town, town.here, false);
    Device elsewhere = away(town, town.there, false);
    away(town, town.here, true);
    Device last = away(town, town.here, false);

    assertThat(tags(town.manager(town.here), 0)).containsExactly(first.tag(), last.tag());
    assertThat(tags(town.region(), 0)).containsExactly(first.tag(), elsewhere.tag(), last.tag());
    assertThat(tags(LendingTown.found(database).region(), 0)).isEmpty();
  }

  @Test
  void a_long_list_goes_on() throws Exception {
    LendingTown town = LendingTown.found(database);
    for (int i = 0; i < 51; i++) {
      away(town, town.here, false);
    }
    away(town, town.there, false);
    Caller region = town.region();
    Optional<String> here = Optional.of(town.here.uai());
    Repairs.RunningPage page = page(region, here, 0);
    assertThat(page.count()).isEqualTo(51);
    assertThat(page.repairs()).hasSize(50);
    assertThat(tags(region, here, page.next().orElseThrow())).hasSize(1);
  }

  @Test
  void one_school_is_chosen_and_one_that_may_not_be_seen_is_like_none() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device here = away(town, town.here, false);
    Device there = away(town, town.there, false);
    Caller region = town.region();

    assertThat(acting.as(region, Role.REGION_MANAGER, repairs::schools))
        .extracting(Choices.School::uai)
        .containsExactlyInAnyOrder(town.here.uai(), town.there.uai());
    assertThat(tags(region, Optional.of(town.there.uai()), 0)).containsExactly(there.tag());
    Caller manager = town.manager(town.here);
    assertThat(tags(manager, Optional.of(town.here.uai()), 0)).containsExactly(here.tag());
    for (String none : List.of(town.there.uai(), "0000000X")) {
      assertThat(page(manager, Optional.of(none), 0))
          .as(none)
          .isEqualTo(new Repairs.RunningPage(0, List.of(), Optional.empty()));
      assertThat(file(manager, Optional.of(none))).as(none).hasSize(1);
    }
  }

  /** L106 for repairs. */
  @Test
  void the_file_has_the_rows_of_the_list_no_formula_and_a_line_in_the_journal() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device first = away(town, town.here, false);
    Device there = away(town, town.there, false);
    away(town, town.here, true);
    town.run(
        "update repair set repairer = '=cmd|A1', cost = 41.5, swap_device_id = ? where device_id ="
            + " ?",
        there.id(),
        first.id());

    List<String> lines = file(town.region(), Optional.empty());

    assertThat(lines).hasSize(3);
    assertThat(lines.get(1))
        .contains(first.tag() + ";")
        .contains(";'=cmd|A1;SAV-1;")
        .contains(";" + there.tag() + ";")
        .endsWith("41,50");
    assertThat(lines.get(2)).contains(there.tag() + ";");
    assertThat(file(town.manager(town.here), Optional.empty())).hasSize(2);
    assertThat(
            town.column(
                "select concat(json_value(detail, '$.what'), ' ', json_value(detail, '$.rows'))"
                    + " from journal_entry where authority_id = ? and action = 'EXPORTED'"
                    + " order by id",
                town.authority))
        .containsExactly("reparations 2", "reparations 1");
  }

  @Test
  void who_only_scans_at_a_school_takes_nothing_of_its_repairs_away() throws Exception {
    LendingTown town = LendingTown.found(database);
    away(town, town.here, false);
    Device there = away(town, town.there, false);
    Caller both =
        new Caller(
            town.region().accountId(),
            UUID.randomUUID(),
            "Ines Double",
            town.authority,
            Set.of(
                new HeldRole(Role.LOAN_AGENT, town.here.id()),
                new HeldRole(Role.LOAN_MANAGER, town.there.id())),
            null,
            null);

    assertThat(tags(both, 0)).containsExactly(there.tag());
    assertThat(file(both, Optional.empty())).hasSize(2).element(1).asString().contains(there.tag());
  }

  /** L105: the right is asked when a file is made, and again when it is taken away. */
  @Test
  void who_manages_no_more_takes_no_repairs_away_that_were_written_before() throws Exception {
    LendingTown town = LendingTown.found(database);
    away(town, town.here, false);
    Caller manager = town.manager(town.here);
    UUID file =
        ((StockExport.Ordered.Ready)
                acting.as(
                    manager,
                    Role.LOAN_MANAGER,
                    () ->
                        export.order(new ExportOrder.Repairs(Optional.empty(), ExportFormat.CSV))))
            .file();

    Caller scans = acting(manager, Role.LOAN_AGENT, town.here);
    assertThat(acting.as(scans, Role.LOAN_AGENT, () -> downloads.open(file))).isEmpty();
    Caller elsewhere = acting(manager, Role.LOAN_MANAGER, town.there);
    assertThat(acting.as(elsewhere, Role.LOAN_MANAGER, () -> downloads.open(file))).isEmpty();
    Download taken =
        acting.as(manager, Role.LOAN_MANAGER, () -> downloads.open(file)).orElseThrow();
    taken.content().close();
  }

  private static Caller acting(Caller who, Role role, School school) {
    return new Caller(
        who.accountId(),
        who.accountPublicId(),
        who.name(),
        who.authorityId(),
        Set.of(new HeldRole(role, school.id())),
        null,
        null);
  }
}
