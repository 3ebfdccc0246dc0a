package fr.gestmat.lending.control.delivery;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.delivery.DeliveryJudge.Outcome;
import fr.gestmat.lending.control.delivery.DeliveryJudge.Verdict;
import fr.gestmat.lending.control.delivery.DeliveryReader.Understood;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetLines;
import fr.gestmat.lending.control.sheet.SheetLines.Line;
import fr.gestmat.lending.control.sheet.SheetState;
import fr.gestmat.lending.control.sheet.SheetStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies a supplier's file in batches, each a transaction that also says where it stands: a server
 * that dies leaves whole batches, and the next one goes on after them (L104). Each line is judged
 * again: what somebody else created meanwhile is refused, not created twice.
 */
@ApplicationScoped
public class DeliveryApply {

  private static final int BATCH = 100;

  @Inject private ReferenceData reference;
  @Inject private DeliveryRows rows;
  @Inject private DeliveredDevices devices;
  @Inject private SheetStore store;
  @Inject private SheetLines lines;
  @Inject private Clock clock;

  /**
   * Creates the devices of the next lines.
   *
   * @return how many lines were settled; 0 when nothing is left
   */
  @InTransaction(ofItsOwn = true)
  public int batch(SentSheet sheet, Caller who, Scope scope) {
    List<Line> batch = lines.page(sheet.key(), Outcome.NEW.name(), 0, BATCH);
    if (batch.isEmpty()) {
      return 0;
    }
    DeliveryAbout about = DeliveryAbout.of(sheet);
    TagScheme scheme = reference.fresh(who.authorityId()).tags();
    DeliveryRows.Delivery delivery = rows.findOrAdd(who, about, clock.instant());
    List<Verdict> verdicts = new ArrayList<>();
    for (Verdict verdict : judge(who, delivery, batch)) {
      Line line = batch.get(verdicts.size());
      verdicts.add(at(verdict, line.school().filter(scope::covers)));
    }
    devices.create(who, delivery, about, scheme, verdicts);
    for (Verdict verdict : verdicts) {
      int line = verdict.row().line();
      switch (verdict.outcome()) {
        case NEW -> lines.move(sheet.key(), line, "NEW", "CREATED", 0, "");
        case KNOWN -> lines.move(sheet.key(), line, "NEW", "KNOWN", 0, "");
        case REFUSED -> lines.refuse(sheet.key(), line, verdict.reason().orElseThrow());
      }
    }
    return batch.size();
  }

  /** Ends it, with one line in the journal for each school. */
  @InTransaction(ofItsOwn = true)
  public void finish(SentSheet sheet, Caller who) {
    if (store.move(sheet.key(), SheetState.APPLYING, SheetState.DONE)) {
      rows.find(who.authorityId(), DeliveryAbout.of(sheet).reference())
          .ifPresent(
              delivery ->
                  lines
                      .createdBySchool(sheet.key())
                      .forEach(
                          (school, created) ->
                              devices.tell(
                                  who,
                                  school,
                                  delivery.id(),
                                  LendingAction.DELIVERY_RECORDED,
                                  created)));
    }
  }

  private List<Verdict> judge(Caller who, DeliveryRows.Delivery delivery, List<Line> batch) {
    List<Understood> understood =
        batch.stream()
            .map(
                line ->
                    new Understood(
                        DeliveryRow.read(line.content()).withoutSchool(),
                        EnumSet.noneOf(DeliveryReason.class)))
            .toList();
    // The school of each line was decided when it was checked, and is compared with the rights now.
    DeliveryJudge judge = devices.judge(who.authorityId(), Map.of(), Optional.of(Long.MAX_VALUE));
    return devices.judge(judge, who.authorityId(), Optional.of(delivery.id()), understood);
  }

  private static Verdict at(Verdict verdict, Optional<Long> school) {
    boolean allowed = school.isPresent();
    return new Verdict(
        verdict.row(),
        allowed ? verdict.outcome() : Outcome.REFUSED,
        allowed ? verdict.reason() : Optional.of(DeliveryReason.SCHOOL_UNKNOWN),
        school.orElse(0L),
        verdict.model());
  }
}
