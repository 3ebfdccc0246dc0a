package fr.gestmat.web.view;

import java.util.List;
import java.util.Set;

/**
 * One of the places that the header leads to; nobody sees more than six.
 *
 * @param section the name by which a page says that it belongs here
 * @param path where it leads
 * @param roles who sees it
 */
public record NavigationEntry(String section, String path, Set<String> roles) {

  private static final Set<String> DESK = Set.of("LOAN_AGENT", "LOAN_MANAGER");
  private static final Set<String> LENDING = Set.of("LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER");
  private static final Set<String> DIRECTORY =
      Set.of("LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN");

  private static final Set<String> AID = Set.of("AID_OFFICER", "AID_MANAGER");

  private static final List<NavigationEntry> ALL =
      List.of(
          new NavigationEntry("counter", "/comptoir", DESK),
          new NavigationEntry("devices", "/materiels", LENDING),
          new NavigationEntry("loans", "/prets", LENDING),
          new NavigationEntry("pupils", "/eleves", DIRECTORY),
          new NavigationEntry("schools", "/etablissements", Set.of("REGION_MANAGER", "ADMIN")),
          new NavigationEntry("files", "/dossiers", AID),
          new NavigationEntry("visas", "/visas", Set.of("BURSAR")),
          new NavigationEntry("aidChildren", "/aides/enfants", Set.of("BURSAR", "AID_OFFICER")),
          new NavigationEntry("aidEntry", "/aides/saisie", Set.of("AID_OFFICER")),
          new NavigationEntry("aidCampaigns", "/aides/campagnes", Set.of("AID_MANAGER")),
          new NavigationEntry("statements", "/etats", Set.of("AID_MANAGER", "BURSAR")),
          new NavigationEntry("family", "/famille", Set.of("PUPIL", "GUARDIAN")),
          new NavigationEntry("aid", "/aide", Set.of("GUARDIAN")),
          new NavigationEntry("administration", "/administration", Set.of("ADMIN", "AUDITOR")));

  /** The entries that a visitor sees, in order. */
  public static List<NavigationEntry> of(Visitor visitor) {
    return ALL.stream().filter(entry -> visitor.hasAny(entry.roles())).toList();
  }
}
