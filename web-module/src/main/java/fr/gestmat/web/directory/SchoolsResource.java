package fr.gestmat.web.directory;

import fr.gestmat.directory.boundary.ClassFile;
import fr.gestmat.directory.boundary.PupilLine;
import fr.gestmat.directory.boundary.SchoolLine;
import fr.gestmat.directory.boundary.Schools;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Schools and classes that the visitor may see. */
@Path("etablissements")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class SchoolsResource {

  private static final String HERE = "/etablissements";

  @Inject private Schools schools;
  @Inject private View view;

  /**
   * Schools by name.
   *
   * @param words part of a name, a town or a code
   * @param afterName name of the last school of the page before
   * @param afterUai its code
   */
  @GET
  public Page list(
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("apres") @DefaultValue("") String afterName,
      @QueryParam("code") @DefaultValue("") String afterUai) {
    Optional<Schools.After> after =
        afterName.isEmpty()
            ? Optional.empty()
            : Optional.of(new Schools.After(afterName, afterUai));
    List<SchoolLine> found = schools.list(words, after);
    Optional<String> next = Optional.empty();
    if (found.size() == Schools.PAGE) {
      SchoolLine last = found.get(found.size() - 1);
      next =
          Optional.of(
              UriBuilder.fromPath(HERE)
                  .queryParam("q", "{q}")
                  .queryParam("apres", "{name}")
                  .queryParam("code", "{uai}")
                  .build(words, last.name(), last.uai())
                  .toString());
    }
    Optional<String> first =
        after.isEmpty()
            ? Optional.empty()
            : Optional.of(UriBuilder.fromPath(HERE).queryParam("q", "{q}").build(words).toString());
    return Page.of("directory/schools.jte", new SchoolsPage(words, found, new Pager(first, next)));
  }

  /**
   * The list of schools.
   *
   * @param words what was searched
   * @param schools what was found
   * @param pager where the list goes on
   */
  public record SchoolsPage(String words, List<SchoolLine> schools, Pager pager) {}

  /** A school with its classes. */
  @GET
  @Path("{uai}")
  public Page school(@PathParam("uai") String uai) {
    return Page.of("directory/school.jte", schools.find(uai).orElseThrow(NotFoundException::new));
  }

  /** A class with its pupils. */
  @GET
  @Path("{uai}/classes/{id}")
  public Page schoolClass(@PathParam("uai") String uai, @PathParam("id") String id) {
    ClassFile found =
        PublicId.of(id)
            .flatMap(known -> schools.findClass(uai, known))
            .orElseThrow(NotFoundException::new);
    return Page.of(
        "directory/class.jte",
        new ClassPage(
            PublicId.of(id), found.name(), found.uai(), found.schoolName(), found.pupils()));
  }

  /** The pupils of a school who are in no class. */
  @GET
  @Path("{uai}/sans-classe")
  public Page withoutClass(@PathParam("uai") String uai) {
    String schoolName = schools.find(uai).orElseThrow(NotFoundException::new).school().name();
    return Page.of(
        "directory/class.jte",
        new ClassPage(
            Optional.empty(),
            view.text("directory.withoutClass"),
            uai,
            schoolName,
            schools.withoutClass(uai).orElse(List.of())));
  }

  /**
   * A class.
   *
   * @param id its public id; empty for those who are in none
   * @param name its name
   * @param uai code of its school
   * @param schoolName name of its school
   * @param pupils its pupils
   */
  public record ClassPage(
      Optional<UUID> id, String name, String uai, String schoolName, List<PupilLine> pupils) {}
}
