package fr.gestmat.demo.territory;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes who works in schools. */
final class StaffRows implements AutoCloseable {

  final Rows members;
  private final long authority;
  private final Rows posts;

  StaffRows(Sample sample, long authority, SchoolRows schools) throws SQLException {
    this.authority = authority;
    this.members =
        Rows.of(
            sample,
            "staff_member",
            "id public_id authority_id source external_id family_name given_name email");
    this.posts =
        Rows.of(
            sample, "staff_member_school", "staff_member_id school_id", schools.schools, members);
  }

  /** Somebody, who works nowhere yet. */
  void add(Listed who, @Nullable String email) throws SQLException {
    members.add(
        who.id(),
        who.publicId(),
        authority,
        who.source(),
        who.externalId(),
        who.familyName(),
        who.givenName(),
        email);
  }

  /** One of the schools where somebody works. */
  void post(Listed member, long school) throws SQLException {
    posts.add(member.id(), school);
  }

  @Override
  public void close() throws SQLException {
    try (members;
        posts) {
      // Each sends its own, after what that refers to.
    }
  }
}
