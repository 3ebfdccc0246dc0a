package fr.gestmat.lending.control.takeover;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetLines;
import fr.gestmat.lending.control.sheet.SheetState;
import fr.gestmat.lending.control.sheet.SheetStore;
import fr.gestmat.lending.control.takeover.TakeoverLines.Line;
import fr.gestmat.lending.entity.Device;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies a takeover in batches, each a transaction that also says where it stands: a server that
 * dies leaves whole batches, and the next one goes on after them (L104).
 */
@ApplicationScoped
public class TakeoverApply {

  private static final int BATCH = 100;

  @PersistenceContext private EntityManager entities;
  @Inject private SheetStore store;
  @Inject private SheetLines sheetLines;
  @Inject private TakeoverLines lines;
  @Inject private TakenDevices devices;
  @Inject private Journal journal;

  /**
   * Applies the next lines.
   *
   * @return how many; 0 when nothing is left
   */
  @InTransaction(ofItsOwn = true)
  public int batch(SentSheet takeover, Caller who, Scope scope) {
    List<Line> batch = lines.page(takeover.key(), "NEW", 0, BATCH);
    for (Line line : batch) {
      apply(takeover, line, who, scope);
    }
    return batch.size();
  }

  /** Ends a takeover, with one line in the journal for each school. */
  @InTransaction(ofItsOwn = true)
  public void finish(SentSheet takeover, Caller who) {
    if (store.move(takeover.key(), SheetState.APPLYING, SheetState.DONE)) {
      sheetLines
          .createdBySchool(takeover.key())
          .forEach(
              (school, devicesTaken) ->
                  write(
                      who,
                      school,
                      LendingAction.TAKEOVER_APPLIED,
                      "TAKEOVER",
                      takeover.key(),
                      null,
                      Json.createObjectBuilder()
                          .add("file", takeover.fileName())
                          .add("devices", devicesTaken)
                          .build()));
    }
  }

  /**
   * Settles a line that waits: somebody says who has the device.
   *
   * @return whether it was done; not if the line does not wait, or its device changed meanwhile
   */
  @InTransaction
  public boolean settle(SentSheet takeover, int number, long pupil, Caller who, Scope scope) {
    if (!sheetLines.move(takeover.key(), number, "UNSETTLED", "NEW", pupil, "")) {
      return false;
    }
    Line line = lines.find(takeover.key(), number).orElseThrow();
    return apply(takeover, line, who, scope)
        .map(device -> settled(who, line, device, pupil))
        .orElse(false);
  }

  /**
   * Records the device of a line that waits without a loan, put aside with somebody's reason.
   *
   * @return whether it was done
   */
  @InTransaction
  public boolean ignore(SentSheet takeover, int number, String reason, Caller who, Scope scope) {
    Line line = lines.find(takeover.key(), number).orElseThrow();
    if (!sheetLines.move(takeover.key(), number, "UNSETTLED", "IGNORED", 0, reason)) {
      return false;
    }
    return devices
        .putAside(line, reason, who, scope)
        .map(device -> settled(who, line, device, null))
        .orElse(true);
  }

  private boolean settled(Caller who, Line line, Device device, @Nullable Long pupil) {
    entities.flush();
    write(
        who,
        device.homeSchoolId(),
        LendingAction.TAKEOVER_SETTLED,
        "DEVICE",
        device.id(),
        pupil,
        Json.createObjectBuilder().add("line", line.row().line()).build());
    return true;
  }

  private Optional<Device> apply(SentSheet takeover, Line line, Caller who, Scope scope) {
    Optional<Device> device = devices.take(line, who, scope);
    int number = line.row().line();
    if (device.isEmpty()) {
      sheetLines.refuse(takeover.key(), number, TakeoverReason.DEVICE_NOT_IN_STOCK);
    } else {
      sheetLines.move(takeover.key(), number, "NEW", "CREATED", 0, "");
    }
    return device;
  }

  private void write(
      Caller who,
      long school,
      LendingAction action,
      String subject,
      long subjectId,
      @Nullable Long pupil,
      JsonObject detail) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            school,
            who.accountId(),
            who.name(),
            action.name(),
            subject,
            subjectId,
            pupil,
            detail.toString()));
  }
}
