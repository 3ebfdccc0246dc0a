package fr.gestmat.web.view;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The page that shows every part a page is made of, to copy from; see {@code docs/pages.md}. All
 * that it says is invented and nothing is written.
 */
@Path("exemple")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class ExampleResource {

  private static final Instant THEN = Instant.parse("2026-11-23T13:05:00Z");

  @Inject private View view;
  @Inject private Flash flash;

  /** Shows the form, empty. */
  @GET
  public Page show() {
    return page("", List.of());
  }

  /**
   * Takes the form: shows it again with what is to correct, or goes on to the next page.
   *
   * @param name the only answer that is looked at
   */
  @POST
  public Response save(@FormParam("name") String name) {
    if (name == null || name.isBlank()) {
      List<FieldError> errors = List.of(new FieldError("name", view.text("example.name.missing")));
      return page("", errors).status(422);
    }
    flash.done(view.text("example.saved", name));
    return Response.seeOther(URI.create("/exemple")).build();
  }

  private Page page(String name, List<FieldError> errors) {
    return Page.of(
        "example/example.jte",
        new ExamplePage(
            Field.text("name", view.text("example.name"))
                .hint(view.text("example.name.hint"))
                .value(name)
                .mandatory()
                .errors(errors),
            errors,
            List.of(
                new TimelineEntry(THEN, Tone.OK, view.text("example.returned"), ""),
                new TimelineEntry(
                    THEN.minusSeconds(8_000_000), Tone.NEUTRAL, view.text("example.lent"), "")),
            new Pager(Optional.empty(), Optional.of("/exemple?apres=42"))));
  }

  /**
   * What the example shows.
   *
   * @param name a field
   * @param errors what to correct
   * @param history a history
   * @param pager where the list goes on
   */
  public record ExamplePage(
      Field name, List<FieldError> errors, List<TimelineEntry> history, Pager pager) {}
}
