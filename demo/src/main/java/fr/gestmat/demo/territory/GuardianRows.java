package fr.gestmat.demo.territory;

import fr.gestmat.directory.entity.GuardianshipKind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes guardians, and whose they are. */
final class GuardianRows implements AutoCloseable {

  /** Where somebody lives. */
  record Home(String street, String postalCode, String town) {}

  /** How somebody is addressed and reached, as far as a directory tells. */
  record Reach(@Nullable String title, @Nullable String email, @Nullable String mobile) {}

  final Rows guardians;
  private final long authority;
  private final Rows links;

  GuardianRows(Sample sample, long authority, PupilRows pupils) throws SQLException {
    this.authority = authority;
    this.guardians =
        Rows.of(
            sample,
            "guardian",
            "id public_id authority_id source external_id title family_name given_name email mobile"
                + " address postal_code town country");
    this.links =
        Rows.of(
            sample,
            "guardianship",
            "pupil_id guardian_external_id guardian_id kind rank_order parental_authority pays_fees"
                + " is_contact",
            pupils.pupils,
            guardians);
  }

  /** Somebody with an address. */
  void add(Listed who, Reach reach, Home home) throws SQLException {
    guardians.add(
        who.id(),
        who.publicId(),
        authority,
        who.source(),
        who.externalId(),
        reach.title(),
        who.familyName(),
        who.givenName(),
        reach.email(),
        reach.mobile(),
        home.street(),
        home.postalCode(),
        home.town(),
        "FRANCE");
  }

  /** Whose child a pupil is; the first guardian pays. */
  void child(Listed guardian, long pupil, GuardianshipKind kind, int rank) throws SQLException {
    links.add(pupil, guardian.externalId(), guardian.id(), kind, rank, true, rank == 1, true);
  }

  @Override
  public void close() throws SQLException {
    try (guardians;
        links) {
      // Each sends its own, after what that refers to.
    }
  }
}
