package fr.gestmat.identity.control;

import fr.gestmat.access.Caller;
import fr.gestmat.identity.entity.Account;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this component tells the journal: who came, and every change of accounts and rights. */
@ApplicationScoped
public class RightsJournal {

  @Inject private Journal journal;

  /** Somebody did something to an account. */
  public void onAccount(Caller actor, String action, Account account, Map<String, String> detail) {
    write(actor, action, "ACCOUNT", account.id(), null, detail);
  }

  /** Somebody did something to their own account, or the account to itself at sign-on. */
  public void ofAccount(Account account, String action, Map<String, String> detail) {
    journal.write(
        new JournalEvent(
            account.authorityId(),
            null,
            account.id(),
            account.displayName(),
            action,
            "ACCOUNT",
            account.id(),
            null,
            json(detail)));
  }

  /** Somebody did something to a grant, a token or a portal. */
  public void write(
      Caller actor,
      String action,
      String subject,
      long subjectId,
      @Nullable Long schoolId,
      Map<String, String> detail) {
    journal.write(
        new JournalEvent(
            actor.authorityId(),
            schoolId,
            actor.accountId(),
            actor.name(),
            action,
            subject,
            subjectId,
            null,
            json(detail)));
  }

  private static @Nullable String json(Map<String, String> detail) {
    if (detail.isEmpty()) {
      return null;
    }
    JsonObjectBuilder object = Json.createObjectBuilder();
    detail.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> object.add(entry.getKey(), entry.getValue()));
    return object.build().toString();
  }
}
