package fr.gestmat.web.mealaid.statement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.boundary.statement.StayCorrections;
import fr.gestmat.mealaid.boundary.statement.StayCorrections.Line;
import fr.gestmat.mealaid.boundary.statement.StayCorrections.Sheet;
import fr.gestmat.mealaid.control.statement.StayRule;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Field.Choice;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days that a child spent in each school, to be put right. */
@Path("etats/eleves/{number: \\d{1,15}}")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class StayResource {

  @Inject private StayCorrections corrections;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param sheet where the child was
   * @param lines the fields of each line
   * @param seen what the page shows, for who changes it meanwhile
   * @param errors what to correct
   */
  public record StayPage(
      Sheet sheet, List<List<Field>> lines, String seen, List<FieldError> errors) {}

  /** The days as they are known. */
  @GET
  public Page show(@PathParam("number") long number) {
    Sheet sheet = find(number);
    MultivaluedMap<String, String> known = new MultivaluedHashMap<>();
    for (int i = 0; i < sheet.lines().size(); i++) {
      Line line = sheet.lines().get(i);
      known.putSingle("school" + (i + 1), line.uai());
      known.putSingle("first" + (i + 1), line.first().map(LocalDate::toString).orElse(""));
      known.putSingle("last" + (i + 1), line.last().map(LocalDate::toString).orElse(""));
    }
    return page(sheet, known, sheet.seen(), List.of());
  }

  /** Puts them right. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correct(@PathParam("number") long number, MultivaluedMap<String, String> typed) {
    Sheet sheet = find(number);
    String seen = StatementAddress.text(typed, "seen");
    List<FieldError> errors = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int place = 1; place <= StayRule.MOST; place++) {
      String school = StatementAddress.text(typed, "school" + place);
      if (!school.isEmpty()) {
        places.add(place);
        lines.add(
            new Line(
                school, day(typed, "first" + place, errors), day(typed, "last" + place, errors)));
      }
    }
    if (errors.isEmpty()) {
      Answer<Long> answer =
          corrections.correct(number, seen, lines).orElseThrow(NotFoundException::new);
      if (answer instanceof Answer.Done<Long>) {
        flash.done(view.text("statement.stays.done"));
        return Response.seeOther(URI.create(here(number))).build();
      }
      if (answer instanceof Answer.Stale<Long>) {
        flash.warn(view.text("statement.stays.stale"));
        return Response.seeOther(URI.create(here(number))).build();
      }
      ((Answer.Refused<Long>) answer)
          .reasons()
          .forEach(reason -> errors.add(error(reason, places)));
    }
    return page(sheet, typed, seen, errors).status(422);
  }

  private Sheet find(long number) {
    return corrections.find(number).orElseThrow(NotFoundException::new);
  }

  private static String here(long number) {
    return StatementAddress.HERE + "/eleves/" + number;
  }

  /** A line that was left empty does not count: the rule's places are those of the others. */
  private FieldError error(Refusal reason, List<Integer> places) {
    String name = reason.field().replaceAll("\\d", "");
    int place = Integer.parseInt(reason.field().replaceAll("\\D", ""));
    return new FieldError(
        name + (place <= places.size() ? places.get(place - 1) : place),
        view.text("statement.refused." + reason.code(), reason.data().toArray()));
  }

  private Optional<LocalDate> day(
      MultivaluedMap<String, String> typed, String name, List<FieldError> errors) {
    String text = StatementAddress.text(typed, name);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      errors.add(new FieldError(name, view.text("statement.stays.badDay")));
      return Optional.empty();
    }
  }

  /** One line more than there are, to add a school. */
  private Page page(
      Sheet sheet, MultivaluedMap<String, String> typed, String seen, List<FieldError> errors) {
    List<Choice> schools =
        Stream.concat(
                Stream.of(new Choice("", view.text("statement.stays.noSchool"))),
                sheet.schools().stream()
                    .map(s -> new Choice(s.uai(), s.name() + " (" + s.uai() + ")")))
            .toList();
    int filled = sheet.lines().size();
    for (int place = 1; place <= StayRule.MOST; place++) {
      if (!StatementAddress.text(typed, "school" + place).isEmpty()) {
        filled = Math.max(filled, place);
      }
    }
    List<List<Field>> lines = new ArrayList<>();
    for (int place = 1; place <= Math.min(filled + 1, StayRule.MOST); place++) {
      lines.add(
          List.of(
              Field.select("school" + place, view.text("statement.stays.school"), schools)
                  .value(StatementAddress.text(typed, "school" + place))
                  .errors(errors),
              day(typed, "first", place, errors),
              day(typed, "last", place, errors)));
    }
    return Page.of("mealaid/statement/stays.jte", new StayPage(sheet, lines, seen, errors));
  }

  private Field day(
      MultivaluedMap<String, String> typed, String name, int place, List<FieldError> errors) {
    return Field.of("date", name + place, view.text("statement.stays." + name))
        .value(StatementAddress.text(typed, name + place))
        .errors(errors);
  }
}
