package fr.gestmat.lending.control;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What whoever asked for background work may do now, which can be less than when it was asked. */
@ApplicationScoped
public class OwnerRights {

  @Inject private ReadModel database;

  /** The account with the rights that it holds at this moment; empty if it was closed. */
  public Optional<Caller> now(long accountId) {
    Set<HeldRole> roles =
        new HashSet<>(
            database.list(
                new SqlText()
                    .add("select role, school_id from role_grant where account_id = ?", accountId),
                row ->
                    new HeldRole(
                        Role.valueOf(row.text("role")),
                        row.maybeNumber("school_id").orElse(null))));
    return database.first(
        new SqlText()
            .add("select public_id, display_name, authority_id from account")
            .add("where id = ? and active", accountId),
        row ->
            new Caller(
                accountId,
                row.id("public_id"),
                row.text("display_name"),
                row.number("authority_id"),
                roles,
                null,
                null));
  }
}
