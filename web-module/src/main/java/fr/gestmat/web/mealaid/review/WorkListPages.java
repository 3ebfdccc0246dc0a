package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.review.WorkLists;
import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.control.review.WorkList;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The work list as a page: also with what was typed for a batch that was not begun. */
@RequestScoped
public class WorkListPages {

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
   * @param after where it begins; empty at its beginning
   * @param typed what was typed for a batch
   */
  public record ListPage(
      Optional<WorkLists.Overview> overview,
      List<Field> filters,
      Map<String, String> parameters,
      List<Tab> tabs,
      Pager pager,
      WorkFilter filter,
      Optional<String> after,
      Typed typed) {

    /** The filter in words. */
    String said(View view) {
      return Stream.concat(
              Stream.of(
                  view.text(
                      "batch.confirm.filter",
                      view.text("review.state"),
                      filter
                          .state()
                          .map(state -> view.text("review.state." + state))
                          .orElse(view.text("review.everything")))),
              filters.stream()
                  .filter(field -> !field.value().isEmpty())
                  .map(field -> view.text("batch.confirm.filter", field.label(), chosen(field))))
          .collect(Collectors.joining(", "));
    }

    private static String chosen(Field field) {
      return field.choices().stream()
          .filter(choice -> choice.value().equals(field.value()))
          .map(Field.Choice::label)
          .findFirst()
          .orElse(field.value());
    }
  }

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

  /**
   * What was typed for a batch.
   *
   * @param action what was to be done
   * @param reason why
   * @param ticked the applications that were chosen
   * @param errors why it was not begun
   */
  public record Typed(String action, String reason, Set<UUID> ticked, List<FieldError> errors) {

    /** Nothing yet. */
    static final Typed NONE = new Typed("", "", Set.of(), List.of());

    /** What a form brought. */
    static Typed of(Sent sent, List<FieldError> errors) {
      return new Typed(
          sent.text("action"), sent.text("reason"), Set.copyOf(sent.ids("dossier")), errors);
    }
  }

  /**
   * The list.
   *
   * @param sent says the campaign, the filter, and from where on
   * @throws NotFoundException if there is no such campaign
   */
  ListPage page(Sent sent, Typed typed) {
    WorkFilter filter = Filters.read(sent);
    Map<String, String> parameters = Filters.parameters(sent);
    Optional<WorkList.Key> after = sent.maybe("apres").flatMap(WorkList.Key::read);
    Optional<WorkLists.Overview> overview = lists.page(sent.id("campagne"), filter, after);
    if (overview.isEmpty() && sent.id("campagne").isPresent()) {
      throw new NotFoundException();
    }
    return new ListPage(
        overview,
        overview.map(one -> Filters.fields(view, sent, one)).orElse(List.of()),
        parameters,
        overview.map(one -> tabs(one, filter, parameters)).orElse(List.of()),
        overview
            .map(one -> pager(one, after.isPresent(), parameters))
            .orElse(new Pager(Optional.empty(), Optional.empty())),
        filter,
        after.map(WorkList.Key::toString),
        typed);
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
