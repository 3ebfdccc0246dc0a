package fr.gestmat.lending.control.delivery;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.delivery.DeliveryJudge.Outcome;
import fr.gestmat.lending.control.delivery.DeliveryJudge.Verdict;
import fr.gestmat.lending.control.delivery.DeliveryReader.Understood;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records at once a delivery that another system describes; needs a transaction. */
@ApplicationScoped
public class DeliveryRecord {

  private static final int BATCH = 500;

  @Inject private DeliveryRows rows;
  @Inject private DeliveredDevices devices;
  @Inject private Clock clock;

  /**
   * What became of its lines: every one is counted once.
   *
   * @param delivery the delivery
   * @param created devices that are new
   * @param unchanged devices of this delivery that were known
   * @param rejected the other lines
   */
  public record Recorded(
      DeliveryRows.Delivery delivery, int created, int unchanged, List<Rejected> rejected) {}

  /**
   * A rejected line.
   *
   * @param line its rank, from 1
   * @param reason why
   */
  public record Rejected(int line, DeliveryReason reason) {}

  /**
   * Records a delivery to one school.
   *
   * @param lines with their tags, which another system always gives
   * @return empty if the reference is that of another school's delivery
   */
  public Optional<Recorded> record(
      Caller who, DeliveryAbout about, TagScheme scheme, List<DeliveryRow> lines) {
    DeliveryRows.Delivery delivery = rows.findOrAdd(who, about, clock.instant());
    if (!delivery.schoolId().equals(about.school())) {
      return Optional.empty();
    }
    DeliveryJudge judge = devices.judge(who.authorityId(), Map.of(), about.school());
    List<Verdict> verdicts = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += BATCH) {
      List<Understood> some =
          lines.subList(from, Math.min(lines.size(), from + BATCH)).stream()
              .map(
                  row ->
                      DeliveryReader.check(
                          row, scheme, true, false, EnumSet.noneOf(DeliveryReason.class)))
              .toList();
      verdicts.addAll(devices.judge(judge, who.authorityId(), Optional.of(delivery.id()), some));
    }
    devices.create(who, delivery, about, scheme, verdicts);
    int created = count(verdicts, Outcome.NEW);
    if (created > 0 || delivery.isNew()) {
      about
          .school()
          .ifPresent(
              school ->
                  devices.tell(
                      who, school, delivery.id(), LendingAction.DELIVERY_RECORDED, created));
    }
    return Optional.of(
        new Recorded(
            delivery,
            created,
            count(verdicts, Outcome.KNOWN),
            verdicts.stream()
                .flatMap(v -> v.reason().map(why -> new Rejected(v.row().line(), why)).stream())
                .toList()));
  }

  private static int count(List<Verdict> verdicts, Outcome outcome) {
    return (int) verdicts.stream().filter(v -> v.outcome() == outcome).count();
  }
}
