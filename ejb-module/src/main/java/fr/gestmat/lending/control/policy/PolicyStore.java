package fr.gestmat.lending.control.policy;

import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.IncidentKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the versions of policies. The version number stands in the predicate of each write. */
@ApplicationScoped
public class PolicyStore {

  @Inject private ReadModel database;

  /**
   * A version that is kept.
   *
   * @param key database id
   * @param id public id
   * @param version grows with each change
   * @param draft what it says
   */
  public record Kept(long key, UUID id, int version, PolicyDraft draft) {

    /** Its first day. */
    public LocalDate startsOn() {
      return draft.startsOn().orElseThrow();
    }
  }

  /** All versions of an authority, the latest first; there are a few dozen in a lifetime. */
  public List<Kept> all(long authorityId) {
    return database.list(
        new SqlText()
            .add("select * from lending_policy where authority_id = ?", authorityId)
            .add("order by starts_on desc limit 100"),
        row -> kept(row, List.of(), Map.of()));
  }

  /** One version, whole. */
  public Optional<Kept> find(long authorityId, UUID id) {
    return database.first(
        new SqlText()
            .add("select * from lending_policy where authority_id = ?", authorityId)
            .add("and public_id = ?", id),
        row -> kept(row, limits(row.number("id")), incidents(row.number("id"))));
  }

  /** Closed days of the calendar from a day on. */
  public Set<LocalDate> closedDays(long authorityId, LocalDate from) {
    return new HashSet<>(
        database.list(
            new SqlText()
                .add("select day from closed_day where authority_id = ?", authorityId)
                .add("and day >= ?", from),
            row -> Objects.requireNonNull(row.dayOrNull("day"))));
  }

  /** Adds a version. */
  public Kept add(long authorityId, PolicyDraft draft) {
    UUID id = UUID.randomUUID();
    SqlText sql =
        new SqlText()
            .add("insert into lending_policy set id = nextval(lending_policy_seq),")
            .add("public_id = ?, authority_id = ?,", id, authorityId);
    database.write(columns(sql, draft));
    Kept kept = find(authorityId, id).orElseThrow();
    details(kept.key(), draft);
    return kept;
  }

  /** Changes a version; false if somebody else was faster. */
  public boolean change(Kept before, int version, PolicyDraft draft) {
    SqlText sql = new SqlText().add("update lending_policy set version = version + 1,");
    boolean mine =
        database.write(
                columns(sql, draft).add("where id = ? and version = ?", before.key(), version))
            == 1;
    if (mine) {
      details(before.key(), draft);
    }
    return mine;
  }

  /** Removes a version; false if somebody changed it meanwhile. */
  public boolean remove(Kept before, int version) {
    return database.write(
            new SqlText()
                .add("delete from lending_policy where id = ?", before.key())
                .add("and version = ?", version))
        == 1;
  }

  private static SqlText columns(SqlText sql, PolicyDraft d) {
    return sql.add("name = ?, starts_on = ?,", d.name(), d.startsOn().orElseThrow())
        .add("eligible_mef = ?,", d.eligible().text())
        .add(
            "loan_ends = nullif(?, ''),",
            d.yearly() ? d.loanEnds().map(PolicyRows::text).orElse("") : "")
        .add("loan_follows_pupil = ?,", d.loanFollowsPupil())
        .add("agreement = ?, agreement_days = ?,", d.agreement(), d.agreementDays().orElse(0))
        .add("loans_per_pupil = ?,", d.limits().perCategory())
        .add("open_weekdays = ?,", PolicyRows.digits(d.openWeekdays()))
        .add("return_place = ?,", d.returns().place())
        .add("lost_return_allowed = ?,", d.returns().lostAllowed())
        .add("withdrawn_return_allowed = ?,", d.returns().withdrawnAllowed())
        .add("floating = ?,", d.returns().floating())
        .add("auto_return = ?,", d.returns().autoReturn())
        .add("names_across_schools = ?,", d.returns().namesAcrossSchools())
        .add("pieces_charged = ?,", d.piecesCharged())
        .add("given_at_end = ?,", d.endOfSchooling().given())
        .add("given_mef = ?,", d.endOfSchooling().cohort().text())
        .add(
            "given_from = nullif(?, ''),",
            d.endOfSchooling().from().map(PolicyRows::text).orElse(""))
        .add("presumed_lost_days = nullif(?, 0),", d.presumedLostDays().orElse(0))
        .add("personal_data_months = ?", d.personalDataMonths().orElseThrow());
  }

  private void details(long key, PolicyDraft draft) {
    database.write(new SqlText().add("delete from lending_policy_limit where policy_id = ?", key));
    for (Limits.Differing limit : draft.differing()) {
      database.write(
          new SqlText()
              .add("insert into lending_policy_limit (policy_id, category, mef, most)")
              .add("values (?, ?, ?, ?)", key, limit.category(), limit.mef(), limit.most()));
    }
    draft
        .allIncidents()
        .forEach(
            (kind, rule) ->
                database.write(
                    new SqlText()
                        .add("replace into lending_policy_incident (policy_id, kind, replacement,")
                        .add("needs_police_report, charge, blocks_new_loan, refund_if_found)")
                        .add(
                            "values (?, ?, ?, ?,",
                            key,
                            kind,
                            rule.replacement(),
                            rule.needsPoliceReport())
                        .add(
                            "?, ?, ?)",
                            rule.charge(),
                            rule.blocksNewLoan(),
                            rule.refundIfFound())));
  }

  private static Kept kept(
      Row row, List<Limits.Differing> limits, Map<IncidentKind, IncidentRule> incidents)
      throws SQLException {
    @Nullable String ends = row.textOrNull("loan_ends");
    int agreementDays = (int) row.number("agreement_days");
    return new Kept(
        row.number("id"),
        row.id("public_id"),
        (int) row.number("version"),
        new PolicyDraft(
            row.text("name"),
            row.maybeDay("starts_on"),
            Cohort.parse(row.text("eligible_mef")),
            ends != null,
            Optional.ofNullable(ends).map(PolicyRows::monthDay),
            row.yes("loan_follows_pupil"),
            Agreement.valueOf(row.text("agreement")),
            agreementDays == 0 ? OptionalInt.empty() : OptionalInt.of(agreementDays),
            new Limits((int) row.number("loans_per_pupil"), limits),
            PolicyRows.weekdays(row.text("open_weekdays")),
            new PolicyDraft.Returns(
                ReturnPlace.valueOf(row.text("return_place")),
                row.yes("lost_return_allowed"),
                row.yes("withdrawn_return_allowed"),
                row.yes("floating"),
                row.yes("auto_return"),
                row.yes("names_across_schools")),
            incidents,
            row.yes("pieces_charged"),
            new EndOfSchooling(
                row.yes("given_at_end"),
                Cohort.parse(row.text("given_mef")),
                Optional.ofNullable(row.textOrNull("given_from")).map(PolicyRows::monthDay)),
            row.maybeNumber("presumed_lost_days")
                .map(days -> OptionalInt.of(days.intValue()))
                .orElse(OptionalInt.empty()),
            OptionalInt.of((int) row.number("personal_data_months"))));
  }

  private List<Limits.Differing> limits(long key) {
    return database.list(
        new SqlText()
            .add("select category, mef, most from lending_policy_limit where policy_id = ?", key)
            .add("order by category, mef"),
        row ->
            new Limits.Differing(row.text("category"), row.text("mef"), (int) row.number("most")));
  }

  private Map<IncidentKind, IncidentRule> incidents(long key) {
    Map<IncidentKind, IncidentRule> rules = new EnumMap<>(IncidentKind.class);
    database.list(
        new SqlText().add("select * from lending_policy_incident where policy_id = ?", key),
        row ->
            rules.put(
                IncidentKind.valueOf(row.text("kind")),
                new IncidentRule(
                    IncidentRule.Replacement.valueOf(row.text("replacement")),
                    row.yes("needs_police_report"),
                    IncidentRule.ChargeKind.valueOf(row.text("charge")),
                    row.yes("blocks_new_loan"),
                    row.yes("refund_if_found"))));
    return rules;
  }
}
