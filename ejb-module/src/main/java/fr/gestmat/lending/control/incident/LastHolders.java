package fr.gestmat.lending.control.incident;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who has a device, or had it last. */
@ApplicationScoped
public class LastHolders {

  @Inject private ReadModel database;

  /**
   * The last holder.
   *
   * @param holder the loan and its pupil
   * @param name the pupil's name
   * @param holds whether the loan still runs
   */
  public record Last(IncidentLife.Holder holder, String name, boolean holds) {}

  /** The last holder of a device. */
  public Optional<Last> of(long deviceKey) {
    return database.first(
        new SqlText()
            .add("select l.id, l.pupil_id, l.school_id, l.category, l.state,")
            .add("u.family_name, u.given_name from loan l join pupil u on u.id = l.pupil_id")
            .add(
                "where l.device_id = ? order by l.state <> 'CLOSED' desc, l.id desc limit 1",
                deviceKey),
        row ->
            new Last(
                new IncidentLife.Holder(
                    row.number("id"),
                    row.number("pupil_id"),
                    row.number("school_id"),
                    row.text("category")),
                row.text("family_name") + " " + row.text("given_name"),
                !row.text("state").equals("CLOSED")));
  }
}
