package fr.gestmat.mealaid.boundary.review;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds the application that people quote by its number, for whoever reads the journal. */
@Stateless
@RolesAllowed({"AUDITOR", "ADMIN"})
public class ApplicationNumbers {

  @Inject private CurrentCaller caller;
  @Inject private AidRows rows;

  /**
   * An application.
   *
   * @param key database id, as the journal keeps it
   * @param id public id
   */
  public record Numbered(long key, UUID id) {}

  /** The application of a number; empty if there is none, also when nobody could have typed it. */
  public Optional<Numbered> find(String number) {
    return number.matches("\\d{1,15}")
        ? rows.first(
            Sql.of("select id, public_id from aid_application where number = ?", number)
                .add("and authority_id = ?", caller.get().authorityId()),
            row -> new Numbered(row.number("id"), row.id("public_id")))
        : Optional.empty();
  }
}
