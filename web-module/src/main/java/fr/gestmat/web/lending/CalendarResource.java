package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.policy.OpenCalendar;
import fr.gestmat.lending.control.policy.CalendarRules;
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
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The calendar of closed days, and the time zone. */
@OpenTo({"REGION_MANAGER", "ADMIN"})
@Path("reglement/calendrier")
@RequestScoped
@Produces(Page.HTML)
public class CalendarResource {

  private static final URI SELF = URI.create("/reglement/calendrier");

  @Inject private OpenCalendar calendar;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param periods closed days that follow each other under one name
   * @param closing fields that close days
   * @param zone the field of the time zone
   * @param errors what to correct
   */
  public record CalendarPage(
      List<Period> periods, List<Field> closing, Field zone, List<FieldError> errors) {}

  /**
   * Closed days that follow each other.
   *
   * @param from the first
   * @param to the last
   * @param label what they are
   */
  public record Period(LocalDate from, LocalDate to, String label) {}

  /** The calendar. */
  @GET
  public Page show() {
    return page(new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Closes one day or several. */
  @POST
  @Path("fermer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response close(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<Integer> answer =
        calendar
            .close(typed.day("from"), typed.day("to"), typed.text("label"))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Integer> done) {
      flash.done(view.text("policy.calendar.closed", done.value()));
      return Response.seeOther(SELF).build();
    }
    return page(typed, Sentences.of(view, "policy", answer, "from")).status(422);
  }

  /** Opens a day, or all days of a period, again. */
  @POST
  @Path("ouvrir")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response open(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    LocalDate from = typed.day("from").orElseThrow(NotFoundException::new);
    LocalDate to = typed.day("to").orElse(from);
    int opened = 0;
    for (LocalDate day = from;
        !day.isAfter(to) && !day.isAfter(from.plusDays(CalendarRules.LONGEST));
        day = day.plusDays(1)) {
      opened += calendar.open(day) ? 1 : 0;
    }
    flash.done(view.text("policy.calendar.opened", opened));
    return Response.seeOther(SELF).build();
  }

  /** Counts days in another time zone. */
  @POST
  @Path("fuseau")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keepTime(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<String> answer =
        calendar.keepTimeIn(typed.text("zone")).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<String>) {
      flash.done(view.text("policy.calendar.zoneSaved"));
      return Response.seeOther(SELF).build();
    }
    return page(typed, Sentences.of(view, "policy", answer, "zone")).status(422);
  }

  private Page page(Typed typed, List<FieldError> errors) {
    OpenCalendar.Card card = calendar.show().orElseThrow(NotFoundException::new);
    List<Field.Choice> zones =
        CalendarRules.ZONES.stream()
            .map(z -> new Field.Choice(z, view.text("policy.zone." + z)))
            .toList();
    return Page.of(
        "lending/calendar.jte",
        new CalendarPage(
            periods(card.days()),
            List.of(
                Field.of("date", "from", view.text("policy.calendar.from"))
                    .value(typed.text("from"))
                    .mandatory()
                    .errors(errors),
                Field.of("date", "to", view.text("policy.calendar.to"))
                    .value(typed.text("to"))
                    .errors(errors),
                Field.text("label", view.text("policy.calendar.label"))
                    .value(typed.text("label"))
                    .errors(errors)),
            Field.select("zone", view.text("policy.calendar.zone"), zones)
                .hint(view.text("policy.calendar.zone.hint"))
                .value(card.zone())
                .mandatory()
                .errors(errors),
            errors));
  }

  private static List<Period> periods(List<OpenCalendar.ClosedDay> days) {
    List<Period> periods = new ArrayList<>();
    for (OpenCalendar.ClosedDay day : days) {
      int last = periods.size() - 1;
      boolean goesOn =
          last >= 0
              && periods.get(last).to().plusDays(1).equals(day.day())
              && periods.get(last).label().equals(day.label());
      if (goesOn) {
        periods.set(last, new Period(periods.get(last).from(), day.day(), day.label()));
      } else {
        periods.add(new Period(day.day(), day.day(), day.label()));
      }
    }
    return periods;
  }
}
