package fr.gestmat.identity.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.identity.control.RefusalCounts;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells the journal what somebody asked for and did not get for want of a right (M-H05). In a
 * transaction of its own: what was refused was rolled back, and is to be known all the same.
 *
 * <p>Open to all, since those who lack a right are whom it is about; it answers nothing.
 */
@Stateless
@PermitAll
public class RefusedAccess {

  private static final String SUBJECT = "REFUSAL";

  @Inject private CurrentCaller caller;
  @Inject private RefusalCounts counts;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** Why. */
  public enum Kind {
    /** A role is missing for the place, or the authority does not run the service. */
    ACCESS_REFUSED,
    /** There is no such thing, or it is somebody else's: an answer never says which of the two. */
    ACCESS_NOT_FOUND
  }

  /**
   * What was asked for.
   *
   * @param kind why it was refused
   * @param place what the product has there, e.g. {@code GET /eleves/{id}}
   * @param address the path that was asked for, without secrets
   * @param from network address that the request came from
   */
  public record Asked(Kind kind, String place, String address, String from) {}

  /** Leaves a line, unless there are enough of this kind; nothing if nobody signed on. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void note(Asked asked) {
    Optional<Caller> who = caller.find();
    if (who.isPresent()) {
      OptionalInt number = counts.count(who.get().accountId(), asked.place(), clock.instant());
      if (number.isPresent()) {
        write(who.get(), asked, number.getAsInt());
      }
    }
  }

  private void write(Caller who, Asked asked, int number) {
    JsonObjectBuilder detail =
        Json.createObjectBuilder()
            .add("page", asked.place())
            .add("adresse", asked.address())
            .add("depuis", asked.from());
    if (number > 1) {
      detail.add("refus dans la minute", number);
    }
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            asked.kind().name(),
            SUBJECT,
            null,
            null,
            detail.build().toString()));
  }
}
