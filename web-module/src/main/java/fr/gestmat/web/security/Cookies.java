package fr.gestmat.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.util.Arrays;
import java.util.Optional;

/**
 * Our cookies: out of reach of scripts, sent with navigation but not with what other sites post,
 * and, over https, bound to this very host by the prefix {@code __Host-}.
 */
@ApplicationScoped
public class Cookies {

  /** Holds the secret of the session. */
  static final String SESSION = "gestmat";

  /** Holds a secret of the browser from before anybody signed on, which binds a sign-on to it. */
  static final String BROWSER = "navigateur";

  /** Holds the way in that was taken last: the key of a portal, or {@link #BY_PASSWORD}. */
  static final String WAY_IN = "entree";

  /** The way in of local accounts. */
  static final String BY_PASSWORD = "-";

  @Inject private PublicAddress address;

  /** For the container, which says the address. */
  public Cookies() {}

  Cookies(PublicAddress address) {
    this.address = address;
  }

  /** The value that the browser sent. */
  Optional<String> value(HttpServletRequest request, String name) {
    Cookie[] all = request.getCookies();
    if (all == null) {
      return Optional.empty();
    }
    String full = name(request, name);
    return Arrays.stream(all)
        .filter(cookie -> cookie.getName().equals(full))
        .map(Cookie::getValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** A cookie that lasts for {@code seconds}, or until the browser closes if negative. */
  NewCookie set(HttpServletRequest request, String name, String value, int seconds) {
    return new NewCookie.Builder(name(request, name))
        .value(value)
        .path("/")
        .maxAge(seconds < 0 ? NewCookie.DEFAULT_MAX_AGE : seconds)
        .httpOnly(true)
        .secure(address.secure(request))
        .sameSite(SameSite.LAX)
        .build();
  }

  /** Makes the browser forget a cookie. */
  NewCookie drop(HttpServletRequest request, String name) {
    return set(request, name, "", 0);
  }

  private String name(HttpServletRequest request, String name) {
    return address.secure(request) ? "__Host-" + name : name;
  }
}
