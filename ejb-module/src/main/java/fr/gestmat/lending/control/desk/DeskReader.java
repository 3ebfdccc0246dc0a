package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.ScanMatch;
import fr.gestmat.lending.control.ScanSituation.Charge;
import fr.gestmat.lending.control.ScanSituation.Reservation;
import fr.gestmat.lending.control.kit.Kit;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The plain reads of a scan, in its transaction; each reads a handful of rows by an index. */
@ApplicationScoped
public class DeskReader {

  private static final String PUPIL =
      "select p.id, p.public_id, p.school_id, p.family_name, p.given_name, p.status, p.left_on,"
          + " p.birth_date, (select c.name from school_class c where c.id = p.class_id),"
          + " (select g.mef_code from grade g where g.id = p.grade_id),"
          // The agreement that binds: the latest one, not withdrawn, whose devices are not all
          // back.
          + " (select concat_ws(':', a.id, a.pupil_signed_at is not null,"
          + " a.guardian_signed_at is not null, coalesce(a.ends_on, '9999-12-31'))"
          + " from loan_agreement a where a.pupil_id = p.id and a.state = 'ACTIVE'"
          + " and (not exists (select 1 from loan l where l.agreement_id = a.id)"
          + " or exists (select 1 from loan l where l.agreement_id = a.id and l.state <> 'CLOSED'))"
          + " order by a.id desc limit 1)"
          + " from pupil p where ";

  /** Codes of pupils that feeds give; the unique index begins with the source. */
  private static final String PUPIL_BY_CODE =
      "select public_id, 'PUPIL_CARD' from pupil where authority_id = ? and card_code = ?"
          + " union all select public_id, 'PUPIL_NUMBER' from pupil where authority_id = ?"
          + " and source in ('AAF', 'SIECLE', 'CSV') and external_id = ?"
          + " union all select public_id, 'PUPIL_NUMBER' from pupil where authority_id = ?"
          + " and ine = ? limit 3";

  /** More devices than this under one code are a fault of the data, not a choice. */
  private static final int MOST_MATCHES = 20;

  /** What belongs to the device's kit and what is missing in it, in the same statement. */
  private static final String KIT =
      "(select json_arrayagg(json_object('id', k.id, 'piece', k.public_id, 'code', k.code, 'name',"
          + " k.name) order by k.name, k.code) from kit_piece k where k.device_id = d.id),"
          + " (select json_arrayagg(json_object('name', g.name, 'piece', g.piece_id, 'open',"
          + " g.quantity - g.found_quantity - g.replaced_quantity)) from kit_gap g"
          + " where g.open_device_id = d.id)";

  private static final String DEVICES_BY_CODE =
      "select d.id, d.public_id, d.asset_tag, d.model_id, 'ASSET_TAG', "
          + KIT
          + " from device d where d.authority_id = ? and d.asset_tag = ?"
          + " union all select d.id, d.public_id, d.asset_tag, d.model_id, 'SERIAL', "
          + KIT
          + " from device d where d.authority_id = ? and d.serial = ? and d.asset_tag <> ?"
          + " union all select d.id, d.public_id, d.asset_tag, d.model_id, 'PIECE', "
          + KIT
          + " from kit_piece o join device d on d.id = o.device_id"
          + " where o.authority_id = ? and o.code = ? limit "
          + MOST_MATCHES;

  private static final String STANDING =
      "select (select count(*) from loan l where l.pupil_id = ? and l.state in ('OPEN', 'LOST')"
          + " and l.category = ? and not exists (select 1 from incident i where i.loan_id = l.id"
          + " and i.state = 'DECIDED' and i.replacement <> 'NONE')),"
          + " (select count(*) from incident i where i.pupil_id = ? and i.state in ('DECLARED',"
          + " 'DECIDED') and (i.blocks_new_loan or (i.category = ? and i.replacement = 'NONE'))),"
          + " (select min(i.replacement) from incident i where i.pupil_id = ? and i.category = ?"
          + " and i.state = 'DECIDED' and i.replacement <> 'NONE'"
          + " and i.replacement_loan_id is null),"
          + " (select r.pupil_id from device_reservation r join pupil p on p.id = r.pupil_id"
          + " where r.open_device_id = ? and p.status = 'ACTIVE')";

  /** Its connection is that of the transaction: the pool is asked once for a scan. */
  @PersistenceContext private EntityManager entities;

  /**
   * A device that carries the code.
   *
   * @param id database id
   * @param publicId public id
   * @param assetTag its tag
   * @param modelId its model
   * @param match which of its codes it is
   * @param pieces the pieces of its kit that have a code of their own
   * @param gaps what is missing in its kit
   */
  record DeviceMatch(
      long id,
      UUID publicId,
      String assetTag,
      long modelId,
      ScanMatch match,
      List<Kit.Piece> pieces,
      List<Kit.Gap> gaps) {}

  /**
   * A pupil that carries the code.
   *
   * @param publicId public id
   * @param match which code it is
   */
  record PupilMatch(UUID publicId, ScanMatch match) {}

  /** A pupil's row, as far as a desk needs it. */
  record PupilRow(
      long id,
      UUID publicId,
      long schoolId,
      String familyName,
      String givenName,
      boolean active,
      Optional<LocalDate> leftOn,
      Optional<LocalDate> birthDate,
      Optional<String> schoolClass,
      Optional<String> mef,
      Optional<AgreementRow> agreement) {

    String name() {
      return givenName + " " + familyName;
    }
  }

  /** The agreement that binds a pupil. */
  record AgreementRow(long id, boolean pupilSigned, boolean guardianSigned, LocalDate endsOn) {

    static AgreementRow read(String text) {
      String[] parts = text.split(":", -1);
      return new AgreementRow(
          Long.parseLong(parts[0]),
          parts[1].equals("1"),
          parts[2].equals("1"),
          LocalDate.parse(parts[3]));
    }
  }

  /**
   * A device still out under an agreement, or the agreement alone.
   *
   * @param pupil public id of the pupil
   * @param pupilSchoolId the pupil's school
   * @param issuerId school that issued it
   * @param binding whether it was not withdrawn and its last day, if any, is not before today
   * @param lent whether anything was ever lent under it
   * @param device the device; empty if nothing is out
   */
  record AgreementLine(
      UUID pupil,
      long pupilSchoolId,
      long issuerId,
      boolean binding,
      boolean lent,
      Optional<DeviceMatch> device) {}

  /** The devices still out under an agreement; one line without a device if none is. */
  List<AgreementLine> agreement(long authorityId, String code, LocalDate today) {
    return list(
        "select p.public_id, p.school_id, a.school_id,"
            + " a.state = 'ACTIVE' and coalesce(a.ends_on, '9999-12-31') >= ?,"
            + " exists (select 1 from loan x where x.agreement_id = a.id),"
            + " d.id, d.public_id, d.asset_tag, d.model_id, "
            + KIT
            + " from loan_agreement a"
            + " join pupil p on p.id = a.pupil_id"
            + " left join loan l on l.agreement_id = a.id and l.state <> 'CLOSED'"
            + " left join device d on d.id = l.device_id"
            + " where a.authority_id = ? and a.code = ? order by d.asset_tag limit "
            + MOST_MATCHES,
        row ->
            new AgreementLine(
                UUID.fromString(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(7) == null
                    ? Optional.empty()
                    : Optional.of(
                        new DeviceMatch(
                            row.getLong(6),
                            UUID.fromString(row.getString(7)),
                            row.getString(8),
                            row.getLong(9),
                            ScanMatch.AGREEMENT,
                            KitJson.pieces(row.getString(10)),
                            KitJson.gaps(row.getString(11))))),
        today,
        authorityId,
        code);
  }

  /** A device that a pupil holds. */
  record HeldDevice(long deviceId, String assetTag) {}

  /** The devices of the authority that carry a code in normal form, as a tag or a serial number. */
  List<DeviceMatch> devices(long authorityId, String code) {
    return list(
        DEVICES_BY_CODE,
        row ->
            new DeviceMatch(
                row.getLong(1),
                UUID.fromString(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                ScanMatch.valueOf(row.getString(5)),
                KitJson.pieces(row.getString(6)),
                KitJson.gaps(row.getString(7))),
        authorityId,
        code,
        authorityId,
        code,
        code,
        authorityId,
        code);
  }

  /** What a piece of no kit is called, by its code. */
  Optional<String> apart(long authorityId, String code) {
    return one(
        "select name from kit_piece where authority_id = ? and code = ? and device_id is null",
        row -> row.getString(1),
        authorityId,
        code);
  }

  /** The pupils of the authority whose card or number is a code in normal form. */
  List<PupilMatch> pupils(long authorityId, String code) {
    return list(
        PUPIL_BY_CODE,
        row ->
            new PupilMatch(UUID.fromString(row.getString(1)), ScanMatch.valueOf(row.getString(2))),
        authorityId,
        code,
        authorityId,
        code,
        authorityId,
        code);
  }

  /** A pupil of the authority. */
  Optional<PupilRow> pupil(long authorityId, UUID publicId) {
    return one(
        PUPIL + "p.authority_id = ? and p.public_id = ?", DeskReader::pupil, authorityId, publicId);
  }

  /** The same, locked: nobody else lends to this pupil until the transaction ends (L082). */
  Optional<PupilRow> lockPupil(long authorityId, UUID publicId) {
    return one(
        PUPIL + "p.authority_id = ? and p.public_id = ? for update",
        DeskReader::pupil,
        authorityId,
        publicId);
  }

  /**
   * How a pupil stands with one category of devices.
   *
   * @param counted loans that count in the limit (L057): open and lost, but for those that an
   *     incident replaces
   * @param blocked whether an incident forbids a device of this category
   * @param granted where an incident gives a new device from
   * @param reservation whether the device is kept for somebody
   */
  record Standing(int counted, boolean blocked, Replacement granted, Reservation reservation) {

    /** Nothing lent, nothing happened. */
    static final Standing CLEAR = new Standing(0, false, Replacement.NONE, Reservation.NONE);
  }

  /** How a pupil stands with a category and a device of it, in one statement. */
  Standing standing(long pupilId, String category, long deviceId) {
    return one(
            STANDING,
            row ->
                new Standing(
                    row.getInt(1),
                    row.getInt(2) > 0,
                    Optional.ofNullable(row.getString(3))
                        .map(Replacement::valueOf)
                        .orElse(Replacement.NONE),
                    reservation(row.getLong(4), pupilId)),
            pupilId,
            category,
            pupilId,
            category,
            pupilId,
            category,
            deviceId)
        .orElse(Standing.CLEAR);
  }

  private static Reservation reservation(long keptFor, long pupilId) {
    if (keptFor == 0) {
      return Reservation.NONE;
    }
    return keptFor == pupilId ? Reservation.FOR_THIS_PUPIL : Reservation.FOR_ANOTHER;
  }

  /** Whether the charge for a lost device is dropped when it is found, and whether it was paid. */
  Charge chargeOf(long loanId) {
    return one(
            "select r.state, i.refund_if_found from incident i join recovery_charge r"
                + " on r.incident_id = i.id where i.id = (select max(g.id) from incident g"
                + " where g.loan_id = ? and g.kind <> 'BREAKAGE' and g.state <> 'CANCELLED')"
                + " and r.state in ('PROPOSED', 'VALIDATED', 'SENT', 'PAID')"
                + " order by r.state = 'PAID' desc limit 1",
            row ->
                !row.getBoolean(2)
                    ? Charge.KEPT
                    : row.getString(1).equals("PAID") ? Charge.PAID : Charge.ASKED,
            loanId)
        .orElse(Charge.NONE);
  }

  /** The one device of a category that a pupil holds; empty if there are none or several. */
  Optional<HeldDevice> onlyHeld(long pupilId, String category) {
    List<HeldDevice> held =
        list(
            "select d.id, d.asset_tag from loan l join device d on d.id = l.device_id"
                + " where l.pupil_id = ? and l.state = 'OPEN' and l.category = ? limit 2",
            row -> new HeldDevice(row.getLong(1), row.getString(2)),
            pupilId,
            category);
    return held.size() == 1 ? Optional.of(held.get(0)) : Optional.empty();
  }

  private static PupilRow pupil(ResultSet row) throws SQLException {
    return new PupilRow(
        row.getLong(1),
        UUID.fromString(row.getString(2)),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6).equals("ACTIVE"),
        Optional.ofNullable(row.getObject(7, LocalDate.class)),
        Optional.ofNullable(row.getObject(8, LocalDate.class)),
        Optional.ofNullable(row.getString(9)),
        Optional.ofNullable(row.getString(10)),
        Optional.ofNullable(row.getString(11)).map(AgreementRow::read));
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> Optional<T> one(String sql, Reader<T> reader, Object... parameters) {
    return list(sql, reader, parameters).stream().findFirst();
  }

  private <T> List<T> list(String sql, Reader<T> reader, Object... parameters) {
    try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(reader.read(rows));
        }
        return all;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
