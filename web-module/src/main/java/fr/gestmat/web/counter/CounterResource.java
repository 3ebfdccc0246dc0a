package fr.gestmat.web.counter;

import fr.gestmat.lending.boundary.desk.ClassRoll;
import fr.gestmat.lending.boundary.desk.DeskPupil;
import fr.gestmat.lending.boundary.desk.DeskRolls;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import fr.gestmat.web.view.Visitor.SchoolChoice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The counter: one page that stays open for hours, and the lists that it asks for. */
@Path("comptoir")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER"})
public class CounterResource {

  private static final Map<String, String> MODES =
      Map.of("remise", "CHECK_OUT", "retour", "CHECK_IN");

  @Inject private DeskRolls rolls;
  @Inject private View view;
  @Inject private Clock clock;

  /**
   * Opens the counter of the visitor's current school.
   *
   * @param mode {@code remise} or {@code retour}
   * @param classId a class to call up
   * @param pupilId a pupil to open it on
   * @param grade the condition of the scans to come, for a desk without script
   * @param place their storage place
   */
  @GET
  @Produces(Page.HTML)
  public Page open(
      @QueryParam("mode") @DefaultValue("") String mode,
      @QueryParam("classe") String classId,
      @QueryParam("eleve") String pupilId,
      @QueryParam("etat") @DefaultValue("") String grade,
      @QueryParam("rangement") @DefaultValue("") String place) {
    if (view.visitor().school().isEmpty()) {
      return Page.of("counter/which-school.jte");
    }
    SchoolChoice school = view.visitor().school().get();
    Optional<ClassRoll> roll = Ids.read(classId).flatMap(rolls::roll);
    Optional<DeskPupil> pupil = Ids.read(pupilId).flatMap(rolls::pupil);
    return Page.of(
        "counter/counter.jte",
        new CounterPage(
            school,
            MODES.getOrDefault(mode, ""),
            rolls.classes(school.uai()).orElseThrow(NotFoundException::new),
            roll,
            pupil,
            grade,
            place,
            CounterTexts.json(view),
            clock.instant(),
            false));
  }

  /** A class as it is called up, for the script of the page. */
  @GET
  @Path("classes/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Roll roll(@PathParam("id") UUID id) {
    return rolls.roll(id).map(Roll::of).orElseThrow(NotFoundException::new);
  }

  /** Where the sign-on returns to when it was asked for by a counter that is still open. */
  @GET
  @Path("connecte")
  @Produces(Page.HTML)
  public Page signedOn() {
    return Page.of("counter/signed-on.jte");
  }

  /**
   * A class for the script.
   *
   * @param id public id
   * @param name its name
   * @param pupils its pupils in order
   */
  public record Roll(UUID id, String name, List<RollPupil> pupils) {

    static Roll of(ClassRoll roll) {
      return new Roll(roll.id(), roll.name(), roll.pupils().stream().map(RollPupil::of).toList());
    }
  }

  /**
   * A pupil for the script.
   *
   * @param id public id
   * @param name the name as people say it
   * @param listed the name as it stands in a list
   * @param tag the device already held; empty if none
   */
  public record RollPupil(UUID id, String name, String listed, String tag) {

    static RollPupil of(DeskPupil pupil) {
      String tag = pupil.tag();
      return new RollPupil(
          pupil.id(),
          pupil.name(),
          pupil.familyName() + " " + pupil.givenName(),
          tag == null ? "" : tag);
    }
  }
}
