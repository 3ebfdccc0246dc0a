package fr.gestmat.lending.control.cession;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.policy.PolicyRows;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/** Says where and when a device is brought back: by policy, and by the school's campaign. */
@ApplicationScoped
public class ReturnDirections {

  @Inject private ReadModel database;
  @Inject private PolicyRows policies;
  @Inject private Today today;

  /**
   * Where and when.
   *
   * @param place which schools take it back, by policy
   * @param home school that the device belongs to
   * @param issuer school that lent it
   * @param dueOn last day of the loan; empty for the whole schooling
   * @param call when a campaign that is open expects it
   */
  public record Directions(
      ReturnPlace place,
      String home,
      String issuer,
      Optional<LocalDate> dueOn,
      Optional<Call> call) {}

  /**
   * A call to a return campaign.
   *
   * @param at in the school's local time
   * @param place where in the school
   */
  public record Call(LocalDateTime at, String place) {}

  /** Where and when the device of a loan is brought back. */
  public Optional<Directions> of(Caller who, UUID loan) {
    ReturnPlace place =
        policies.inForce(who.authorityId(), today.in(who.authorityId())).returnPlace();
    return database.first(
        new SqlText()
            .add("select h.name home, s.name issuer, l.due_on, x.called_at, c.place from loan l")
            .add("join device d on d.id = l.device_id join school h on h.id = d.home_school_id")
            .add("join school s on s.id = l.school_id")
            .add("left join return_campaign_device x on x.loan_id = l.id")
            .add("and x.called_at is not null and exists (select 1 from return_campaign o")
            .add("where o.id = x.campaign_id and o.state = 'OPEN')")
            .add("left join return_campaign c on c.id = x.campaign_id")
            .add("where l.public_id = ? and l.authority_id = ?", loan, who.authorityId())
            .add("order by x.called_at desc limit 1"),
        row -> directions(place, row));
  }

  private static Directions directions(ReturnPlace place, Row row) throws SQLException {
    Optional<String> at = row.maybeText("called_at");
    return new Directions(
        place,
        row.text("home"),
        row.text("issuer"),
        row.maybeDay("due_on"),
        at.isEmpty()
            ? Optional.empty()
            : Optional.of(new Call(local(at.get()), row.maybeText("place").orElse(""))));
  }

  private static LocalDateTime local(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T').replaceAll("\\.0+$", ""));
  }
}
