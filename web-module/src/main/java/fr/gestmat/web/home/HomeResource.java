package fr.gestmat.web.home;

import fr.gestmat.lending.boundary.overview.LendingOverview;
import fr.gestmat.lending.boundary.overview.Overview;
import fr.gestmat.mealaid.boundary.arrival.FamilyDoor;
import fr.gestmat.mealaid.boundary.followup.FollowUps;
import fr.gestmat.mealaid.boundary.source.SourceSettings;
import fr.gestmat.web.mealaid.source.SourcePage;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import fr.gestmat.web.view.Visitor;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The home page: what the service is, or what waits for who signed on. */
@Path("/")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class HomeResource {

  private static final Set<String> DESK = Set.of("LOAN_AGENT", "LOAN_MANAGER");
  private static final Set<String> STOCK = Set.of("LOAN_MANAGER", "REGION_MANAGER");
  private static final Set<String> LENDING = Set.of("LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER");

  private static final Set<String> STEERING = Set.of("AID_MANAGER");
  private static final Set<String> SOURCES = Set.of("ADMIN", "AID_MANAGER");

  @Inject private LendingOverview lending;
  @Inject private SourceSettings sources;
  @Inject private AidMatters aid;
  @Inject private FollowUps followUps;
  @Inject private FamilyDoor door;
  @Inject private View view;
  @Inject private Clock clock;

  /**
   * What who is not signed on sees.
   *
   * @param familyDoor whether families may ask for a link by mail
   */
  public record WelcomePage(boolean familyDoor) {}

  /** What the visitor can do here. */
  @GET
  public Page home() {
    Visitor visitor = view.visitor();
    if (!visitor.known()) {
      return Page.of("home/welcome.jte", new WelcomePage(door.open()));
    }
    return Page.of(
        "home/home.jte",
        new HomePage(
            overview(visitor),
            visitor.school().map(school -> school.uai()),
            visitor.lending() && visitor.school().isPresent() && visitor.hasAny(DESK),
            visitor.hasAny(STOCK),
            aid.of(visitor),
            campaign(visitor),
            sources(visitor)));
  }

  /** Counting a whole campaign is for who steers it. */
  private Optional<CampaignPicture> campaign(Visitor visitor) {
    return visitor.mealAid() && visitor.hasAny(STEERING)
        ? followUps.latest().map(CampaignPicture::of).filter(picture -> picture.received() > 0)
        : Optional.empty();
  }

  private Optional<String> sources(Visitor visitor) {
    return visitor.mealAid() && visitor.hasAny(SOURCES)
        ? sources
            .warning()
            .map(
                token ->
                    view.text(
                        "source.home." + SourcePage.word(token),
                        token.endsAt().map(end -> view.format().day(end)).orElse("")))
        : Optional.empty();
  }

  private Optional<Overview> overview(Visitor visitor) {
    if (!visitor.lending() || !visitor.hasAny(LENDING)) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), visitor.zone());
    return visitor.school().isPresent()
        ? lending.ofSchool(visitor.school().get().uai(), today)
        : Optional.of(lending.ofAll(today));
  }
}
