package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.FeedClass;
import fr.gestmat.directory.control.feed.FeedSchool;
import fr.gestmat.directory.control.feed.ProblemKind;
import fr.gestmat.directory.entity.FeedSource;
import fr.gestmat.directory.entity.Uai;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schools of a set, and which code each of the feed's keys means. There are a few hundred, with
 * a few thousand classes: these two are kept in memory.
 */
final class SchoolStage {

  private final Connection connection;
  private final ImportSet set;
  private final ProblemRows problems;
  private final Map<String, String> uaiByKey = new HashMap<>();
  private final Set<String> staged = new HashSet<>();
  private final Map<String, Set<String>> classes = new HashMap<>();
  private final ContentHash hash = new ContentHash();

  SchoolStage(Connection connection, ImportSet set, ProblemRows problems) throws SQLException {
    this.connection = connection;
    this.set = set;
    this.problems = problems;
    readKnown();
  }

  /** A set without a file of schools speaks of those that an earlier one brought. */
  private void readKnown() throws SQLException {
    String key = set.source() == FeedSource.CSV ? "uai" : "external_id";
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select "
                + key
                + ", uai from school where authority_id = ? and "
                + key
                + " is not null")) {
      statement.setLong(1, set.authorityId());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          uaiByKey.put(rows.getString(1), rows.getString(2));
        }
      }
    }
  }

  void add(FeedSchool school) throws SQLException {
    if (!staged.add(school.key())) {
      problems.add(
          ProblemKind.KEY_TWICE, school.place(), school.key(), school.name(), school.uai());
      return;
    }
    uaiByKey.put(school.key(), school.uai());
    if (!Uai.hasRightLetter(school.uai())) {
      problems.add(
          ProblemKind.UAI_LETTER, school.place(), school.name(), school.uai(), school.uai());
    }
    if (school.replacementZone()) {
      problems.add(
          ProblemKind.REPLACEMENT_ZONE, school.place(), school.name(), school.uai(), school.uai());
    }
    if (school.type().isEmpty()) {
      problems.add(
          ProblemKind.SCHOOL_WITHOUT_TYPE,
          school.place(),
          school.name(),
          school.uai(),
          school.uai());
    }
    try (RowBatch row =
        new RowBatch(
            connection,
            "staged_school (import_id, external_id, uai, name, type_text, street, postal_code,"
                + " town, phone, email, replacement_zone, file_name, line, content_hash)",
            14,
            1)) {
      row.add(
          set.importId(),
          school.key(),
          school.uai(),
          school.name(),
          school.type().orElse(null),
          school.street().orElse(null),
          school.postcode().orElse(null),
          school.city().orElse(null),
          school.phone().orElse(null),
          school.email().orElse(null),
          school.replacementZone(),
          school.place().file(),
          school.place().line(),
          hash.of(
              school.key(),
              school.name(),
              school.type().orElse(null),
              school.street().orElse(null),
              school.postcode().orElse(null),
              school.city().orElse(null),
              school.phone().orElse(null),
              school.email().orElse(null)));
    }
  }

  /** The code of a school by the feed's key, as far as the set was read. */
  Optional<String> uai(String key) {
    return Optional.ofNullable(uaiByKey.get(key));
  }

  /** Remembers that a class exists. */
  void addClass(FeedClass found) {
    uai(found.schoolKey())
        .ifPresent(uai -> classes.computeIfAbsent(uai, any -> new HashSet<>()).add(found.name()));
  }

  void flush() throws SQLException {
    try (RowBatch rows = new RowBatch(connection, "staged_class (import_id, uai, name)", 3, 200)) {
      for (Map.Entry<String, Set<String>> school : classes.entrySet()) {
        for (String name : school.getValue()) {
          rows.add(set.importId(), school.getKey(), name);
        }
      }
      rows.flush();
    }
  }
}
