package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.review.WorkLists;
import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.control.review.WorkList;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work list of officers. */
@Path("dossiers")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class WorkListResource {

  static final String HERE = "/dossiers";

  @Inject private WorkLists lists;
  @Inject private View view;

  /**
   * The list.
   *
   * @param overview what it shows; absent if no campaign is published
   * @param filters the fields that filter
   * @param parameters what the address says
   * @param tabs the states with their counts
   * @param pager where it goes on
   * @param filter what it shows
   */
  public record ListPage(
      Optional<WorkLists.Overview> overview,
      List<Field> filters,
      Map<String, String> parameters,
      List<Tab> tabs,
      Pager pager,
      WorkFilter filter) {}

  /**
   * A state as a tab.
   *
   * @param label its name
   * @param count how many
   * @param more whether there are more than that
   * @param address where it leads
   * @param current whether it is shown
   */
  public record Tab(String label, long count, boolean more, String address, boolean current) {}

  /** The list. */
  @GET
  public Page list(@Context UriInfo uri) {
    Sent sent = new Sent(uri.getQueryParameters());
    WorkFilter filter = Filters.read(sent);
    Map<String, String> parameters = Filters.parameters(sent);
    Optional<WorkList.Key> after = sent.maybe("apres").flatMap(WorkList.Key::read);
    Optional<WorkLists.Overview> overview = lists.page(sent.id("campagne"), filter, after);
    if (overview.isEmpty() && sent.id("campagne").isPresent()) {
      throw new NotFoundException();
    }
    return Page.of(
        "mealaid/review/list.jte",
        new ListPage(
            overview,
            overview.map(one -> Filters.fields(view, sent, one)).orElse(List.of()),
            parameters,
            overview.map(one -> tabs(one, filter, parameters)).orElse(List.of()),
            overview
                .map(one -> pager(one, after.isPresent(), parameters))
                .orElse(new Pager(Optional.empty(), Optional.empty())),
            filter));
  }

  private List<Tab> tabs(
      WorkLists.Overview overview, WorkFilter filter, Map<String, String> parameters) {
    List<Tab> tabs = new ArrayList<>();
    overview
        .counts()
        .forEach(
            (state, count) -> {
              boolean current = filter.state().filter(state::equals).isPresent();
              if (count > 0 || current || state == ApplicationState.SUBMITTED) {
                tabs.add(
                    new Tab(
                        view.text("review.state." + state),
                        count,
                        count >= WorkList.COUNTED,
                        Filters.address(HERE, parameters, "etat", state.name()),
                        current));
              }
            });
    tabs.add(
        new Tab(
            view.text("review.everything"),
            -1,
            false,
            Filters.address(HERE, parameters, "etat", "TOUS"),
            filter.state().isEmpty()));
    return tabs;
  }

  private static Pager pager(
      WorkLists.Overview overview, boolean further, Map<String, String> parameters) {
    return new Pager(
        further ? Optional.of(Filters.address(HERE, parameters, "apres", "")) : Optional.empty(),
        overview
            .page()
            .next()
            .map(key -> Filters.address(HERE, parameters, "apres", key.toString())));
  }
}
