package fr.gestmat.lending.boundary.register;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.lending.control.delivery.DeliveryAbout;
import fr.gestmat.lending.control.delivery.DeliveryRecord;
import fr.gestmat.lending.control.delivery.DeliveryRecord.Rejected;
import fr.gestmat.lending.control.delivery.DeliveryRow;
import fr.gestmat.lending.control.desk.AuthorityFacts;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.desk.SchoolView;
import fr.gestmat.lending.control.desk.Station;
import fr.gestmat.lending.entity.LendingRight;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records a delivery with its devices in one transaction; every line is counted as created, known
 * or rejected. The same delivery sent again changes nothing.
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER"})
public class NewDeliveries {

  @Inject private CurrentCaller caller;
  @Inject private ReferenceData reference;
  @Inject private DeliveryRecord deliveries;
  @Inject private Clock clock;

  /**
   * A delivery as another system describes it.
   *
   * @param school UAI of the school that gets it
   * @param reference of the delivery note, unique in the authority
   * @param supplier who sent it
   * @param deliveredOn when
   * @param received whether its devices are there, else they are expected
   * @param lines its devices, 1 to 5,000, with their tags and models as they were typed
   */
  public record NewDelivery(
      String school,
      String reference,
      @Nullable String supplier,
      @Nullable LocalDate deliveredOn,
      boolean received,
      List<DeliveryRow> lines) {}

  /**
   * A recorded delivery.
   *
   * @param id public id
   * @param reference of the delivery note
   * @param school the school that gets it
   * @param created devices that are new
   * @param unchanged devices of this delivery that were known
   * @param rejected the other lines
   */
  public record Recorded(
      UUID id,
      String reference,
      SchoolView school,
      int created,
      int unchanged,
      List<Rejected> rejected) {}

  /** Records a delivery; empty if there is no such school or no right there. */
  public Optional<Recorded> record(NewDelivery form) {
    Caller who = caller.get();
    AuthorityFacts facts = reference.fresh(who.authorityId());
    return Station.find(who, facts, form.school(), clock.instant())
        .filter(station -> station.right().includes(LendingRight.STOCK))
        .flatMap(station -> record(form, station));
  }

  private Optional<Recorded> record(NewDelivery form, Station station) {
    DeliveryAbout about =
        new DeliveryAbout(
            form.reference(),
            Optional.ofNullable(form.supplier()).orElse(""),
            Optional.ofNullable(form.deliveredOn()),
            Optional.of(station.school().id()),
            form.received());
    return deliveries
        .record(station.caller(), about, station.facts().tags(), form.lines())
        .map(
            recorded ->
                new Recorded(
                    recorded.delivery().publicId(),
                    form.reference(),
                    new SchoolView(station.school().uai(), station.school().name()),
                    recorded.created(),
                    recorded.unchanged(),
                    recorded.rejected()));
  }
}
