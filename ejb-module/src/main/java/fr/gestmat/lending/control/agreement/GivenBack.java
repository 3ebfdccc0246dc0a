package fr.gestmat.lending.control.agreement;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.LoanEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Loans that ended because the device came back: not with a theft, nor because the pupil kept it.
 * What a loan forgot about its pupil is not found here any more.
 */
@ApplicationScoped
public class GivenBack {

  private static final int MOST = 20;
  private static final List<String> RETURNS =
      Arrays.stream(LoanEvent.values()).filter(LoanEvent::bringsBack).map(Enum::name).toList();

  @Inject private ReadModel database;

  /**
   * A loan whose device came back, in a list.
   *
   * @param loan public id
   * @param tag the device's tag
   * @param model its model
   * @param returnedAt when it came back
   */
  public record Line(UUID loan, String tag, String model, Instant returnedAt) {}

  /**
   * What a receipt says of such a loan.
   *
   * @param key the loan's database id
   * @param pupilKey the pupil's
   * @param pupil given name first
   * @param lender database id of the school that lent the device
   * @param lenderName its name
   * @param authority whose device it is
   * @param tag the device's tag
   * @param serial its serial number, if it is known
   * @param model its model
   * @param lentOn the day on which it was lent, in the authority's time zone
   * @param returnedOn the day on which it came back
   * @param returnedTo the school that took it back
   * @param grade in which condition, if that was said
   * @param faults pieces that were noted as missing or broken and that nobody found since
   */
  public record Proof(
      long key,
      long pupilKey,
      String pupil,
      long lender,
      String lenderName,
      String authority,
      String tag,
      Optional<String> serial,
      String model,
      LocalDate lentOn,
      LocalDate returnedOn,
      String returnedTo,
      Optional<ConditionGrade> grade,
      List<String> faults) {}

  /** The last twenty of a pupil, the latest first. */
  public List<Line> ofPupil(long pupilKey) {
    return database.list(
        new SqlText()
            .add("select l.public_id, d.asset_tag, m.name model, l.returned_at")
            .add(cameBack())
            .add("and l.pupil_id = ? order by l.returned_at desc, l.id desc", pupilKey)
            .add("limit ?", MOST),
        row ->
            new Line(
                row.id("public_id"),
                row.text("asset_tag"),
                row.text("model"),
                row.instant("returned_at")));
  }

  /** One of an authority. */
  public Optional<Proof> find(long authorityId, UUID loan) {
    return database.first(
        new SqlText()
            .add("select l.id, l.pupil_id, concat(u.given_name, ' ', u.family_name) pupil,")
            .add("l.school_id, s.name lender, a.name authority, a.time_zone, d.asset_tag,")
            .add("d.serial, m.name model, l.checked_out_at, l.returned_at, l.returned_grade,")
            .add("(select r.name from school r where r.id = l.returned_school_id) returned_to")
            .add(cameBack())
            .add("and l.authority_id = ? and l.public_id = ?", authorityId, loan),
        this::proof);
  }

  private static SqlText cameBack() {
    return new SqlText()
        .add("from loan l join device d on d.id = l.device_id")
        .add("join device_model m on m.id = d.model_id join pupil u on u.id = l.pupil_id")
        .add("join school s on s.id = l.school_id")
        .add("join local_authority a on a.id = l.authority_id")
        .add("where l.state = 'CLOSED' and l.returned_at is not null")
        .in("and l.closing_reason in", RETURNS);
  }

  private Proof proof(Row row) throws SQLException {
    ZoneId zone = ZoneId.of(row.text("time_zone"));
    String lender = row.text("lender");
    return new Proof(
        row.number("id"),
        row.number("pupil_id"),
        row.text("pupil"),
        row.number("school_id"),
        lender,
        row.text("authority"),
        row.text("asset_tag"),
        row.maybeText("serial"),
        row.text("model"),
        LocalDate.ofInstant(row.instant("checked_out_at"), zone),
        LocalDate.ofInstant(row.instant("returned_at"), zone),
        row.maybeText("returned_to").orElse(lender),
        row.maybeText("returned_grade").map(ConditionGrade::valueOf),
        faults(row.number("id")));
  }

  private List<String> faults(long loan) {
    return database.list(
        new SqlText()
            .add("select name, fault, quantity - found_quantity n from kit_gap where loan_id = ?")
            .add("and step = 'RETURN' and quantity > found_quantity order by id", loan),
        row ->
            (row.number("n") > 1 ? row.number("n") + " × " : "")
                + row.text("name")
                + (row.text("fault").equals("BROKEN") ? " (abîmé)" : " (manquant)"));
  }
}
