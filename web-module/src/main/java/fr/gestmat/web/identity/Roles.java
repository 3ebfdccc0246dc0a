package fr.gestmat.web.identity;

import fr.gestmat.access.Role;
import fr.gestmat.web.view.View;
import java.util.List;
import java.util.stream.Collectors;

/** Roles in the words of those who hold them. */
public final class Roles {

  private Roles() {}

  /** The role's name, with what it allows. */
  public static String what(View view, Role role) {
    return view.text("identity.role.what." + role.name());
  }

  /** Names of roles, one after the other. */
  public static String list(View view, List<Role> roles) {
    return roles.stream()
        .map(role -> view.text("identity.role." + role.name()))
        .collect(Collectors.joining(", "));
  }
}
