package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.AmountUnit;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Reads the decided applications of a campaign one by one while the database still reads, so that
 * memory does not grow with their number.
 */
@ApplicationScoped
public class PastApplications {

  private static final int FETCHED = 1_000;

  /**
   * Granted, or refused for the income alone: whoever was refused for anything else would be
   * refused again, whatever the scale.
   */
  private static final String DECIDED =
      """
      select d.inputs, a.family_quotient, a.reference_tax_income, a.tax_shares,
        a.dependent_children, a.meals_a_week, d.outcome, d.unit, coalesce(d.rate, d.amount) given
      from aid_decision d join aid_application a on a.id = d.application_id
      where d.campaign_id = ? and d.authority_id = ? and d.superseded_at is null
        and (d.outcome = 'GRANTED'
          or d.outcome = 'REFUSED' and d.reason_codes in ('INCOME', 'INCOME_ABOVE_SCALE'))
      """;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /** Hands over each of a campaign's decided applications. */
  public void each(long authorityId, long campaignId, Consumer<Simulation.Past> sink) {
    try (Connection connection = database.getConnection()) {
      each(connection, authorityId, campaignId, sink);
    } catch (SQLException e) {
      throw new IllegalStateException("could not read the applications of " + campaignId, e);
    }
  }

  /** The same on an open connection. */
  public static void each(
      Connection connection, long authorityId, long campaignId, Consumer<Simulation.Past> sink)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            DECIDED, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(FETCHED);
      statement.setLong(1, campaignId);
      statement.setLong(2, authorityId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sink.accept(past(rows));
        }
      }
    }
  }

  private static Simulation.Past past(ResultSet row) throws SQLException {
    Household household = household(row);
    boolean granted = row.getString("outcome").equals("GRANTED");
    Optional<AmountUnit> unit =
        Optional.ofNullable(row.getString("unit")).filter(u -> granted).map(AmountUnit::valueOf);
    BigDecimal given = Optional.ofNullable(row.getBigDecimal("given")).orElse(BigDecimal.ZERO);
    return new Simulation.Past(
        household,
        unit,
        given,
        number(row, "meals_a_week"),
        HouseholdInputs.custody(row.getString("inputs")));
  }

  /**
   * What the decision was computed from, so that RSA, rank and scholarship and what an official
   * source said count as they did then; where it kept nothing, what the application says. Whether a
   * family without figures is taken for one of the highest incomes is the old campaign's rule, and
   * says nothing of the new scale.
   */
  private static Household household(ResultSet row) throws SQLException {
    Household kept = HouseholdInputs.read(row.getString("inputs"));
    Optional<BigDecimal> quotient = Optional.ofNullable(row.getBigDecimal("family_quotient"));
    Optional<BigDecimal> income = Optional.ofNullable(row.getBigDecimal("reference_tax_income"));
    Optional<BigDecimal> shares =
        Optional.ofNullable(row.getBigDecimal("tax_shares")).filter(n -> n.signum() > 0);
    Optional<Integer> children = number(row, "dependent_children");
    return new Household(
        kept.familyQuotient().or(() -> quotient),
        kept.taxIncome().or(() -> income),
        kept.taxShares().or(() -> shares),
        kept.children().or(() -> children),
        kept.childRank(),
        kept.welfare(),
        kept.scholarship(),
        false);
  }

  private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
