package fr.gestmat.web.lending;

import fr.gestmat.job.boundary.TaskView;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetField;
import fr.gestmat.lending.control.sheet.SheetLines;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.Progress;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pages of spreadsheets that were sent share. */
@RequestScoped
public class SheetPages {

  private static final List<String> LOOKED_AT_FIRST =
      List.of("UNSETTLED", "REFUSED", "NEW", "CREATED", "KNOWN");

  @Inject private View view;
  @Inject private Flash flash;

  /** The lines that are listed if the address does not say which: those that need somebody. */
  static String outcome(String asked, Map<String, Long> counts) {
    return asked.isEmpty()
        ? LOOKED_AT_FIRST.stream().filter(counts::containsKey).findFirst().orElse("REFUSED")
        : asked;
  }

  /** The lines of a page among one more than it has. */
  static <L> List<L> shown(List<L> lines) {
    return lines.size() > SheetLines.PAGE ? lines.subList(0, SheetLines.PAGE) : lines;
  }

  /** Where the list of lines goes on. */
  static Pager pager(String here, String outcome, int after, Optional<Integer> last) {
    String list = here + "?lignes=" + outcome;
    return new Pager(
        after > 0 ? Optional.of(list) : Optional.empty(), last.map(l -> list + "&apres=" + l));
  }

  /** How far the work is, while there is some. */
  Optional<Progress> progress(SentSheet sheet, Optional<TaskView> task) {
    return task.filter(t -> sheet.state().atWork())
        .map(
            t ->
                new Progress(
                    view.text("sheet.state." + sheet.state().name()), t.done(), t.total()));
  }

  /**
   * A field for each column that can be taken.
   *
   * @param labels what the keys of their labels begin with
   * @param errors what to correct
   */
  <F extends Enum<F> & SheetField> List<Field> columns(
      Class<F> fields,
      Map<String, Integer> chosen,
      List<String> headings,
      String labels,
      List<FieldError> errors) {
    List<Field.Choice> choices = new ArrayList<>();
    choices.add(new Field.Choice("", view.text("sheet.noColumn")));
    for (int i = 0; i < headings.size(); i++) {
      choices.add(new Field.Choice(Integer.toString(i), headings.get(i)));
    }
    List<Field> columns = new ArrayList<>();
    for (F field : fields.getEnumConstants()) {
      Field column =
          Field.select(field.name(), view.text(labels + field.name()), choices)
              .value(Optional.ofNullable(chosen.get(field.name())).map(String::valueOf).orElse(""))
              .errors(errors);
      columns.add(field.isRequired() ? column.mandatory() : column);
    }
    return columns;
  }

  /** The columns that somebody chose among so many. */
  static <F extends Enum<F>> Map<F, Integer> chosen(Class<F> fields, Typed typed, int width) {
    Map<F, Integer> columns = new EnumMap<>(fields);
    for (F field : fields.getEnumConstants()) {
      long column = typed.number(field.name(), -1);
      if (column >= 0 && column < width) {
        columns.put(field, (int) column);
      }
    }
    return columns;
  }

  /** Back to a page, which says that work begins, or that it had been asked for already. */
  Response answer(String page, boolean begins, String said) {
    if (begins) {
      flash.done(view.text(said));
    } else {
      flash.warn(view.text("sheet.tooLate"));
    }
    return Response.seeOther(URI.create(page)).build();
  }

  /** What is wrong with a file. */
  FieldError wrongFile(String why) {
    return new FieldError("file", view.text("sheet.file." + why));
  }
}
