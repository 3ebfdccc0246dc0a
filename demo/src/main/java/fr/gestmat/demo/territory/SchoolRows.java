package fr.gestmat.demo.territory;

import fr.gestmat.directory.entity.AuthorityKind;
import fr.gestmat.directory.entity.SchoolStatus;
import fr.gestmat.lending.control.CheckDigit;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes an authority, its schools, and their grades and classes. */
final class SchoolRows implements AutoCloseable {

  /**
   * How an authority tags what it owns.
   *
   * @param pattern regular expression of a whole tag
   * @param serialPattern the same of a serial number, if the makers have one
   */
  record Tags(String prefix, String pattern, @Nullable String serialPattern, CheckDigit check) {}

  /**
   * What a directory tells of a school beside its name.
   *
   * @param externalId how the other files of its feed name it
   */
  record Contact(
      @Nullable String street,
      @Nullable String postalCode,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String externalId) {

    static final Contact UNKNOWN = new Contact(null, null, null, null, null);
  }

  final Rows schools;
  final Rows grades;
  final Rows classes;
  private final long authority;
  private final Rows authorities;

  SchoolRows(Sample sample, long authority) throws SQLException {
    this.authority = authority;
    this.authorities =
        Rows.of(
            sample,
            "local_authority",
            "id public_id name kind tag_prefix tag_pattern serial_pattern tag_check runs_meal_aid");
    this.schools =
        Rows.of(
            sample,
            "school",
            "id public_id authority_id uai name type_text street postal_code town phone email"
                + " external_id status",
            authorities);
    this.grades = Rows.of(sample, "grade", "id authority_id mef_code label", authorities);
    this.classes = Rows.of(sample, "school_class", "id public_id school_id name", schools);
  }

  /** The authority itself, whose id is known. */
  void authority(UUID publicId, String name, AuthorityKind kind, Tags tags, boolean mealAid)
      throws SQLException {
    authorities.add(
        authority,
        publicId,
        name,
        kind,
        tags.prefix(),
        tags.pattern(),
        tags.serialPattern(),
        tags.check(),
        mealAid);
  }

  /** A school that the authority has accepted. */
  void school(
      long id, UUID publicId, String uai, String name, String type, String town, Contact contact)
      throws SQLException {
    schools.add(
        id,
        publicId,
        authority,
        uai,
        name,
        type,
        contact.street(),
        contact.postalCode(),
        town,
        contact.phone(),
        contact.email(),
        contact.externalId(),
        SchoolStatus.ACCEPTED);
  }

  /** A collège of which only name and town are known. */
  void college(long id, UUID publicId, String uai, String name, String town) throws SQLException {
    school(id, publicId, uai, name, "COLLEGE", town, Contact.UNKNOWN);
  }

  /** A grade, by its code in the State's list. */
  void grade(long id, String mef, String label) throws SQLException {
    grades.add(id, authority, mef, label);
  }

  void schoolClass(long id, UUID publicId, long school, String name) throws SQLException {
    classes.add(id, publicId, school, name);
  }

  @Override
  public void close() throws SQLException {
    try (authorities;
        schools;
        grades;
        classes) {
      // Each sends its own, after what that refers to.
    }
  }
}
