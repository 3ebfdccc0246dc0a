package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.CheckDigit;
import fr.gestmat.lending.control.SchoolRef;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.desk.AuthorityFacts.ModelFacts;
import fr.gestmat.lending.control.desk.DeviceView.Accessory;
import fr.gestmat.lending.control.policy.PolicyRows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Policy, tag scheme, schools and models of each authority, kept in memory for {@link #KEPT}: a
 * scan does not ask the database for them again.
 */
@ApplicationScoped
public class ReferenceData {

  /** How long a change may take to be seen by every desk. */
  static final Duration KEPT = Duration.ofSeconds(10);

  private final ConcurrentHashMap<Long, Kept> kept = new ConcurrentHashMap<>();
  private final Set<Long> reading = ConcurrentHashMap.newKeySet();

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private Clock clock;

  private record Kept(AuthorityFacts facts, Instant readAt) {}

  /**
   * The facts of an authority, at most {@link #KEPT} old; while one scan reads them anew the others
   * go on with what there was. Forty that read at once would each want a second connection.
   */
  public AuthorityFacts of(long authorityId) {
    Kept known = kept.get(authorityId);
    if (known == null) {
      return fresh(authorityId);
    }
    Instant now = clock.instant();
    boolean old =
        now.isBefore(known.readAt()) || Duration.between(known.readAt(), now).compareTo(KEPT) >= 0;
    if (!old || !reading.add(authorityId)) {
      return known.facts();
    }
    try {
      return fresh(authorityId);
    } finally {
      reading.remove(authorityId);
    }
  }

  /** The facts of an authority as they stand now: something unknown turned up. */
  public AuthorityFacts fresh(long authorityId) {
    AuthorityFacts facts = read(authorityId);
    kept.put(authorityId, new Kept(facts, clock.instant()));
    return facts;
  }

  /** Forgets what is kept of an authority: its policy was just changed here. */
  public void forget(long authorityId) {
    kept.remove(authorityId);
  }

  private AuthorityFacts read(long authorityId) {
    try (Connection connection = database.getConnection()) {
      Map<Long, SchoolRef> schools = new HashMap<>();
      Map<String, SchoolRef> open = new HashMap<>();
      query(
          connection,
          "select id, uai, name, status from school where authority_id = ?",
          row -> {
            SchoolRef school = new SchoolRef(row.getLong(1), row.getString(2), row.getString(3));
            schools.put(school.id(), school);
            if (row.getString(4).equals("ACCEPTED")) {
              open.put(school.uai(), school);
            }
          },
          authorityId);
      List<Authority> authority = new ArrayList<>();
      query(
          connection,
          "select time_zone, tag_prefix, tag_pattern, serial_pattern, tag_check"
              + " from local_authority where id = ?",
          row -> authority.add(authority(row)),
          authorityId);
      Authority own = authority.get(0);
      return new AuthorityFacts(
          own.zone(),
          PolicyRows.inForce(
              connection, authorityId, LocalDate.ofInstant(clock.instant(), own.zone())),
          own.tags(),
          Map.copyOf(schools),
          Map.copyOf(open),
          models(connection, authorityId));
    } catch (SQLException e) {
      throw new IllegalStateException("could not read the facts of authority " + authorityId, e);
    }
  }

  private record Authority(ZoneId zone, TagScheme tags) {}

  private static Authority authority(ResultSet row) throws SQLException {
    return new Authority(
        ZoneId.of(row.getString(1)),
        new TagScheme(
            Optional.ofNullable(row.getString(2)).orElse(""),
            pattern(row.getString(3)),
            pattern(row.getString(4)),
            CheckDigit.valueOf(row.getString(5))));
  }

  private static Optional<Pattern> pattern(@Nullable String regex) {
    return Optional.ofNullable(regex).map(Pattern::compile);
  }

  private static Map<Long, ModelFacts> models(Connection connection, long authorityId)
      throws SQLException {
    Map<Long, ModelFacts> models = new HashMap<>();
    query(
        connection,
        "select m.id, m.name, m.category, a.name, a.quantity from device_model m"
            + " left join model_accessory a on a.model_id = m.id where m.authority_id = ?"
            + " order by m.id, a.position",
        row -> {
          ModelFacts model =
              models.computeIfAbsent(
                  row.getLong(1),
                  id -> new ModelFacts(text(row, 2), text(row, 3), new ArrayList<>()));
          if (row.getString(4) != null) {
            model.accessories().add(new Accessory(row.getString(4), row.getInt(5)));
          }
        },
        authorityId);
    return Map.copyOf(models);
  }

  private static String text(ResultSet row, int column) {
    try {
      return row.getString(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private static void query(
      Connection connection, String sql, RowReader reader, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
