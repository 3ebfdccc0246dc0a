package fr.gestmat.mealaid.control.statement;

import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** Leaves a line in the journal for whatever is done to a statement. Needs a transaction. */
@ApplicationScoped
public class StatementJournal {

  @Inject private Journal journal;

  /** Something was done to a statement. */
  public void write(
      StatementHand who, AidStatement about, StatementAction action, Map<String, String> facts) {
    JsonObjectBuilder detail =
        Json.createObjectBuilder()
            .add("school", about.schoolUai())
            .add("term", about.term())
            .add("kind", about.kind().name())
            .add("total", about.total().toPlainString());
    facts.forEach(detail::add);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            about.schoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            "AID_STATEMENT",
            about.id(),
            null,
            detail.build().toString()));
  }

  /** The days that the child of an application spent in each school were put right. */
  public void staysCorrected(
      StatementHand who, long application, long pupil, String before, String after) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            StatementAction.STATEMENT_STAYS_CORRECTED.name(),
            "AID_APPLICATION",
            application,
            pupil,
            Json.createObjectBuilder()
                .add("before", before)
                .add("after", after)
                .build()
                .toString()));
  }

  /** The statements of all schools were asked for. */
  public void ordered(StatementHand who, String order) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            StatementAction.STATEMENTS_ORDERED.name(),
            "AID_STATEMENT",
            null,
            null,
            order));
  }
}
