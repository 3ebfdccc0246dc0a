package fr.gestmat.lending.control.delivery;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.delivery.DeliveryJudge.KnownDevice;
import fr.gestmat.lending.control.delivery.DeliveryJudge.Outcome;
import fr.gestmat.lending.control.delivery.DeliveryJudge.Verdict;
import fr.gestmat.lending.control.delivery.DeliveryReader.Understood;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.Purchase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges the lines of a delivery and creates its devices; needs a transaction to create. */
@ApplicationScoped
public class DeliveredDevices {

  @PersistenceContext private EntityManager entities;
  @Inject private DeliveryRows rows;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** A judge for one delivery, see {@link DeliveryJudge}. */
  DeliveryJudge judge(long authorityId, Map<String, Long> schools, Optional<Long> usualSchool) {
    return new DeliveryJudge(schools, usualSchool, rows.models(authorityId));
  }

  /** The verdicts on some lines, in their order, in two statements. */
  List<Verdict> judge(
      DeliveryJudge judge, long authorityId, Optional<Long> delivery, List<Understood> lines) {
    Map<String, KnownDevice> tagged =
        rows.known(authorityId, delivery, "asset_tag", codes(lines, DeliveryRow::tag));
    Map<String, KnownDevice> numbered =
        rows.known(authorityId, delivery, "serial", codes(lines, DeliveryRow::serial));
    return lines.stream()
        .map(
            line ->
                judge.judge(
                    line,
                    Optional.ofNullable(tagged.get(line.row().tag())),
                    Optional.ofNullable(numbered.get(line.row().serial()))))
        .toList();
  }

  /**
   * Creates the devices of the lines that are new, giving tags to those that have none.
   *
   * @throws IllegalStateException if tags are to be given and the authority's scheme makes none
   */
  void create(
      Caller who,
      DeliveryRows.Delivery delivery,
      DeliveryAbout about,
      TagScheme scheme,
      List<Verdict> verdicts) {
    Optional<String> last = Optional.empty();
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() != Outcome.NEW) {
        continue;
      }
      String tag = verdict.row().tag();
      if (tag.isEmpty()) {
        if (last.isEmpty()) {
          last = rows.lastTag(who.authorityId(), scheme);
        }
        last = scheme.next(last);
        tag = last.orElseThrow(() -> new IllegalStateException("no tag is left to give"));
      }
      entities.persist(device(delivery, about, tag, verdict));
    }
    entities.flush();
  }

  private Device device(
      DeliveryRows.Delivery delivery, DeliveryAbout about, String tag, Verdict verdict) {
    DeliveryRow row = verdict.row();
    Device device =
        new Device(
            entities.find(DeviceModel.class, verdict.model()),
            tag,
            row.serial().isEmpty() ? null : row.serial(),
            verdict.school(),
            about.received() ? DeviceState.IN_STOCK : DeviceState.EXPECTED,
            clock.instant());
    device.buy(
        new Purchase(
            delivery.id(),
            about.deliveredOn().orElse(null),
            row.warrantyEndsOn().orElse(null),
            row.price().orElse(null)));
    return device;
  }

  /** Writes in the journal how many devices of a delivery a school got. */
  void tell(Caller who, long school, long delivery, LendingAction action, long devices) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            school,
            who.accountId(),
            who.name(),
            action.name(),
            "DELIVERY",
            delivery,
            null,
            Json.createObjectBuilder().add("created", devices).build().toString()));
  }

  private static List<String> codes(List<Understood> lines, Function<DeliveryRow, String> code) {
    return lines.stream()
        .map(line -> code.apply(line.row()))
        .filter(c -> !c.isEmpty())
        .distinct()
        .collect(Collectors.toList());
  }
}
