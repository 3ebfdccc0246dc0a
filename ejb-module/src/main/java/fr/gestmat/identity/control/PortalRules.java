package fr.gestmat.identity.control;

import fr.gestmat.identity.boundary.PortalForm;
import fr.gestmat.identity.boundary.PortalRefusal;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** How a portal may be described. */
public final class PortalRules {

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
  private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9._:-]{0,79}");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_ADDRESS = 400;

  private PortalRules() {}

  /** Everything that is wrong with a description, as far as it can be seen from itself. */
  public static Set<PortalRefusal> judge(PortalForm form) {
    Set<PortalRefusal> refusals = EnumSet.noneOf(PortalRefusal.class);
    if (!KEY.matcher(form.key()).matches()) {
      refusals.add(PortalRefusal.KEY);
    }
    if (form.name().isBlank() || form.name().length() > LONGEST_NAME) {
      refusals.add(PortalRefusal.NAME);
    }
    if (!isAddress(form.baseUrl())) {
      refusals.add(PortalRefusal.ADDRESS);
    }
    if (!ATTRIBUTE.matcher(form.personIdAttribute()).matches()) {
      refusals.add(PortalRefusal.ATTRIBUTE);
    }
    return refusals;
  }

  /** Tickets travel there: over https, or to this very machine where a portal is only simulated. */
  private static boolean isAddress(String text) {
    try {
      URI address = URI.create(text);
      String host = address.getHost();
      boolean secret =
          "https".equals(address.getScheme())
              || "http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(host));
      return secret
          && host != null
          && text.length() <= LONGEST_ADDRESS
          && address.getQuery() == null
          && address.getFragment() == null
          && address.getUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
