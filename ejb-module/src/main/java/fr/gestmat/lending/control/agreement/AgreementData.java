package fr.gestmat.lending.control.agreement;

import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.LoanState;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that an agreement says and stands on.
 *
 * @param key database id
 * @param id public id
 * @param code what its barcode holds after the letters of the page
 * @param textKey database id of the version of the text
 * @param note what the school added for this agreement; may be empty
 * @param issuedAt when it was issued
 * @param issuedBy by whom
 * @param pupil whose it is
 * @param school the school that issued it
 * @param facts where it stands
 * @param pupilSignedAt when the pupil signed
 * @param guardianSignedAt when a guardian did
 * @param receiptSignedAt when the receipt was signed
 * @param version grows with each change
 * @param lines what was lent under it, by tag
 */
public record AgreementData(
    long key,
    UUID id,
    String code,
    long textKey,
    String note,
    Instant issuedAt,
    String issuedBy,
    Pupil pupil,
    School school,
    SigningRule.Facts facts,
    Optional<Instant> pupilSignedAt,
    Optional<Instant> guardianSignedAt,
    Optional<Instant> receiptSignedAt,
    int version,
    List<Line> lines) {

  /** Columns that {@link #read} wants, of {@code a}, {@code u}, {@code c} and {@code s}. */
  static final String COLUMNS =
      """
      a.id, a.public_id, a.code, a.text_id, a.note, a.issued_at, a.issued_by, a.state, a.ends_on,
        a.pupil_signed_at, a.guardian_signed_at, a.receipt_signed_at, a.declined_at, a.version,
        u.id pupil_key, u.public_id pupil, u.family_name, u.given_name, u.birth_date, c.name class,
        (select group_concat(concat(g.given_name, ' ', g.family_name)
          order by h.rank_order, g.id separator ', ')
          from guardianship h join guardian g on g.id = h.guardian_id
          where h.pupil_id = u.id and h.parental_authority) guardians,
        s.id school_key, s.name school, s.town, y.name authority, y.time_zone,
        (select count(*) from loan l where l.agreement_id = a.id) loans,
        (select count(*) from loan l where l.agreement_id = a.id and l.state <> 'CLOSED') running,
        (select coalesce(sum(greatest(0, p.quantity - (select count(*) from loan l
          force index (loan_of_agreement) straight_join device d on d.id = l.device_id
          where l.agreement_id = a.id and d.model_id = p.model_id))), 0)
          from agreement_promise p where p.agreement_id = a.id) unassigned,
        (select group_concat(m.name order by m.name separator ', ') from agreement_promise p
          join device_model m on m.id = p.model_id where p.agreement_id = a.id) promised
      """;

  /** Where {@link #COLUMNS} come from. */
  static final String FROM =
      """
      from loan_agreement a
      join pupil u on u.id = a.pupil_id
      join school s on s.id = a.school_id
      join local_authority y on y.id = a.authority_id
      left join school_class c on c.id = u.class_id
      """;

  /** Age from which nobody signs for a pupil, in years. */
  static final int MAJORITY = 18;

  /** Copies the lines. */
  public AgreementData {
    lines = List.copyOf(lines);
  }

  /**
   * A pupil.
   *
   * @param key database id
   * @param id public id
   * @param schoolClass the main class, or an empty text
   * @param guardians names of those with parental authority, or an empty text
   */
  public record Pupil(
      long key,
      UUID id,
      String familyName,
      String givenName,
      String schoolClass,
      Optional<LocalDate> birthDate,
      String guardians) {

    /** Given name first, as people write it. */
    public String name() {
      return givenName + " " + familyName;
    }
  }

  /**
   * A school.
   *
   * @param key database id
   * @param promised models that are promised, or an empty text
   */
  public record School(
      long key, String name, String town, String authority, ZoneId zone, String promised) {}

  /**
   * A device lent under the agreement.
   *
   * @param device public id
   * @param tag inventory code
   * @param modelKey database id of the model
   * @param value what it was bought for, or would cost today, if known
   * @param state of its loan
   * @param dueOn last day to bring it back
   * @param returnedAt when it came back
   * @param grade in which condition, if it was said
   */
  public record Line(
      UUID device,
      String tag,
      Optional<String> serial,
      long modelKey,
      String model,
      Optional<BigDecimal> value,
      LoanState state,
      Instant lentAt,
      Optional<LocalDate> dueOn,
      Optional<Instant> returnedAt,
      Optional<ConditionGrade> grade) {

    /** Whether it is still out. */
    public boolean out() {
      return state != LoanState.CLOSED;
    }
  }

  /** The lines that are still out. */
  public List<Line> out() {
    return lines.stream().filter(Line::out).toList();
  }

  /** The same with its lines. */
  AgreementData with(List<Line> all) {
    return new AgreementData(
        key,
        id,
        code,
        textKey,
        note,
        issuedAt,
        issuedBy,
        pupil,
        school,
        facts,
        pupilSignedAt,
        guardianSignedAt,
        receiptSignedAt,
        version,
        all);
  }

  /** The row at hand, without its lines. */
  static AgreementData read(Row row, LocalDate today) throws SQLException {
    Optional<LocalDate> birth = row.maybeDay("birth_date");
    boolean minor = birth.filter(b -> !b.plusYears(MAJORITY).isAfter(today)).isEmpty();
    return new AgreementData(
        row.number("id"),
        row.id("public_id"),
        row.text("code"),
        row.number("text_id"),
        row.text("note"),
        row.instant("issued_at"),
        row.text("issued_by"),
        new Pupil(
            row.number("pupil_key"),
            row.id("pupil"),
            row.text("family_name"),
            row.text("given_name"),
            row.maybeText("class").orElse(""),
            birth,
            row.maybeText("guardians").orElse("")),
        new School(
            row.number("school_key"),
            row.text("school"),
            row.maybeText("town").orElse(""),
            row.text("authority"),
            ZoneId.of(row.text("time_zone")),
            row.maybeText("promised").orElse("")),
        new SigningRule.Facts(
            row.text("state").equals("CANCELLED"),
            row.maybeDay("ends_on"),
            (int) row.number("loans"),
            (int) row.number("running"),
            (int) row.number("unassigned"),
            minor,
            row.maybeInstant("pupil_signed_at").isPresent(),
            row.maybeInstant("guardian_signed_at").isPresent(),
            row.maybeInstant("declined_at").isPresent()),
        row.maybeInstant("pupil_signed_at"),
        row.maybeInstant("guardian_signed_at"),
        row.maybeInstant("receipt_signed_at"),
        (int) row.number("version"),
        List.of());
  }

  /** The line at hand. */
  static Line line(Row row) throws SQLException {
    return new Line(
        row.id("device"),
        row.text("asset_tag"),
        row.maybeText("serial"),
        row.number("model_id"),
        row.text("model"),
        Optional.ofNullable(row.amountOrNull("worth")),
        LoanState.valueOf(row.text("loan_state")),
        row.instant("checked_out_at"),
        row.maybeDay("due_on"),
        row.maybeInstant("returned_at"),
        row.maybeText("returned_grade").map(ConditionGrade::valueOf));
  }
}
