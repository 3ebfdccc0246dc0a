package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.mealaid.control.statement.Paid;
import fr.gestmat.mealaid.control.statement.StatementOrder;
import fr.gestmat.mealaid.control.statement.StatementRule;
import fr.gestmat.mealaid.control.statement.StatementSeal;
import fr.gestmat.mealaid.control.statement.StatementSums;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.statement.StatedAmount;
import fr.gestmat.mealaid.entity.statement.StatedChild;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import fr.gestmat.mealaid.entity.statement.StatementState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Statements for the collèges, whose lines the product's own rule computes: last year's are final,
 * of this year's first term some are drafts.
 */
final class SampleStatements implements AutoCloseable {

  private final Sample sample;
  private final long authority;
  private final Rows statements;
  private final Rows lines;
  private final Rows seals;
  private final Ids statementIds;
  private final Ids lineIds;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Map<Long, List<Paid>> paid = new HashMap<>();

  /** The statements of an authority. */
  SampleStatements(Sample sample, long authority) throws SQLException {
    this.sample = sample;
    this.authority = authority;
    statements =
        new Rows(
            sample.connection(),
            "aid_statement",
            List.of(
                "id",
                "public_id",
                "authority_id",
                "campaign_id",
                "school_id",
                "school_name",
                "school_uai",
                "term",
                "kind",
                "state",
                "number",
                "total",
                "line_count",
                "pupil_count",
                "error_count",
                "computed_at",
                "computed_by",
                "checked_at",
                "checked_by",
                "final_at",
                "final_by",
                "version"));
    lines =
        new Rows(
            sample.connection(),
            "aid_statement_line",
            List.of(
                "id",
                "public_id",
                "statement_id",
                "position",
                "kind",
                "term",
                "application_id",
                "application_number",
                "pupil_id",
                "ine",
                "family_name",
                "given_name",
                "class_name",
                "boarding_status",
                "meals_a_week",
                "unit",
                "unit_amount",
                "rate",
                "first_day",
                "last_day",
                "days",
                "term_days",
                "amount",
                "remark",
                "problem"),
            statements);
    seals =
        new Rows(
            sample.connection(),
            "aid_statement_seal",
            List.of(
                "statement_id",
                "authority_id",
                "year",
                "number",
                "line_count",
                "total",
                "digest",
                "sealed_at"),
            statements);
    statementIds = sample.ids("aid_statement_seq");
    lineIds = sample.ids("aid_statement_line_seq");
  }

  /**
   * The final statements of a term that is over, for every collège: made three weeks after its end.
   */
  void close(SampleCampaign campaign, Term term, List<College> colleges, List<SampleCase> cases)
      throws SQLException {
    Instant computed = term.endsOn().plusDays(20).atTime(9, 0).atZone(SampleCase.ZONE).toInstant();
    for (College college : colleges) {
      computed = computed.plusSeconds(95);
      statement(campaign, term, college, cases, StatementState.FINAL, computed);
    }
  }

  /** A statement that is not final yet: a draft, or one that the collège found right. */
  void open(
      SampleCampaign campaign,
      Term term,
      College college,
      List<SampleCase> cases,
      StatementState state)
      throws SQLException {
    statement(campaign, term, college, cases, state, sample.now().minus(Duration.ofHours(30)));
  }

  private void statement(
      SampleCampaign campaign,
      Term term,
      College college,
      List<SampleCase> cases,
      StatementState state,
      Instant computed)
      throws SQLException {
    List<StatedLine> stated =
        StatementRule.lines(
            new StatementOrder(
                StatementKind.REGULAR, term.number(), college.id(), campaign.terms()),
            cases.stream()
                .filter(one -> one.college().equals(college))
                .flatMap(one -> one.grant(computed).stream())
                .toList(),
            paid.getOrDefault(college.id(), List.of()),
            List.of());
    if (stated.isEmpty()) {
      return;
    }
    boolean isFinal = state == StatementState.FINAL;
    Instant checked = computed.plus(Duration.ofHours(isFinal ? 50 : 5));
    Instant closed = computed.plus(Duration.ofHours(75));
    long id = statementIds.next();
    int year = closed.atZone(SampleCase.ZONE).getYear();
    int number = isFinal ? numbers.merge(year, 1, Integer::sum) : 0;
    @Nullable String text = isFinal ? "EV-%d-%04d".formatted(year, number) : null;
    statements.add(
        id,
        sample.chance().uuid(),
        authority,
        campaign.id(),
        college.id(),
        college.name(),
        college.uai(),
        term.number(),
        StatementKind.REGULAR,
        state,
        text,
        StatementSums.total(stated),
        stated.size(),
        stated.stream().map(line -> line.child().applicationId()).distinct().count(),
        0,
        computed,
        SampleMealAid.MANAGER,
        state == StatementState.DRAFT ? null : checked,
        state == StatementState.DRAFT ? null : college.bursar(),
        isFinal ? closed : null,
        isFinal ? SampleMealAid.MANAGER : null,
        isFinal ? 3 : 1);
    for (int i = 0; i < stated.size(); i++) {
      line(id, i + 1, stated.get(i));
    }
    if (isFinal) {
      seals.add(
          id,
          authority,
          year,
          number,
          stated.size(),
          StatementSums.total(stated),
          StatementSeal.digest(stated),
          closed);
      pay(college, stated);
    }
  }

  private void line(long statement, int position, StatedLine line) throws SQLException {
    StatedChild child = line.child();
    StatedAmount money = line.money();
    lines.add(
        lineIds.next(),
        sample.chance().uuid(),
        statement,
        position,
        line.kind(),
        line.term(),
        child.applicationId(),
        child.applicationNumber(),
        child.pupilId(),
        child.ine(),
        child.familyName(),
        child.givenName(),
        child.className(),
        child.boardingStatus(),
        child.mealsAWeek(),
        money.unit(),
        money.unitAmount(),
        money.rate(),
        money.firstDay(),
        money.lastDay(),
        money.days(),
        money.termDays(),
        money.amount(),
        money.remark(),
        line.problem());
  }

  /** What later statements of the collège are compared with. */
  private void pay(College college, List<StatedLine> stated) {
    List<Paid> all = paid.computeIfAbsent(college.id(), id -> new ArrayList<>());
    for (StatedLine line : stated) {
      all.add(
          new Paid(
              Objects.requireNonNull(line.child().applicationId()),
              line.term(),
              line.amount(),
              line.money().rate(),
              line.child().boardingStatus()));
    }
  }

  @Override
  public void close() throws SQLException {
    try (Rows counters =
        new Rows(
            sample.connection(),
            "aid_statement_counter",
            List.of("authority_id", "year", "last_number"))) {
      for (Map.Entry<Integer, Integer> year : numbers.entrySet()) {
        counters.add(authority, year.getKey(), year.getValue());
      }
    }
    seals.close();
    lines.close();
    statements.close();
  }
}
