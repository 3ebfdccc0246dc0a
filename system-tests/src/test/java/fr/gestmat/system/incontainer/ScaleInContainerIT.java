package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.scale.PublicSimulator;
import fr.gestmat.mealaid.boundary.scale.ScaleSheets;
import fr.gestmat.mealaid.boundary.scale.ScaleSimulations;
import fr.gestmat.mealaid.boundary.scale.Scales;
import fr.gestmat.mealaid.control.eligibility.Facts;
import fr.gestmat.mealaid.control.eligibility.RuleCode;
import fr.gestmat.mealaid.control.eligibility.RuleResult;
import fr.gestmat.mealaid.control.scale.Assessment;
import fr.gestmat.mealaid.control.scale.Finding;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.ScaleBook;
import fr.gestmat.mealaid.control.scale.Simulation;
import fr.gestmat.mealaid.control.scale.Simulation.Change;
import fr.gestmat.mealaid.control.scale.TypedBracket;
import fr.gestmat.mealaid.control.scale.TypedScale;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.ScaleVersion;
import fr.gestmat.system.incontainer.ScaleTown.Campaign;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scale from its draft to its publication, who may do it, and what never changes afterwards. */
class ScaleInContainerIT extends InContainerTest {

  private static final LocalDate START = LocalDate.of(2026, 9, 1);
  private static final List<TypedBracket> SOUND =
      List.of(line("", "500", "100"), line("500", "900", "50"), line("900", "", "0"));

  @Inject private Acting acting;
  @EJB private Scales scales;
  @EJB private ScaleSheets sheets;
  @EJB private ScaleSimulations simulations;
  @EJB private PublicSimulator simulator;
  @Inject private ScaleBook book;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  private ScaleTown town;
  private Campaign campaign;

  @BeforeEach
  void aCampaign() throws SQLException {
    town = new ScaleTown(database);
    campaign = town.campaign("Cantine", 2026, null);
  }

  @Test
  @DisplayName("M-F09 M-F31: a published version stays; the next one replaces all of its brackets")
  void publishing() throws Exception {
    assertThat(publish(campaign, SOUND, Set.of())).isEqualTo(new Answer.Done<>(1));
    Scale first = manager(() -> overview().versions().get(0).scale());
    long firstId = manager(() -> inForce().id());

    publish(campaign, List.of(line("", "700", "80"), line("700", "", "0")), Set.of());

    List<Scales.Version> versions = manager(() -> overview().versions());
    assertThat(versions).extracting(Scales.Version::number).containsExactly(2, 1);
    assertThat(versions.get(0).scale().brackets()).hasSize(2);
    assertThat(versions.get(1).scale()).isEqualTo(first);
    assertThat(versions.get(1).publishedBy()).isEqualTo("Hélène Essai");
    Scale kept = manager(() -> ScaleBook.scale(book.version(firstId).orElseThrow()));
    assertThat(award(kept, "500")).isEqualByComparingTo("100");
    Scale today = manager(() -> ScaleBook.scale(inForce()));
    assertThat(award(today, "500")).isEqualByComparingTo("80");
    assertThat(
            town.column(
                "select action from journal_entry where authority_id = ? order by id",
                town.authority))
        .containsExactly(
            "AID_SCALE_BEGUN",
            "AID_SCALE_WRITTEN",
            "AID_SCALE_PUBLISHED",
            "AID_SCALE_BEGUN",
            "AID_SCALE_WRITTEN",
            "AID_SCALE_PUBLISHED");
  }

  @Test
  @DisplayName("M-F31: the application's account could not change a published scale if it tried")
  void the_database_refuses_changes() throws Exception {
    publish(campaign, SOUND, Set.of());

    for (String sql :
        List.of(
            "update aid_scale set starts_on = '2020-01-01' where campaign_id = ?",
            "delete from aid_scale where campaign_id = ?",
            "update aid_bracket set value = 1 where scale_id = (select id from aid_scale where"
                + " campaign_id = ?)",
            "delete from aid_bracket where scale_id = (select id from aid_scale where campaign_id ="
                + " ?)")) {
      assertThatThrownBy(() -> town.run(sql, campaign.id()))
          .as(sql)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("denied");
    }
  }

  @Test
  @DisplayName("M-F09 M-F14: errors are not published; what is unusual is, once somebody confirms")
  void checks() throws Exception {
    Answer<Integer> hole =
        publish(campaign, List.of(line("", "500", "100"), line("600", "", "0")), Set.of());
    assertThat(codes(hole)).containsExactly("findingsLeft");
    List<TypedBracket> rising = List.of(line("", "500", "50"), line("500", "", "100"));
    manager(() -> scales.write(campaign.publicId(), draft().version(), typed(rising)));

    Answer<Integer> unconfirmed =
        manager(
            () ->
                scales
                    .publish(campaign.publicId(), draft().version(), Set.of("something else"))
                    .orElseThrow());
    assertThat(codes(unconfirmed)).containsExactly("notConfirmed");
    Set<String> keys =
        manager(() -> draft().findings().stream().map(Finding::key).collect(Collectors.toSet()));
    Answer<Integer> confirmed =
        manager(() -> scales.publish(campaign.publicId(), draft().version(), keys).orElseThrow());

    assertThat(confirmed).isEqualTo(new Answer.Done<>(1));
    assertThat(town.column("select confirmed from aid_scale where campaign_id = ?", campaign.id()))
        .first()
        .asString()
        .contains("NOT_MONOTONE");
  }

  @Test
  @DisplayName("What can't be read is kept, and said; two people see each other's changes")
  void drafts() throws Exception {
    manager(() -> scales.begin(campaign.publicId(), false));
    int version = manager(() -> draft().version());
    List<TypedBracket> odd = List.of(line("", "cinq cents", "100"));
    manager(() -> scales.write(campaign.publicId(), version, typed(odd)));

    assertThat(manager(() -> draft().typed().lines())).isEqualTo(odd);
    assertThat(manager(() -> draft().unreadable())).hasSize(1);
    assertThat(
            codes(
                manager(
                    () ->
                        scales
                            .publish(campaign.publicId(), draft().version(), Set.of())
                            .orElseThrow())))
        .containsExactly("linesUnreadable");
    assertThat(manager(() -> scales.write(campaign.publicId(), version, typed(SOUND))))
        .get()
        .isInstanceOf(Answer.Stale.class);
    assertThat(codes(manager(() -> scales.begin(campaign.publicId(), true)).orElseThrow()))
        .containsExactly("draftThere");
    manager(() -> scales.drop(campaign.publicId(), draft().version()));
    assertThat(manager(() -> overview().draft())).isEmpty();
  }

  @Test
  @DisplayName("M-F18: next year's draft has all cells of this year's, a year later; the old stays")
  void next_year() throws Exception {
    publish(campaign, SOUND, Set.of());
    Campaign next = town.campaign("Cantine suivante", 2027, campaign.id());

    manager(() -> scales.begin(next.publicId(), true));
    Scales.Draft copied =
        manager(
            () -> scales.overview(next.publicId()).flatMap(Scales.Overview::draft).orElseThrow());

    assertThat(copied.typed().startsOn()).contains(START.plusYears(1));
    assertThat(copied.typed().scale().orElseThrow().brackets())
        .extracting(bracket -> bracket.tariff().most().intValue())
        .containsExactly(100, 50, 0);
    assertThat(manager(() -> overview().versions())).hasSize(1);
    assertThat(manager(() -> overview().draft())).isEmpty();
  }

  @Test
  @DisplayName("A manager of another authority, or somebody else's role, sees nothing of it")
  void scope() throws Exception {
    publish(campaign, SOUND, Set.of());
    Caller elsewhere = new ScaleTown(database).manager();

    assertThat(acting.as(elsewhere, Role.AID_MANAGER, () -> scales.overview(campaign.publicId())))
        .isEmpty();
    assertThat(
            acting.as(elsewhere, Role.AID_MANAGER, () -> scales.begin(campaign.publicId(), true)))
        .isEmpty();
    assertThat(
            acting.as(
                elsewhere,
                Role.AID_MANAGER,
                () -> simulations.run(campaign.publicId(), Optional.empty(), BigDecimal.ONE)))
        .isEmpty();
    assertThatThrownBy(
            () -> acting.as(town.manager(), Role.ADMIN, () -> scales.overview(campaign.publicId())))
        .isInstanceOf(EJBAccessException.class);
    assertThat(manager(() -> scales.overview(UUID.randomUUID()))).isEmpty();
  }

  @Test
  @DisplayName("J1: lines come from a sheet; one that is no scale leaves the draft as it was")
  void sheet() throws Exception {
    manager(() -> scales.begin(campaign.publicId(), false));

    ScaleSheets.Taken taken =
        manager(() -> take("Nom;De;Jusqu'à;Montant\nA;;500;100\nB;500;;0\nC;;;\n"));
    ScaleSheets.Taken none = manager(() -> take("Nom;Prénom\nDurand;Zoé\n"));

    assertThat(taken.answer()).get().isInstanceOf(Answer.Done.class);
    assertThat(taken.content().leftOut()).hasSize(1);
    assertThat(none.answer()).isEmpty();
    assertThat(manager(() -> draft().typed().lines())).hasSize(2);
  }

  @Test
  @DisplayName("M-F32: a draft is tried on the decided applications of another campaign")
  void simulation() throws Exception {
    Campaign last = town.campaign("Cantine d'avant", 2025, null);
    town.decided(last, "400", 50);
    town.decided(last, "600", 50);
    town.decided(last, "800", 100);
    town.decided(last, "450", null);
    town.decided(last, null, 50);
    manager(() -> scales.begin(campaign.publicId(), false));
    manager(() -> scales.write(campaign.publicId(), draft().version(), typed(SOUND)));

    ScaleSimulations.Tried tried =
        manager(
            () ->
                simulations
                    .run(campaign.publicId(), Optional.empty(), new BigDecimal("4.00"))
                    .orElseThrow());

    assertThat(tried.draft()).isTrue();
    assertThat(tried.tried().orElseThrow().id()).isEqualTo(last.publicId());
    var outcome = tried.outcome().orElseThrow();
    assertThat(outcome.count(Change.WINS)).isEqualTo(2);
    assertThat(outcome.count(Change.SAME)).isEqualTo(1);
    assertThat(outcome.count(Change.LOSES)).isEqualTo(1);
    assertThat(outcome.count(Change.UNDETERMINED)).isEqualTo(1);
    // 150 meals of 4 euros: half, half, all, nothing; then all, half, half, all.
    assertThat(outcome.before()).isEqualByComparingTo("1200.00");
    assertThat(outcome.after()).isEqualByComparingTo("1800.00");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WELFARE     |   | {"welfare":true}     | {"welfare":false}
          SCHOLARSHIP |   | {"scholarship":true} | {"scholarship":false}
          CHILD_RANK  | 3 | {"childRank":4}      | {"childRank":2}
          """)
  @DisplayName("M-F32: a line for the RSA, a scholarship or a rank is tried on what was said then")
  void simulation_of_conditions(String kind, String number, String met, String notMet)
      throws Exception {
    Campaign last = town.campaign("Cantine d'avant", 2025, null);
    town.decided(last, "600", 50, met);
    town.decided(last, "600", 50, notMet);
    town.decided(last, "600", 50, "{}");
    manager(() -> scales.begin(campaign.publicId(), false));
    List<TypedBracket> lines = new ArrayList<>(SOUND);
    lines.add(0, conditional(kind, number == null ? "" : number, "100"));
    manager(() -> scales.write(campaign.publicId(), draft().version(), typed(lines)));

    var outcome = manager(this::trial);

    assertThat(outcome.count(Change.WINS)).isEqualTo(1);
    assertThat(outcome.count(Change.SAME)).isEqualTo(1);
    assertThat(outcome.count(Change.UNDETERMINED)).isEqualTo(1);
    assertThat(outcome.brackets().get(0).applications()).isEqualTo(1);
  }

  @Test
  @DisplayName("M-F32 M-F21: what an official source said counts before what the family typed")
  void simulation_of_official_figures() throws Exception {
    Campaign last = town.campaign("Cantine d'avant", 2025, null);
    town.decided(last, "400", 50, "{\"familyQuotient\":600}");
    manager(() -> scales.begin(campaign.publicId(), false));
    manager(() -> scales.write(campaign.publicId(), draft().version(), typed(SOUND)));

    assertThat(manager(this::trial).count(Change.SAME)).isEqualTo(1);
  }

  @Test
  @DisplayName("M-F32: a scale is tried with as many statements on one application as on fifty")
  void statements_of_a_simulation() throws Exception {
    Campaign last = town.campaign("Cantine d'avant", 2025, null);
    town.decided(last, "600", 50, "{\"welfare\":true}");
    manager(() -> scales.begin(campaign.publicId(), false));
    manager(() -> scales.write(campaign.publicId(), draft().version(), typed(SOUND)));
    long ofOne = StatementCount.selects(database, () -> manager(this::trial));
    for (int i = 0; i < 49; i++) {
      town.decided(last, "600", 50, "{\"welfare\":false}");
    }

    long ofFifty = StatementCount.selects(database, () -> manager(this::trial));

    assertThat(manager(this::trial).all()).isEqualTo(50);
    assertThat(ofFifty).isEqualTo(ofOne);
  }

  @Test
  @DisplayName(
      "M-F31 M-F29: the public simulator says what the scale and the rules say, and keeps nothing")
  void public_simulator() throws Exception {
    publish(campaign, SOUND, Set.of());
    town.rule(campaign, "MEALS", "{\"least\":4}");
    town.rule(campaign, "INCOME", "{}");
    List<String> before = journal();

    PublicSimulator.Questions questions = simulator.questions(campaign.publicId()).orElseThrow();
    PublicSimulator.Result result =
        simulator
            .simulate(
                campaign.publicId(),
                Facts.unknown().eating(Optional.empty(), Optional.of(4), false),
                Household.unknown().withFamilyQuotient(new BigDecimal("500")))
            .orElseThrow();

    assertThat(questions.rules()).containsExactlyInAnyOrder(RuleCode.MEALS, RuleCode.INCOME);
    assertThat(questions.hasScale()).isTrue();
    assertThat(result.results())
        .containsExactly(
            new RuleResult.Passed(RuleCode.MEALS), new RuleResult.Passed(RuleCode.INCOME));
    assertThat(result.assessment())
        .contains(
            ScaleBook.scale(inForce())
                .assess(Household.unknown().withFamilyQuotient(new BigDecimal("500"))));
    assertThat(result.terms()).hasSize(3);
    assertThat(journal()).isEqualTo(before);
  }

  @Test
  @DisplayName("M-F24: without a published scale that has begun, the simulator gives no amount")
  void no_scale() throws Exception {
    town.rule(campaign, "INCOME", "{}");
    manager(() -> scales.begin(campaign.publicId(), false));
    manager(() -> scales.write(campaign.publicId(), draft().version(), typed(SOUND)));

    PublicSimulator.Result result =
        simulator
            .simulate(
                campaign.publicId(),
                Facts.unknown(),
                Household.unknown().withFamilyQuotient(BigDecimal.ONE))
            .orElseThrow();

    assertThat(simulator.questions(campaign.publicId()).orElseThrow().hasScale()).isFalse();
    assertThat(result.assessment()).isEmpty();
    assertThat(result.results()).hasSize(1);
    assertThat(result.results().get(0)).isInstanceOf(RuleResult.Undetermined.class);
  }

  private Simulation.Outcome trial() {
    return simulations
        .run(campaign.publicId(), Optional.empty(), new BigDecimal("4.00"))
        .flatMap(ScaleSimulations.Tried::outcome)
        .orElseThrow();
  }

  private Answer<Integer> publish(Campaign of, List<TypedBracket> lines, Set<String> confirmed)
      throws Exception {
    manager(() -> scales.begin(of.publicId(), false));
    manager(() -> scales.write(of.publicId(), draft().version(), typed(lines)));
    return manager(() -> scales.publish(of.publicId(), draft().version(), confirmed).orElseThrow());
  }

  private ScaleSheets.Taken take(String text) throws Exception {
    return sheets
        .take(
            campaign.publicId(),
            draft().version(),
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .orElseThrow();
  }

  private <T> T manager(Callable<T> work) throws Exception {
    return acting.as(town.manager(), Role.AID_MANAGER, work);
  }

  private Scales.Overview overview() {
    return scales.overview(campaign.publicId()).orElseThrow();
  }

  private Scales.Draft draft() {
    return overview().draft().orElseThrow();
  }

  private ScaleVersion inForce() {
    return book.inForce(campaign.id(), START).orElseThrow();
  }

  private List<String> journal() throws SQLException {
    return town.column("select count(*) from journal_entry where authority_id = ?", town.authority);
  }

  private static BigDecimal award(Scale scale, String quotient) {
    return ((Assessment.Matched)
            scale.assess(Household.unknown().withFamilyQuotient(new BigDecimal(quotient))))
        .award()
        .perChild();
  }

  private static List<String> codes(Answer<Integer> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<Integer>) answer).reasons().stream().map(Refusal::code).toList();
  }

  private static TypedScale typed(List<TypedBracket> lines) {
    return new TypedScale(
        ScaleKind.FAMILY_QUOTIENT,
        AmountUnit.RATE,
        BoundStyle.UPPER_INCLUDED,
        false,
        Optional.of(START),
        lines);
  }

  private static TypedBracket conditional(String kind, String number, String value) {
    return new TypedBracket("", "", "", "", kind, number, value, "", "", "");
  }

  private static TypedBracket line(String from, String upTo, String value) {
    return new TypedBracket("", "", from, upTo, "", "", value, "", "", "");
  }
}
