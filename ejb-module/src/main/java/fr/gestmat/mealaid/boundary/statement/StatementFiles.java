package fr.gestmat.mealaid.boundary.statement;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.control.statement.StatementAction;
import fr.gestmat.mealaid.control.statement.StatementBook;
import fr.gestmat.mealaid.control.statement.StatementFormat;
import fr.gestmat.mealaid.control.statement.StatementHand;
import fr.gestmat.mealaid.control.statement.StatementJournal;
import fr.gestmat.mealaid.control.statement.StatementPaper;
import fr.gestmat.mealaid.control.statement.StatementRows;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Statements as files, made when they are asked for, of what may be seen then. Each time leaves a
 * line in the journal.
 */
@Stateless
@RolesAllowed({"AID_MANAGER", "BURSAR"})
public class StatementFiles {

  @Inject private CurrentCaller caller;
  @Inject private StatementBook book;
  @Inject private StatementRows rows;
  @Inject private StatementPaper paper;
  @Inject private StatementJournal journal;

  /**
   * A whole file.
   *
   * @param content where it is; whoever takes it deletes it
   * @param name name for people
   * @param mediaType media type
   */
  public record Made(Path content, String name, String mediaType) {}

  /**
   * Writes a statement as a file.
   *
   * @return the file; empty if there is no such statement for the caller
   * @throws IOException if it could not be written whole
   * @throws IllegalStateException if the statement is not what it was
   */
  public Optional<Made> write(UUID id, StatementFormat format) throws IOException {
    Caller who = caller.get();
    Optional<AidStatement> found = book.find(who.scope(Role.AID_MANAGER, Role.BURSAR), id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    AidStatement statement = found.get();
    List<StatedLine> lines = rows.whole(statement);
    Path file = paper.write(statement, lines, format);
    journal.write(
        StatementHand.of(who),
        statement,
        StatementAction.STATEMENT_DOWNLOADED,
        Map.of("format", format.name(), "lines", Integer.toString(lines.size())));
    return Optional.of(new Made(file, StatementPaper.name(statement, format), format.mediaType()));
  }
}
