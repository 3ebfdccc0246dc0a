package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.FeedGuardian;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The guardians of a set: who is new, of whom something changed. */
final class GuardianStage implements AutoCloseable {

  private static final int AT_ONCE = 250;

  private final Connection connection;
  private final ImportSet set;
  private final ProblemRows problems;
  private final StagedTwice twice;
  private final RowBatch full;
  private final RowBatch slim;
  private final ContentHash hash = new ContentHash();
  private final List<FeedGuardian> waiting = new ArrayList<>(AT_ONCE);
  private final boolean none;
  private int count;

  GuardianStage(Connection connection, ImportSet set, ProblemRows problems) throws SQLException {
    this.connection = connection;
    this.set = set;
    this.problems = problems;
    this.twice = new StagedTwice(connection, "staged_guardian", set.importId());
    this.full =
        new RowBatch(
            connection,
            "staged_guardian (import_id, external_id, outcome, public_id, content_hash, title,"
                + " family_name, given_name, email, phone, mobile, address, postal_code, town,"
                + " country, file_name, line)",
            17,
            AT_ONCE + 1);
    this.slim =
        new RowBatch(
            connection,
            "staged_guardian (import_id, external_id, outcome, file_name, line)",
            5,
            AT_ONCE + 1);
    this.none = isEmpty();
  }

  void add(FeedGuardian guardian) throws SQLException {
    waiting.add(guardian);
    if (waiting.size() == AT_ONCE) {
      flush();
    }
  }

  void flush() throws SQLException {
    List<FeedGuardian> fresh =
        twice.withoutRepeats(waiting, problems, g -> g.lastName() + " " + g.firstName());
    Map<String, byte[]> before = known(fresh);
    for (FeedGuardian guardian : fresh) {
      stage(guardian, before);
    }
    full.flush();
    slim.flush();
    waiting.clear();
  }

  private void stage(FeedGuardian guardian, Map<String, byte[]> before) throws SQLException {
    count++;
    byte[] content = contentOf(guardian);
    byte[] known = before.get(guardian.key());
    if (known != null && Arrays.equals(known, content)) {
      slim.add(
          set.importId(),
          guardian.key(),
          "UNCHANGED",
          guardian.place().file(),
          guardian.place().line());
      return;
    }
    full.add(
        set.importId(),
        guardian.key(),
        known == null ? "NEW" : "CHANGED",
        known == null ? UUID.randomUUID().toString() : null,
        content,
        guardian.title().orElse(null),
        guardian.lastName(),
        guardian.firstName(),
        guardian.email().orElse(null),
        guardian.phone().orElse(null),
        guardian.mobile().orElse(null),
        guardian.address().orElse(null),
        guardian.postcode().orElse(null),
        guardian.city().orElse(null),
        guardian.country().orElse(null),
        guardian.place().file(),
        guardian.place().line());
  }

  private byte[] contentOf(FeedGuardian guardian) {
    return hash.of(
        guardian.title().orElse(null),
        guardian.lastName(),
        guardian.firstName(),
        guardian.email().orElse(null),
        guardian.phone().orElse(null),
        guardian.mobile().orElse(null),
        guardian.address().orElse(null),
        guardian.postcode().orElse(null),
        guardian.city().orElse(null),
        guardian.country().orElse(null));
  }

  private Map<String, byte[]> known(List<FeedGuardian> batch) throws SQLException {
    Map<String, byte[]> found = new HashMap<>();
    if (none || batch.isEmpty()) {
      return found;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select external_id, coalesce(content_hash, '') from guardian where authority_id = ?"
                + " and source = ? and external_id in ("
                + "?,".repeat(batch.size() - 1)
                + "?)")) {
      statement.setLong(1, set.authorityId());
      statement.setString(2, set.source().name());
      for (int i = 0; i < batch.size(); i++) {
        statement.setString(3 + i, batch.get(i).key());
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getBytes(2));
        }
      }
    }
    return found;
  }

  private boolean isEmpty() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select 1 from guardian where authority_id = ? and source = ? limit 1")) {
      statement.setLong(1, set.authorityId());
      statement.setString(2, set.source().name());
      try (ResultSet rows = statement.executeQuery()) {
        return !rows.next();
      }
    }
  }

  int count() {
    return count;
  }

  @Override
  public void close() throws SQLException {
    full.close();
    slim.close();
  }
}
