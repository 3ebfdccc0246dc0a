package fr.gestmat.web.view;

import fr.gestmat.access.Offering;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who looks at the page, as far as the frame around it must know.
 *
 * @param account the account's public id; empty when nobody signed on
 * @param name the person's name as the person writes it
 * @param title what the person does here, e.g. "agent de prêt"; empty if nothing to say
 * @param roles the names of the roles held at {@link #school}, or on the authority
 * @param portal the name of the ENT the person came from
 * @param schools the schools that the person may switch between
 * @param school the school that the pages are about, absent for a view of the whole authority
 * @param zone the authority's time zone
 * @param services what the authority runs
 * @param csrf the token that every form sends back in its field {@code csrf}
 */
public record Visitor(
    Optional<String> account,
    String name,
    String title,
    Set<String> roles,
    Optional<String> portal,
    List<SchoolChoice> schools,
    Optional<SchoolChoice> school,
    ZoneId zone,
    Set<Offering> services,
    String csrf) {

  /** Nobody in particular, in metropolitan France. */
  public static final Visitor ANONYMOUS =
      new Visitor(
          Optional.empty(),
          "",
          "",
          Set.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          ZoneId.of("Europe/Paris"),
          Set.of(),
          "");

  /** Whether somebody signed on. */
  public boolean known() {
    return account.isPresent();
  }

  /** Whether the person holds one of these roles. */
  public boolean hasAny(Set<String> wanted) {
    return wanted.stream().anyMatch(roles::contains);
  }

  /** Whether the person's authority runs a service. */
  public boolean runs(Offering service) {
    return services.contains(service);
  }

  /** Whether it runs canteen aid, for templates. */
  public boolean mealAid() {
    return runs(Offering.MEAL_AID);
  }

  /** Whether it lends devices, for templates. */
  public boolean lending() {
    return runs(Offering.LENDING);
  }

  /**
   * A school to switch to.
   *
   * @param uai its national identifier
   * @param name its name
   */
  public record SchoolChoice(String uai, String name) {}
}
