package fr.gestmat.mealaid.control.export;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Writes exports that nobody should wait for, as long as who asked may still see what is inside. A
 * server that dies begins again from the start, and leaves no half file.
 */
@ApplicationScoped
public class AidExportWork implements BackgroundWork {

  /** Kind of these tasks. */
  public static final String KIND = "AID_EXPORT";

  @Inject private AidRows rows;
  @Inject private AidExportWriter writer;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public TaskResult run(TaskRun run) throws IOException, TaskFailedException {
    Caller who =
        now(run.ownerAccountId())
            .orElseThrow(() -> new TaskFailedException("{\"reason\":\"noRight\"}"));
    AidOrder order = AidOrder.read(run.parameters());
    long total = writer.count(who, order).orElse(0L);
    run.progress(0, total);
    AidExportWriter.Made made = writer.write(who, order, done -> run.progress(done, total));
    return new TaskResult(
        Json.createObjectBuilder().add("rows", made.rows()).build().toString(), made.file());
  }

  /** The account with the rights on meal aid that it holds at this moment; empty without one. */
  private Optional<Caller> now(long account) {
    Set<HeldRole> roles =
        new HashSet<>(
            rows.list(
                Sql.of("select role from role_grant where account_id = ?", account)
                    .add("and role in ('AID_OFFICER', 'AID_MANAGER')"),
                row -> new HeldRole(row.one("role", Role.class), null)));
    return roles.isEmpty()
        ? Optional.empty()
        : rows.first(
            Sql.of("select public_id, display_name, authority_id from account")
                .add("where id = ? and active", account),
            row ->
                new Caller(
                    account,
                    row.id("public_id"),
                    row.text("display_name"),
                    row.number("authority_id"),
                    roles,
                    null,
                    null));
  }
}
