package fr.gestmat.demo.territory;

import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.directory.entity.PupilStatus;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes pupils, in their class and in the index of names. */
final class PupilRows implements AutoCloseable {

  /**
   * Where a pupil is taught; database ids.
   *
   * @param schoolClass none for who left
   */
  record Place(long school, @Nullable Long schoolClass, long grade) {}

  /**
   * How a pupil eats at school.
   *
   * @param meals days a week; null for none, or if nobody said so yet
   * @param text as the feed words it
   */
  record Boarding(@Nullable BoardingStatus status, @Nullable Integer meals, @Nullable String text) {

    static final Boarding UNKNOWN = new Boarding(null, null, null);

    /** So many days a week, 0 for who goes home. */
    static Boarding of(int meals) {
      return meals > 0
          ? new Boarding(BoardingStatus.HALF_BOARDER, meals, null)
          : new Boarding(BoardingStatus.DAY, null, null);
    }
  }

  /**
   * What some directories tell beside.
   *
   * @param ine the State's number of the pupil
   * @param card code of the card that the school prints
   * @param leftOn for who left
   */
  record Details(@Nullable String ine, @Nullable String card, @Nullable LocalDate leftOn) {

    static final Details NONE = new Details(null, null, null);
  }

  final Rows pupils;
  private final long authority;
  private final Rows inClasses;
  private final Rows tokens;

  PupilRows(Sample sample, long authority, SchoolRows schools) throws SQLException {
    this.authority = authority;
    this.pupils =
        Rows.of(
            sample,
            "pupil",
            "id public_id authority_id school_id class_id grade_id source external_id ine"
                + " family_name given_name birth_date boarding_status meals_a_week boarding_text"
                + " card_code status left_on search_name",
            schools.schools,
            schools.grades,
            schools.classes);
    this.inClasses = Rows.of(sample, "pupil_class", "pupil_id class_id", pupils);
    this.tokens =
        Rows.of(sample, "pupil_name_token", "pupil_id token school_id authority_id", pupils);
  }

  /** A pupil, with the one class. */
  void add(Listed who, Place place, LocalDate born, Boarding boarding, Details details)
      throws SQLException {
    pupils.add(
        who.id(),
        who.publicId(),
        authority,
        place.school(),
        place.schoolClass(),
        place.grade(),
        who.source(),
        who.externalId(),
        details.ine(),
        who.familyName(),
        who.givenName(),
        born,
        boarding.status(),
        boarding.meals(),
        boarding.text(),
        details.card(),
        details.leftOn() == null ? PupilStatus.ACTIVE : PupilStatus.LEFT,
        details.leftOn(),
        NameKey.line(who.familyName(), who.givenName()));
    if (place.schoolClass() != null) {
      inClasses.add(who.id(), place.schoolClass());
    }
    for (String token : NameKey.tokens(who.familyName(), who.givenName())) {
      tokens.add(who.id(), token, place.school(), authority);
    }
  }

  @Override
  public void close() throws SQLException {
    try (pupils;
        inClasses;
        tokens) {
      // Each sends its own, after what that refers to.
    }
  }
}
