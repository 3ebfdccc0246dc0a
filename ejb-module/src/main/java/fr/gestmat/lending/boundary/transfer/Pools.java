package fr.gestmat.lending.boundary.transfer;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.transfer.PoolRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;

/** The pools of the region: places that are no schools, with a stock like one. */
@Stateless
@RolesAllowed("REGION_MANAGER")
public class Pools {

  private static final int LONGEST_NAME = 160;

  @Inject private CurrentCaller caller;
  @Inject private PoolRows pools;
  @Inject private ReferenceData reference;
  @Inject private Journal journal;

  /** All of them, by name. */
  public List<PoolRows.Pool> list() {
    return pools.of(caller.get().scope(Role.REGION_MANAGER).authorityId());
  }

  /**
   * Creates one.
   *
   * @return its code
   */
  public Answer<String> create(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return Answer.refused(Refusal.of("name", "placeNameWrong", LONGEST_NAME));
    }
    Caller who = caller.get();
    String code = pools.create(who.authorityId(), name);
    reference.forget(who.authorityId());
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            LendingAction.PLACE_CREATED.name(),
            "TRANSFER",
            null,
            null,
            Json.createObjectBuilder().add("code", code).add("name", name).build().toString()));
    return new Answer.Done<>(code);
  }
}
