package fr.gestmat.web.directory;

import fr.gestmat.directory.boundary.People;
import fr.gestmat.directory.boundary.PupilFile;
import fr.gestmat.directory.boundary.PupilSearch;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.PageWriter;
import gg.jte.Content;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pupils and guardians that the visitor may see. */
@Path("/")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class PeopleResource {

  @Inject private PupilSearch search;
  @Inject private People people;
  @Inject private PageWriter pages;
  @Inject @Any private Instance<PupilSection> sections;

  /**
   * Finds pupils by the beginning of their names.
   *
   * @param typed what was typed
   * @param part {@code resultats} for the list alone, as the script of the page asks for it
   */
  @GET
  @Path("eleves")
  public Page find(
      @QueryParam("q") @DefaultValue("") String typed,
      @QueryParam("partie") @DefaultValue("") String part) {
    SearchPage found = new SearchPage(typed.strip(), search.find(typed));
    return Page.of(
        part.equals("resultats") ? "directory/pupils-found.jte" : "directory/pupils.jte", found);
  }

  /**
   * A search.
   *
   * @param typed what was typed
   * @param found who was found
   */
  public record SearchPage(String typed, PupilSearch.Found found) {}

  /** A pupil. */
  @GET
  @Path("eleves/{id}")
  public Page pupil(@PathParam("id") String id) {
    UUID known = PublicId.of(id).orElseThrow(NotFoundException::new);
    PupilFile file = people.pupil(known).orElseThrow(NotFoundException::new);
    List<Content> more =
        sections.stream()
            .sorted(Comparator.comparingInt(PupilSection::order))
            .map(section -> section.about(known))
            .flatMap(Optional::stream)
            .map(pages::content)
            .toList();
    return Page.of("directory/pupil.jte", new PupilPage(file, more));
  }

  /**
   * A pupil's page.
   *
   * @param file what the directory knows
   * @param sections what other components know
   */
  public record PupilPage(PupilFile file, List<Content> sections) {}

  /** A guardian; reading it is journaled. */
  @GET
  @Path("responsables/{id}")
  public Page guardian(@PathParam("id") String id) {
    return Page.of(
        "directory/guardian.jte",
        PublicId.of(id).flatMap(people::guardian).orElseThrow(NotFoundException::new));
  }
}
