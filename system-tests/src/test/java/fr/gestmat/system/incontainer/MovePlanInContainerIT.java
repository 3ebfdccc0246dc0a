package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.transfer.MovePlans;
import fr.gestmat.lending.boundary.transfer.NeedFiles;
import fr.gestmat.lending.boundary.transfer.Pools;
import fr.gestmat.lending.boundary.transfer.Transfers;
import fr.gestmat.lending.control.policy.SchoolYear;
import fr.gestmat.lending.control.transfer.MovePlan;
import fr.gestmat.lending.control.transfer.PlaceStock;
import fr.gestmat.lending.control.transfer.PlaceStock.Settings;
import fr.gestmat.lending.control.transfer.PlanBook;
import fr.gestmat.lending.control.transfer.SlipBook;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Needs, proposals and the slips made of them, on the real database. */
class MovePlanInContainerIT extends DeskTest {

  private static final Settings ALL = new Settings(100, 0, 0);

  @Inject private MovePlans plans;
  @Inject private Pools pools;

  /** The school year after the one of the test's day, as the region's clock says. */
  private static final int NEXT =
      SchoolYear.of(LocalDate.now(ZoneId.of("Europe/Paris"))).begins() + 1;

  @Inject private NeedFiles needFiles;
  @Inject private Transfers transfers;

  private UUID propose(Caller region, String needs) throws Exception {
    Answer<UUID> answer =
        acting.as(region, Role.REGION_MANAGER, () -> plans.propose("LAPTOP", NEXT, needs, ALL));
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<UUID>) answer).value();
  }

  private MovePlans.Card card(Caller region, UUID plan) throws Exception {
    return acting.as(region, Role.REGION_MANAGER, () -> plans.find(plan)).orElseThrow();
  }

  @Test
  void proposes_moves_that_are_edited_and_become_slips() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller region = town.region();
    for (int i = 0; i < 5; i++) {
      town.device(town.here);
    }
    town.device(town.here, "TO_CHECK");
    town.device(town.here, "IN_REPAIR");

    UUID id = propose(region, town.here.uai() + ";2\n" + town.there.uai() + ";3");
    MovePlans.Card card = card(region, id);
    assertThat(card.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.from()).isEqualTo(town.here.id());
              assertThat(line.to()).isEqualTo(town.there.id());
              assertThat(line.devices()).isEqualTo(3);
              assertThat(line.why()).contains(MovePlan.Why.WHOLE);
              assertThat(line.surplus()).isEqualTo(4);
              assertThat(line.missing()).isEqualTo(3);
            });
    assertThat(card.note().left()).isEqualTo(1);
    assertThat(card.note().unmet()).isEmpty();

    int version = card.plan().version();
    Answer<UUID> edited =
        acting
            .as(
                region,
                Role.REGION_MANAGER,
                () ->
                    plans.edit(
                        id,
                        new MovePlans.Edit(
                            version,
                            Map.of(1, 2),
                            Optional.of(town.there.uai()),
                            Optional.of(town.here.uai()),
                            Optional.of(1))))
            .orElseThrow();
    assertThat(edited).isInstanceOf(Answer.Done.class);
    assertThat(card(region, id).lines()).extracting(PlanBook.Line::devices).containsExactly(2, 1);
    Answer<Integer> stale =
        acting.as(region, Role.REGION_MANAGER, () -> plans.apply(id, version)).orElseThrow();
    assertThat(((Answer.Refused<Integer>) stale).reasons().get(0).code()).isEqualTo("planChanged");

    int fresh = card(region, id).plan().version();
    Answer<Integer> applied =
        acting.as(region, Role.REGION_MANAGER, () -> plans.apply(id, fresh)).orElseThrow();
    assertThat(((Answer.Done<Integer>) applied).value()).isEqualTo(2);
    assertThat(
            acting
                .as(
                    town.manager(town.here),
                    Role.LOAN_MANAGER,
                    () -> transfers.list(SlipBook.Filter.ALL, Long.MAX_VALUE))
                .transfers())
        .extracting(slip -> slip.planned().orElseThrow())
        .containsExactlyInAnyOrder(2L, 1L);
    assertThat(
            acting.as(region, Role.REGION_MANAGER, () -> plans.apply(id, fresh + 1)).orElseThrow())
        .as("once only")
        .isInstanceOf(Answer.Refused.class);

    // What slips have promised counts: one goes away in all, none of it is proposed twice.
    assertThat(card(region, propose(region, "")).lines())
        .extracting(PlanBook.Line::devices)
        .containsExactly(2);
  }

  @Test
  void a_pool_gives_all_but_what_is_kept_for_emergencies() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller region = town.region();
    Answer<String> made =
        acting.as(region, Role.REGION_MANAGER, () -> pools.create("Réserve de Metz"));
    String code = ((Answer.Done<String>) made).value();
    long key =
        Long.parseLong(
            town.value(
                "select id from school where authority_id = ? and uai = ?", town.authority, code));
    for (int i = 0; i < 3; i++) {
      town.device(new LendingTown.School(key, code, 0));
    }
    // Kept for emergencies, wherever it is: not for entrants.
    town.run(
        "update device set emergency = 1 where id = ?",
        town.device(new LendingTown.School(key, code, 0)).id());
    assertThat(acting.as(region, Role.REGION_MANAGER, pools::list)).hasSize(1);

    UUID id = propose(region, town.there.uai() + ";5");
    MovePlans.Card card = card(region, id);
    assertThat(card.lines()).extracting(PlanBook.Line::fromName).containsExactly("Réserve de Metz");
    assertThat(card.lines()).extracting(PlanBook.Line::devices).containsExactly(3);
    assertThat(card.note().unmet()).extracting(s -> s.devices()).containsExactly(2);
    assertThat(card.note().unsaid()).as("a need that nobody said is not 0").isEqualTo(1);
  }

  @Test
  void needs_are_derived_from_levels_and_what_was_said_stays() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller region = town.region();
    town.run(
        "insert into grade (id, authority_id, mef_code, label) values (next value for grade_seq,"
            + " ?, '20010018110', '2nde')",
        town.authority);
    for (int i = 0; i < 4; i++) {
      town.pupil(i == 0 ? town.here : town.there, "P" + i);
    }
    town.run(
        "update pupil set grade_id = (select id from grade where authority_id = ?)"
            + " where authority_id = ?",
        town.authority,
        town.authority);
    propose(region, town.here.uai() + ";7");

    Answer<Integer> derived =
        acting.as(region, Role.REGION_MANAGER, () -> plans.derive("LAPTOP", NEXT, "20010018"));
    assertThat(((Answer.Done<Integer>) derived).value()).isEqualTo(1);
    List<PlaceStock> places =
        acting
            .as(region, Role.REGION_MANAGER, () -> plans.needs("LAPTOP", OptionalInt.empty()))
            .places();
    assertThat(places)
        .extracting(p -> p.uai() + " " + p.entrants().orElse(-1))
        .containsExactlyInAnyOrder(town.here.uai() + " 7", town.there.uai() + " 3");
    assertThat(acting.as(region, Role.REGION_MANAGER, () -> plans.derive("LAPTOP", NEXT, "abc")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void needs_are_read_from_a_spreadsheet_and_kept_only_when_they_are_proposed() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller region = town.region();
    String csv = "UAI;Entrants\n" + town.here.uai() + ";4\n0000000X;1\n";

    Answer<NeedFiles.Read> answer =
        acting.as(
            region,
            Role.REGION_MANAGER,
            () ->
                needFiles.read(
                    "LAPTOP", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));

    NeedFiles.Read read = ((Answer.Done<NeedFiles.Read>) answer).value();
    assertThat(read.text()).isEqualTo(town.here.uai() + " ; 4\n0000000X ; 1");
    assertThat(read.schools()).isEqualTo(1);
    assertThat(read.problems()).extracting(Refusal::code).containsExactly("needUnknown");
    assertThat(
            town.value(
                "select count(*) from school_need n join school s on s.id = n.school_id"
                    + " where s.authority_id = ?",
                town.authority))
        .isEqualTo("0");
  }

  @Test
  void the_start_that_is_days_away_is_planned_apart_from_next_years() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller region = town.region();
    int now = NEXT - 1;
    Answer<UUID> ours =
        acting.as(
            region,
            Role.REGION_MANAGER,
            () -> plans.propose("LAPTOP", now, town.here.uai() + ";4", ALL));
    assertThat(card(region, ((Answer.Done<UUID>) ours).value()).plan().year()).isEqualTo(now);
    propose(region, town.here.uai() + ";9");

    for (int year : List.of(now, NEXT)) {
      MovePlans.Needs needs =
          acting.as(region, Role.REGION_MANAGER, () -> plans.needs("LAPTOP", OptionalInt.of(year)));
      assertThat(needs.year()).isEqualTo(year);
      assertThat(needs.places())
          .filteredOn(place -> place.uai().equals(town.here.uai()))
          .extracting(place -> place.entrants().orElse(-1))
          .containsExactly(year == now ? 4 : 9);
    }
    for (int year : List.of(now - 1, NEXT + 1)) {
      assertThat(
              acting.as(
                  region,
                  Role.REGION_MANAGER,
                  () -> plans.propose("LAPTOP", year, town.here.uai() + ";4", ALL)))
          .isInstanceOf(Answer.Refused.class);
      assertThat(
              acting.as(
                  region,
                  Role.REGION_MANAGER,
                  () -> plans.needs("LAPTOP", OptionalInt.of(year)).year()))
          .isEqualTo(NEXT);
    }
  }

  @Test
  void only_the_region_plans() throws Exception {
    LendingTown town = LendingTown.found(database);
    Assertions.assertThatThrownBy(
            () ->
                acting.as(
                    town.manager(town.here),
                    Role.LOAN_MANAGER,
                    () -> plans.needs("LAPTOP", OptionalInt.empty())))
        .isInstanceOf(EJBAccessException.class);
    UUID id = propose(town.region(), town.here.uai() + ";1");
    LendingTown other = LendingTown.found(database);
    assertThat(acting.as(other.region(), Role.REGION_MANAGER, () -> plans.find(id))).isEmpty();
  }
}
