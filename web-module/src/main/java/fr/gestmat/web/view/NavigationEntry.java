package fr.gestmat.web.view;

import fr.gestmat.access.Offering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the places that a visitor may go to. The header leads to six at most; whoever has more
 * finds the others behind its last entry, on the home page.
 *
 * @param section the name by which a page says that it belongs here
 * @param path where it leads
 * @param roles who sees it
 * @param service that the visitor's authority has to run; empty for what belongs to none
 */
public record NavigationEntry(
    String section, String path, Set<String> roles, Optional<Offering> service) {

  private static final int MOST = 6;

  private static final Set<String> DESK = Set.of("LOAN_AGENT", "LOAN_MANAGER");
  private static final Set<String> LENDING = Set.of("LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER");
  private static final Set<String> DIRECTORY =
      Set.of("LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN");

  private static final Set<String> AID = Set.of("AID_OFFICER", "AID_MANAGER");

  private static final List<NavigationEntry> ALL =
      List.of(
          lending("counter", "/comptoir", DESK),
          lending("devices", "/materiels", LENDING),
          lending("loans", "/prets", LENDING),
          always("pupils", "/eleves", DIRECTORY),
          always("schools", "/etablissements", Set.of("REGION_MANAGER", "ADMIN")),
          aid("files", "/dossiers", AID),
          aid("visas", "/visas", Set.of("BURSAR")),
          aid("aidChildren", "/aides/enfants", Set.of("BURSAR", "AID_OFFICER")),
          aid("aidEntry", "/aides/saisie", Set.of("AID_OFFICER")),
          aid("aidCampaigns", "/aides/campagnes", Set.of("AID_MANAGER")),
          aid("statements", "/etats", Set.of("AID_MANAGER", "BURSAR")),
          lending("family", "/famille", Set.of("PUPIL", "GUARDIAN")),
          aid("aid", "/aide", Set.of("GUARDIAN")),
          always("administration", "/administration", Set.of("ADMIN", "AUDITOR")));

  private static final NavigationEntry OTHERS = always("others", "/#rubriques", Set.of());

  /** The entries that a visitor sees, in order. */
  public static List<NavigationEntry> of(Visitor visitor) {
    return ALL.stream()
        .filter(entry -> visitor.hasAny(entry.roles()))
        .filter(entry -> entry.service().map(visitor::runs).orElse(true))
        .toList();
  }

  /** Those of the header: all of them, or the first and a way to the others. */
  public static List<NavigationEntry> menu(Visitor visitor) {
    List<NavigationEntry> all = of(visitor);
    if (all.size() <= MOST) {
      return all;
    }
    List<NavigationEntry> shown = new ArrayList<>(all.subList(0, MOST - 1));
    shown.add(OTHERS);
    return List.copyOf(shown);
  }

  /**
   * Which entry of a menu a page belongs to.
   *
   * @param menu what is shown
   * @param section what the page says of itself; empty for a page of none
   * @return the section of the entry; empty if it belongs to none
   */
  public static String current(List<NavigationEntry> menu, String section) {
    if (section.isEmpty() || menu.stream().anyMatch(entry -> entry.section().equals(section))) {
      return section;
    }
    return menu.contains(OTHERS) ? OTHERS.section() : "";
  }

  private static NavigationEntry lending(String section, String path, Set<String> roles) {
    return new NavigationEntry(section, path, roles, Optional.of(Offering.LENDING));
  }

  private static NavigationEntry aid(String section, String path, Set<String> roles) {
    return new NavigationEntry(section, path, roles, Optional.of(Offering.MEAL_AID));
  }

  private static NavigationEntry always(String section, String path, Set<String> roles) {
    return new NavigationEntry(section, path, roles, Optional.empty());
  }
}
