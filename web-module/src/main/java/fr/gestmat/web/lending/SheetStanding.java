package fr.gestmat.web.lending;

import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a spreadsheet that was sent stands, as the pages of every kind show it.
 *
 * @param sheet the sheet
 * @param here address of its page
 * @param columns a field for each column that can be taken, while they are to be confirmed
 * @param counts lines of each outcome
 * @param progress how far the work is, while it runs
 * @param outcome which lines are listed
 * @param pager where the list goes on
 * @param errors what to correct
 */
public record SheetStanding(
    SentSheet sheet,
    String here,
    List<Field> columns,
    Map<String, Long> counts,
    Optional<Progress> progress,
    String outcome,
    Pager pager,
    List<FieldError> errors) {

  /** Whether somebody waits for work to go on by itself. */
  public boolean running() {
    return progress.isPresent() && !sheet.stopped();
  }
}
