package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.review.WorkLists;
import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.control.review.WorkFilter.Assigned;
import fr.gestmat.mealaid.control.review.WorkFilter.Flag;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Field.Choice;
import fr.gestmat.web.view.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The filters of the work list, in the address and as fields. */
final class Filters {

  private static final List<String> NAMES =
      List.of("campagne", "etat", "college", "agent", "complet", "signe", "q");

  private Filters() {}

  /** The filter of an address. Without a state and a search it shows what waits. */
  static WorkFilter read(Sent sent) {
    boolean all = sent.text("etat").equals("TOUS") || sent.maybe("q").isPresent();
    return new WorkFilter(
        sent.one("etat", ApplicationState.class)
            .or(() -> all ? Optional.empty() : Optional.of(ApplicationState.SUBMITTED)),
        sent.maybe("college"),
        assigned(sent.text("agent")),
        switch (sent.text("complet")) {
          case "oui" -> Optional.of(true);
          case "non" -> Optional.of(false);
          default -> Optional.empty();
        },
        sent.one("signe", Flag.class),
        sent.text("q"));
  }

  private static Assigned assigned(String text) {
    if (text.equals("moi")) {
      return new Assigned.Me();
    }
    if (text.equals("personne")) {
      return new Assigned.Nobody();
    }
    try {
      return text.isEmpty() ? new Assigned.Anybody() : new Assigned.Officer(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return new Assigned.Anybody();
    }
  }

  /** The parameters of the address that filter, for links and hidden fields. */
  static Map<String, String> parameters(Sent sent) {
    Map<String, String> all = new LinkedHashMap<>();
    NAMES.forEach(name -> sent.maybe(name).ifPresent(value -> all.put(name, value)));
    return all;
  }

  /** An address with these parameters and another one; an empty value takes one away. */
  static String address(String path, Map<String, String> parameters, String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(name, value);
    String query =
        all.entrySet().stream()
            .filter(one -> !one.getValue().isEmpty())
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The fields of the form that filters. */
  static List<Field> fields(View view, Sent sent, WorkLists.Overview overview) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.of("search", "q", view.text("review.search")).value(sent.text("q")).mandatory());
    if (overview.campaigns().size() > 1) {
      fields.add(
          Field.select(
                  "campagne",
                  view.text("review.campaign"),
                  overview.campaigns().stream()
                      .map(one -> new Choice(one.id().toString(), one.name()))
                      .toList())
              .value(overview.campaign().id().toString())
              .mandatory());
    }
    fields.add(
        select(
            view,
            sent,
            "college",
            "review.school",
            overview.schools().stream().map(one -> new Choice(one.uai(), one.name())).toList()));
    List<Choice> agents = new ArrayList<>();
    agents.add(new Choice("moi", view.text("review.agent.me")));
    agents.add(new Choice("personne", view.text("review.agent.nobody")));
    overview.officers().forEach(one -> agents.add(new Choice(one.id().toString(), one.name())));
    fields.add(select(view, sent, "agent", "review.agent", agents));
    fields.add(
        select(
            view,
            sent,
            "complet",
            "review.complete",
            List.of(
                new Choice("oui", view.text("review.complete.yes")),
                new Choice("non", view.text("review.complete.no")))));
    List<Choice> flags = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      flags.add(new Choice(flag.name(), view.text("review.flag." + flag)));
    }
    fields.add(select(view, sent, "signe", "review.flag", flags));
    return fields;
  }

  private static Field select(
      View view, Sent sent, String name, String label, List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", view.text("review.all")));
    all.addAll(choices);
    return Field.select(name, view.text(label), all).value(sent.text(name)).mandatory();
  }
}
