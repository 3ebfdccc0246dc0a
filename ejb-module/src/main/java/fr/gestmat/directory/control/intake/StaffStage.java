package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.FeedStaff;
import fr.gestmat.directory.control.feed.ProblemKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The staff of a set, with the schools that they work in. */
final class StaffStage implements AutoCloseable {

  private static final int AT_ONCE = 250;

  private final ImportSet set;
  private final ProblemRows problems;
  private final SchoolStage schools;
  private final StagedTwice twice;
  private final RowBatch people;
  private final RowBatch places;
  private final ContentHash hash = new ContentHash();
  private final List<FeedStaff> waiting = new ArrayList<>(AT_ONCE);
  private int count;

  StaffStage(Connection connection, ImportSet set, ProblemRows problems, SchoolStage schools) {
    this.set = set;
    this.problems = problems;
    this.schools = schools;
    this.twice = new StagedTwice(connection, "staged_staff", set.importId());
    this.people =
        new RowBatch(
            connection,
            "staged_staff (import_id, external_id, family_name, given_name, email, functions,"
                + " file_name, line, content_hash)",
            9,
            AT_ONCE + 1);
    this.places =
        RowBatch.keepingFirst(
            connection,
            "staged_staff_school (import_id, staff_external_id, school_external_id)",
            3,
            AT_ONCE);
  }

  void add(FeedStaff member) throws SQLException {
    waiting.add(member);
    if (waiting.size() == AT_ONCE) {
      flush();
    }
  }

  void flush() throws SQLException {
    List<FeedStaff> fresh =
        twice.withoutRepeats(waiting, problems, s -> s.lastName() + " " + s.firstName());
    for (FeedStaff member : fresh) {
      stage(member);
    }
    people.flush();
    places.flush();
    waiting.clear();
  }

  private void stage(FeedStaff member) throws SQLException {
    count++;
    String functions =
        member.functions().stream()
            .map(f -> f.label().isEmpty() ? f.code() : f.label())
            .distinct()
            .collect(Collectors.joining(", "));
    people.add(
        set.importId(),
        member.key(),
        member.lastName(),
        member.firstName(),
        member.email().orElse(null),
        functions,
        member.place().file(),
        member.place().line(),
        hash.of(
            member.lastName(),
            member.firstName(),
            member.email().orElse(null),
            member.schoolKey().orElse(null),
            member.functions()));
    if (member.schoolKey().flatMap(schools::uai).isPresent()) {
      places.add(set.importId(), member.key(), member.schoolKey().get());
    }
    for (FeedStaff.Function function : member.functions()) {
      if (schools.uai(function.schoolKey()).isEmpty()) {
        problems.add(
            ProblemKind.FUNCTION_SCHOOL_UNKNOWN,
            member.place(),
            member.key() + " " + member.lastName() + " " + member.firstName(),
            function.schoolKey() + " " + function.label(),
            null);
      } else {
        places.add(set.importId(), member.key(), function.schoolKey());
      }
    }
  }

  int count() {
    return count;
  }

  @Override
  public void close() throws SQLException {
    people.close();
    places.close();
  }
}
