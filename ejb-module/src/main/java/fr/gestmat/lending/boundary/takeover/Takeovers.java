package fr.gestmat.lending.boundary.takeover;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.Pupil;
import fr.gestmat.job.boundary.TaskView;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetDesk;
import fr.gestmat.lending.control.sheet.SheetDesk.Sent;
import fr.gestmat.lending.control.sheet.SheetKind;
import fr.gestmat.lending.control.sheet.SheetLines;
import fr.gestmat.lending.control.sheet.SheetState;
import fr.gestmat.lending.control.sheet.SheetStore;
import fr.gestmat.lending.control.takeover.TakeoverApply;
import fr.gestmat.lending.control.takeover.TakeoverField;
import fr.gestmat.lending.control.takeover.TakeoverLines;
import fr.gestmat.lending.control.takeover.TakeoverWork;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes over what is already out there, from the file to the last line settled by hand. Only who
 * sent a file sees it; what is written is limited to the schools that they manage.
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Takeovers {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private SheetDesk desk;
  @Inject private SheetStore store;
  @Inject private SheetLines sheetLines;
  @Inject private TakeoverLines lines;
  @Inject private TakeoverApply apply;

  /**
   * Receives a file of at most 20 MiB and looks at its headings.
   *
   * @throws IOException if it can't be kept
   */
  public Sent send(String fileName, InputStream content) throws IOException {
    return desk.send(
        caller.get(),
        SheetKind.TAKEOVER,
        TakeoverField.class,
        JsonValue.EMPTY_JSON_OBJECT,
        fileName,
        content);
  }

  /** The caller's latest takeovers, newest first. */
  public List<SentSheet> latest() {
    return store.latest(SheetKind.TAKEOVER, caller.get().accountId());
  }

  /** One of the caller's takeovers. */
  public Optional<SentSheet> find(UUID id) {
    return store.find(SheetKind.TAKEOVER, id, caller.get().accountId());
  }

  /** The headings of its file; empty if the file has expired. */
  public List<String> headings(SentSheet takeover) throws IOException {
    return desk.headings(takeover);
  }

  /** The task that works on it. */
  public Optional<TaskView> task(SentSheet takeover) {
    return desk.task(takeover);
  }

  /** How many lines there are of each outcome. */
  public Map<String, Long> counts(SentSheet takeover) {
    return sheetLines.counts(takeover.key());
  }

  /** Models that applying would create, at most 50. */
  public List<String> newModels(SentSheet takeover) {
    return lines.newModels(takeover.key(), takeover.authorityId());
  }

  /** Lines of an outcome after a line, one more than a page has if there are more. */
  public List<TakeoverLines.Line> lines(SentSheet takeover, String outcome, int afterLine) {
    return lines.page(takeover.key(), outcome, afterLine, SheetLines.PAGE + 1);
  }

  /** One line. */
  public Optional<TakeoverLines.Line> line(SentSheet takeover, int line) {
    return lines.find(takeover.key(), line);
  }

  /** Compares the file with what is known, in the background, with these columns. */
  public boolean check(SentSheet takeover, Map<TakeoverField, Integer> columns) throws IOException {
    return desk.check(caller.get(), SheetKind.TAKEOVER, TakeoverWork.KIND, takeover, columns);
  }

  /** Applies it in the background. */
  public boolean apply(SentSheet takeover) {
    return desk.apply(caller.get(), TakeoverWork.KIND, takeover);
  }

  /** Lets work that failed go on from where it stopped. */
  public boolean retry(SentSheet takeover) {
    return desk.retry(takeover);
  }

  /**
   * Says who has the device of a line that waits.
   *
   * @return whether the loan was created
   */
  public boolean settle(SentSheet takeover, int line, UUID pupil) {
    Caller who = caller.get();
    Optional<Long> key =
        entities
            .createQuery(
                "select p from Pupil p where p.publicId = :id and p.authorityId = :authority",
                Pupil.class)
            .setParameter("id", pupil)
            .setParameter("authority", who.authorityId())
            .getResultStream()
            .filter(p -> scope(who).covers(p.school().id()))
            .map(Pupil::id)
            .findFirst();
    return takeover.state() == SheetState.DONE
        && key.filter(id -> apply.settle(takeover, line, id, who, scope(who))).isPresent();
  }

  /**
   * Records the device of a line that waits without a loan.
   *
   * @param reason in somebody's words, at most 400 characters
   */
  public boolean ignore(SentSheet takeover, int line, String reason) {
    Caller who = caller.get();
    return takeover.state() == SheetState.DONE
        && apply.ignore(takeover, line, reason, who, scope(who));
  }

  private static Scope scope(Caller who) {
    return who.scope(SheetDesk.managers());
  }
}
