package fr.gestmat.system.incontainer;

import static fr.gestmat.mealaid.entity.statement.StatementKind.CORRECTION;
import static fr.gestmat.mealaid.entity.statement.StatementKind.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.directory.entity.ImportState;
import fr.gestmat.mealaid.boundary.statement.StatementClosing;
import fr.gestmat.mealaid.boundary.statement.StatementMaking;
import fr.gestmat.mealaid.boundary.statement.Statements;
import fr.gestmat.mealaid.boundary.statement.StayCorrections;
import fr.gestmat.mealaid.boundary.statement.StayCorrections.Line;
import fr.gestmat.mealaid.control.statement.StatementSums;
import fr.gestmat.mealaid.entity.statement.AidStatementLine;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A pupil moves from one collège to the other in mid-term: the directory's import says when it was
 * told, who runs the aid says when it was, and both statements are right by themselves.
 */
class SchoolStayInContainerIT extends DirectoryImportTest {

  private static final BigDecimal TERM = new BigDecimal("100.00");

  @Inject private StatementMaking making;
  @Inject private StatementClosing closing;
  @Inject private Statements statements;
  @Inject private StayCorrections corrections;

  private final UUID campaign = UUID.randomUUID();
  private LocalDate start;
  private LocalDate end;
  private long number;

  /** A term of 100 days, of which today is the 41st, and two children with 100 euros each. */
  @BeforeEach
  void grantedInSchoolA() throws Exception {
    load(twoSchools());
    LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
    start = today.minusDays(40);
    end = start.plusDays(99);
    long key = territory.number("select nextval(aid_campaign_seq)");
    territory.run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by) values (?,"
            + " ?, ?, 'Essai', ?, ?, ?, ?, 2025, utc_timestamp(6), 'Essai')",
        key,
        campaign.toString(),
        authority,
        start.getYear(),
        start,
        end,
        end);
    territory.run(
        "insert into aid_term (campaign_id, number, starts_on, ends_on, meal_days) values (?, 1, ?,"
            + " ?, 60)",
        key,
        start,
        end);
    number = granted(key, "1");
    granted(key, "2");
  }

  @Test
  @DisplayName(
      "M-E12 the day of the import splits the term, and every grouping adds up to the whole")
  void the_day_of_the_import() throws Exception {
    moveToB();

    UUID there = compute(B, REGULAR);
    UUID here = compute(A, REGULAR);
    assertThat(lines(here)).containsExactly("DUE PUPIL1 40 40.00", "DUE PUPIL2 100 100.00");
    assertThat(lines(there)).containsExactly("DUE PUPIL1 60 60.00");
    agree(here, there);
  }

  @Test
  @DisplayName(
      "M-E12 put right by hand, each school is paid for its days; the next import keeps it")
  void by_hand() throws Exception {
    moveToB();
    StayCorrections.Sheet sheet = sheet();
    assertThat(sheet.lines())
        .containsExactly(
            new Line(A, Optional.empty(), Optional.of(start.plusDays(39))),
            new Line(B, Optional.of(start.plusDays(40)), Optional.empty()));

    Answer<Long> answer =
        correct(
            sheet.seen(),
            new Line(B, Optional.of(start.plusDays(25)), Optional.empty()),
            new Line(A, Optional.empty(), Optional.of(start.plusDays(24))));
    assertThat(answer).isInstanceOf(Answer.Done.class);
    assertThat(journal("STATEMENT_STAYS_CORRECTED")).isEqualTo(1);

    apply(twoSchools(1).pupil(1, "PUPIL1", "Zoé", 8));
    UUID here = compute(A, REGULAR);
    UUID there = compute(B, REGULAR);
    assertThat(lines(here)).containsExactly("DUE PUPIL1 25 25.00", "DUE PUPIL2 100 100.00");
    assertThat(lines(there)).containsExactly("DUE PUPIL1 75 75.00");
    agree(here, there);

    assertThat(correct(sheet.seen(), new Line(A, Optional.empty(), Optional.empty())))
        .as("an old page changes nothing")
        .isInstanceOf(Answer.Stale.class);
    assertThat(
            refused(
                correct(
                    sheet().seen(),
                    new Line(A, Optional.empty(), Optional.empty()),
                    new Line(B, Optional.of(start), Optional.empty()))))
        .containsExactly("stayNoLast");
    assertThat(
            refused(
                correct(sheet().seen(), new Line("0990000Z", Optional.empty(), Optional.empty()))))
        .containsExactly("stayNoSchool");
  }

  @Test
  @DisplayName(
      "M-K04 M-E12 after both are final, corrections take from one what they give the other")
  void after_the_end() throws Exception {
    moveToB();
    UUID here = closed(A);
    UUID there = closed(B);

    correct(
        sheet().seen(),
        new Line(A, Optional.empty(), Optional.of(start.plusDays(49))),
        new Line(B, Optional.of(start.plusDays(50)), Optional.empty()));
    UUID hereAgain = compute(A, CORRECTION);
    UUID thereAgain = compute(B, CORRECTION);

    assertThat(sum(here).add(sum(hereAgain))).isEqualByComparingTo("150.00");
    // A school never pays back: what it got too much is carried over to its next statement.
    BigDecimal carried = card(thereAgain).statement().carriedOut();
    assertThat(sum(there).add(sum(thereAgain)).subtract(carried)).isEqualByComparingTo("50.00");
  }

  @Test
  @DisplayName("A child whose move no import saw gets its schools by hand")
  void never_moved() throws Exception {
    assertThat(sheet().lines()).containsExactly(new Line(A, Optional.empty(), Optional.empty()));

    correct(
        sheet().seen(),
        new Line(B, Optional.empty(), Optional.of(start.plusDays(9))),
        new Line(A, Optional.of(start.plusDays(10)), Optional.empty()));

    UUID here = compute(A, REGULAR);
    UUID there = compute(B, REGULAR);
    assertThat(lines(there)).containsExactly("DUE PUPIL1 10 10.00");
    agree(here, there);
  }

  @Test
  @DisplayName("Only who runs the aid of this authority sees and corrects it")
  void scope() throws Exception {
    Caller elsewhere = Territory.on(territory.authority(), Role.AID_MANAGER);
    assertThat(acting.as(elsewhere, Role.AID_MANAGER, () -> corrections.find(number))).isEmpty();
    assertThat(
            acting.as(
                elsewhere, Role.AID_MANAGER, () -> corrections.correct(number, "", List.of())))
        .isEmpty();
  }

  /** By school, by term, by nature and by child: every way of adding up gives what was granted. */
  private void agree(UUID here, UUID there) throws Exception {
    BigDecimal all = TERM.add(TERM);
    assertThat(sum(here).add(sum(there))).isEqualByComparingTo(all);
    List<StatedLine> lines =
        java.util.stream.Stream.of(card(here), card(there))
            .flatMap(card -> card.lines().stream())
            .map(AidStatementLine::stated)
            .toList();
    assertThat(StatementSums.total(lines)).isEqualByComparingTo(all);
    assertThat(
            StatementSums.by(lines, line -> line.child().familyName()).values().stream()
                .map(StatementSums.Sum::amount))
        .as("each child once, whatever the schools")
        .allMatch(sum -> sum.compareTo(TERM) == 0);
    assertThat(total(StatementSums.by(lines, StatedLine::kind).values())).isEqualByComparingTo(all);
    assertThat(total(StatementSums.by(lines, StatedLine::term).values())).isEqualByComparingTo(all);
    for (UUID id : List.of(here, there)) {
      assertThat(total(card(id).byKind().values())).isEqualByComparingTo(sum(id));
    }
    Statements.Wanted wanted =
        new Statements.Wanted(
            Optional.of(campaign), Optional.of(1), Optional.empty(), "", Optional.empty());
    assertThat(manager(() -> statements.overview(wanted)).orElseThrow().all().total())
        .as("the list of the term")
        .isEqualByComparingTo(all);
  }

  private static BigDecimal total(java.util.Collection<StatementSums.Sum> sums) {
    return sums.stream().map(StatementSums.Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void moveToB() throws Exception {
    apply(twoSchools(1).pupil(1, "PUPIL1", "Zoé", 8));
  }

  private void apply(AafSet set) throws Exception {
    UUID id = handIn(set, true);
    await(id, ImportState.READY);
    confirm(id, Set.of(), Set.of());
    await(id, ImportState.DONE);
  }

  private long granted(long key, String external) throws Exception {
    long id = territory.number("select nextval(aid_application_seq)");
    territory.run(
        "insert into aid_application (id, public_id, authority_id, campaign_id, number, pupil_id,"
            + " child_family_name, child_given_name, child_key, school_id, state, origin,"
            + " applicant_name, submitted_at, boarding_status, meals_a_week, created_at,"
            + " changed_at, changed_by) select ?, uuid(), authority_id, ?, next value for"
            + " aid_application_number, id, family_name, given_name, concat('K', id), school_id,"
            + " 'GRANTED', 'FAMILY', 'Famille', utc_timestamp(6), 'HALF_BOARDER', 4,"
            + " utc_timestamp(6), utc_timestamp(6), 'Essai' from pupil where authority_id = ? and"
            + " external_id = ?",
        id,
        key,
        authority,
        external);
    long decision = territory.number("select nextval(aid_decision_seq)");
    territory.run(
        "insert into aid_decision (id, public_id, authority_id, campaign_id, application_id,"
            + " number, outcome, inputs, amount, unit, decided_at, decided_by) values (?, uuid(),"
            + " ?, ?, ?, 1, 'GRANTED', '{}', 100, 'PER_TERM', utc_timestamp(6), 'Essai')",
        decision,
        authority,
        key,
        id);
    territory.run(
        "insert into aid_decision_term (decision_id, term, amount) values (?, 1, ?)",
        decision,
        TERM);
    return territory.number("select number from aid_application where id = ?", id);
  }

  private UUID compute(String uai, StatementKind kind) throws Exception {
    return done(manager(() -> making.compute(campaign, uai, 1, kind)).orElseThrow());
  }

  private UUID closed(String uai) throws Exception {
    UUID id = compute(uai, REGULAR);
    int draft = card(id).statement().version();
    done(manager(() -> closing.check(id, draft)).orElseThrow());
    int checked = card(id).statement().version();
    done(manager(() -> closing.close(id, checked)).orElseThrow());
    return id;
  }

  private Statements.Card card(UUID id) throws Exception {
    return manager(() -> statements.find(id)).orElseThrow();
  }

  private BigDecimal sum(UUID id) throws Exception {
    return card(id).statement().total();
  }

  private List<String> lines(UUID id) throws Exception {
    return card(id).lines().stream()
        .map(AidStatementLine::stated)
        .map(
            line ->
                line.kind()
                    + " "
                    + line.child().familyName()
                    + " "
                    + line.money().days()
                    + " "
                    + line.amount())
        .toList();
  }

  private StayCorrections.Sheet sheet() throws Exception {
    return manager(() -> corrections.find(number)).orElseThrow();
  }

  private Answer<Long> correct(String seen, Line... lines) throws Exception {
    return manager(() -> corrections.correct(number, seen, List.of(lines))).orElseThrow();
  }

  private <T> T manager(Callable<T> work) throws Exception {
    return acting.as(Territory.on(authority, Role.AID_MANAGER), Role.AID_MANAGER, work);
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static List<String> refused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().stream().map(Refusal::code).toList();
  }
}
