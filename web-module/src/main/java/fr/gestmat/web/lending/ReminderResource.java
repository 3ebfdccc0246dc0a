package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.reminder.ReminderSetup;
import fr.gestmat.lending.control.reminder.ReminderSettings;
import fr.gestmat.lending.control.reminder.SettingRows;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How the authority reminds families, and when its old loans forget them. */
@OpenTo({"REGION_MANAGER", "ADMIN"})
@Path("rappels")
@RequestScoped
@Produces(Page.HTML)
public class ReminderResource {

  private static final int UNREADABLE = -1;

  @Inject private ReminderSetup setup;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The form.
   *
   * @param version of the settings that it speaks of
   * @param fields what is asked
   * @param errors what to correct
   */
  public record FormPage(int version, List<Field> fields, List<FieldError> errors) {}

  /** What holds now. */
  @GET
  public Page form() {
    SettingRows.Kept kept = setup.current();
    return page(kept.version(), values(kept.settings()), List.of());
  }

  /** Decides, or says why not with what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<ReminderSettings> answer =
        setup.decide((int) typed.number("version", -1), settings(typed));
    if (answer instanceof Answer.Done<ReminderSettings>) {
      flash.done(view.text("reminder.saved"));
      return Response.seeOther(URI.create("/rappels")).build();
    }
    if (answer instanceof Answer.Refused<ReminderSettings> refused) {
      List<FieldError> errors =
          refused.reasons().stream()
              .map(r -> new FieldError(r.field(), view.text("reminder.refused." + r.code())))
              .toList();
      return page((int) typed.number("version", -1), typed, errors).status(422);
    }
    return page(
            ((Answer.Stale<ReminderSettings>) answer).version(),
            typed,
            List.of(new FieldError("beforeDays", view.text("reminder.stale"))))
        .status(422);
  }

  private static ReminderSettings settings(Typed typed) {
    return new ReminderSettings(
        days(typed.text("beforeDays")),
        typed.yes("onDay"),
        (int) typed.number("everyDays", UNREADABLE),
        (int) typed.number("mostLate", UNREADABLE),
        typed.yes("onReturn"),
        typed.yes("onDueChange"));
  }

  private static List<Integer> days(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(text.split("[,;]", -1))
        .map(String::strip)
        .map(one -> one.matches("\\d{1,4}") ? Integer.valueOf(one) : Integer.valueOf(UNREADABLE))
        .toList();
  }

  private static Typed values(ReminderSettings now) {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    values.putSingle(
        "beforeDays",
        now.beforeDays().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    values.putSingle("onDay", String.valueOf(now.onDay()));
    values.putSingle("everyDays", String.valueOf(now.everyDays()));
    values.putSingle("mostLate", String.valueOf(now.mostLate()));
    values.putSingle("onReturn", String.valueOf(now.onReturn()));
    values.putSingle("onDueChange", String.valueOf(now.onDueChange()));
    return new Typed(values);
  }

  private Page page(int version, Typed typed, List<FieldError> errors) {
    return Page.of(
        "lending/reminders.jte",
        new FormPage(
            version,
            List.of(
                text("beforeDays", typed, errors).hint(view.text("reminder.beforeDays.hint")),
                box("onDay", typed),
                number("everyDays", typed, errors).mandatory(),
                number("mostLate", typed, errors)
                    .hint(view.text("reminder.mostLate.hint"))
                    .mandatory(),
                box("onReturn", typed).hint(view.text("reminder.onReturn.hint")),
                box("onDueChange", typed)),
            errors));
  }

  private Field text(String name, Typed typed, List<FieldError> errors) {
    return Field.text(name, view.text("reminder." + name)).value(typed.text(name)).errors(errors);
  }

  private Field number(String name, Typed typed, List<FieldError> errors) {
    return Field.of("number", name, view.text("reminder." + name))
        .value(typed.text(name))
        .errors(errors);
  }

  private Field box(String name, Typed typed) {
    return Field.checkbox(name, view.text("reminder." + name))
        .value(String.valueOf(typed.yes(name)));
  }
}
