package fr.gestmat.lending.control.policy;

import fr.gestmat.lending.control.LendingPolicy;
import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.OpenDays;
import fr.gestmat.lending.control.policy.IncidentRule.ChargeKind;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.entity.IncidentKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the policy of an authority: the version that started last decides. */
@ApplicationScoped
public class PolicyRows {

  private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /** The policy in force on a day; {@link LendingPolicy#DEFAULT} if none started yet. */
  public LendingPolicy inForce(long authorityId, LocalDate day) {
    try (Connection connection = database.getConnection()) {
      return inForce(connection, authorityId, day);
    } catch (SQLException e) {
      throw new IllegalStateException("could not read the policy of authority " + authorityId, e);
    }
  }

  /** The same on an open connection; closed days before {@code day} are left out. */
  public static LendingPolicy inForce(Connection connection, long authorityId, LocalDate day)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select * from lending_policy where authority_id = ? and starts_on <= ?"
                + " order by starts_on desc limit 1")) {
      statement.setLong(1, authorityId);
      statement.setObject(2, day);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? policy(connection, row, closedDays(connection, authorityId, day))
            : LendingPolicy.DEFAULT;
      }
    }
  }

  private static LendingPolicy policy(Connection connection, ResultSet row, Set<LocalDate> closed)
      throws SQLException {
    long id = row.getLong("id");
    int presumedLost = row.getInt("presumed_lost_days");
    return new LendingPolicy(
        ReturnPlace.valueOf(row.getString("return_place")),
        row.getBoolean("lost_return_allowed"),
        row.getBoolean("withdrawn_return_allowed"),
        row.getBoolean("floating"),
        row.getBoolean("auto_return"),
        row.getBoolean("names_across_schools"),
        Agreement.valueOf(row.getString("agreement")),
        row.getInt("agreement_days"),
        new Limits(row.getInt("loans_per_pupil"), limits(connection, id)),
        Optional.ofNullable(row.getString("loan_ends")).map(PolicyRows::monthDay),
        new OpenDays(weekdays(row.getString("open_weekdays")), closed),
        Cohort.parse(row.getString("eligible_mef")),
        row.getBoolean("loan_follows_pupil"),
        incidents(connection, id),
        row.getBoolean("pieces_charged"),
        new EndOfSchooling(
            row.getBoolean("given_at_end"),
            Cohort.parse(row.getString("given_mef")),
            Optional.ofNullable(row.getString("given_from")).map(PolicyRows::monthDay)),
        presumedLost == 0 ? OptionalInt.empty() : OptionalInt.of(presumedLost),
        row.getInt("personal_data_months"));
  }

  /** Reads "06-30". */
  static MonthDay monthDay(String text) {
    return MonthDay.parse(text, MONTH_DAY);
  }

  /** Writes "06-30". */
  static String text(MonthDay day) {
    return MONTH_DAY.format(day);
  }

  /** Days of the week as the digits 1 to 7, Monday first. */
  static String digits(Set<DayOfWeek> days) {
    return days.stream()
        .sorted()
        .map(day -> Integer.toString(day.getValue()))
        .collect(Collectors.joining());
  }

  /** Reads such digits. */
  static Set<DayOfWeek> weekdays(String digits) {
    return digits.chars().mapToObj(d -> DayOfWeek.of(d - '0')).collect(Collectors.toSet());
  }

  private static Set<LocalDate> closedDays(Connection connection, long authorityId, LocalDate from)
      throws SQLException {
    Set<LocalDate> closed = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select day from closed_day where authority_id = ? and day >= ?")) {
      statement.setLong(1, authorityId);
      statement.setObject(2, from);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          closed.add(rows.getObject(1, LocalDate.class));
        }
      }
    }
    return closed;
  }

  private static List<Limits.Differing> limits(Connection connection, long policyId)
      throws SQLException {
    List<Limits.Differing> limits = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select category, mef, most from lending_policy_limit where policy_id = ?"
                + " order by category, mef")) {
      statement.setLong(1, policyId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          limits.add(new Limits.Differing(rows.getString(1), rows.getString(2), rows.getInt(3)));
        }
      }
    }
    return limits;
  }

  private static Map<IncidentKind, IncidentRule> incidents(Connection connection, long policyId)
      throws SQLException {
    Map<IncidentKind, IncidentRule> rules = new EnumMap<>(IncidentKind.class);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select kind, replacement, needs_police_report, charge, blocks_new_loan,"
                + " refund_if_found from lending_policy_incident where policy_id = ?")) {
      statement.setLong(1, policyId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rules.put(
              IncidentKind.valueOf(rows.getString(1)),
              new IncidentRule(
                  Replacement.valueOf(rows.getString(2)),
                  rows.getBoolean(3),
                  ChargeKind.valueOf(rows.getString(4)),
                  rows.getBoolean(5),
                  rows.getBoolean(6)));
        }
      }
    }
    return rules;
  }
}
