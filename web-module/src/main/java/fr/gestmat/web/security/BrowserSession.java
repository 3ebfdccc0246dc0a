package fr.gestmat.web.security;

import fr.gestmat.identity.boundary.Sessions;
import fr.gestmat.identity.boundary.SignedOn;
import fr.gestmat.web.view.Frame;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The session of the browser that makes this request, and how it begins and ends. */
@RequestScoped
public class BrowserSession {

  private static final int UNTIL_CLOSED = -1;
  private static final int YEAR = 365 * 24 * 3600;

  @Inject private HttpServletRequest request;
  @Inject private Sessions sessions;
  @Inject private Cookies cookies;
  @Inject private Frame frame;

  /** Who is signed on here, if anybody. */
  public Optional<SignedOn> signedOn() {
    return RequestIdentity.of(request).map(RequestIdentity::signedOn);
  }

  /** The secret of the session's cookie, if anybody is signed on. */
  public Optional<String> secret() {
    return RequestIdentity.of(request).flatMap(RequestIdentity::secret);
  }

  /**
   * Begins a session: the one before ends, so that a secret that somebody else planted or saw is
   * worth nothing.
   *
   * @param secret of the new session
   * @param wayIn key of a portal or {@link Cookies#BY_PASSWORD}, proposed first next time
   */
  public NewCookie[] begin(String secret, String wayIn) {
    cookies.value(request, Cookies.SESSION).ifPresent(sessions::end);
    return new NewCookie[] {
      cookies.set(request, Cookies.SESSION, secret, UNTIL_CLOSED),
      cookies.set(request, Cookies.WAY_IN, wayIn, YEAR)
    };
  }

  /**
   * A key for one purpose that only this session's cookie leads to: the server keeps no more than a
   * digest of it, so that once the session is over nobody can find the key again.
   *
   * @return absent if the caller is no browser
   */
  public Optional<String> key(String purpose) {
    return secret().map(secret -> ForgeryToken.seal(secret, purpose));
  }

  /** Ends the session on every server and in the browser. */
  public NewCookie[] end() {
    secret().ifPresent(sessions::end);
    return new NewCookie[] {cookies.drop(request, Cookies.SESSION)};
  }

  /** The way in that this browser took last. */
  public Optional<String> lastWayIn() {
    return cookies.value(request, Cookies.WAY_IN);
  }

  /** Seals a text so that only this browser can bring it back. */
  public Optional<String> seal(String text) {
    return browserSecret().map(secret -> ForgeryToken.seal(secret, text));
  }

  /** Whether this browser was given the seal for the text. */
  public boolean sealed(String text, String seal) {
    return seal(text).map(expected -> ForgeryToken.same(expected, seal)).orElse(false);
  }

  /**
   * Makes sure that the browser has a secret to seal with, and that forms of this page carry it.
   *
   * @return the cookie to set, if it had none
   */
  public NewCookie[] bind() {
    List<NewCookie> fresh = new ArrayList<>();
    if (browserSecret().isEmpty()) {
      String secret = ForgeryToken.newSecret();
      request.setAttribute(Cookies.BROWSER, secret);
      fresh.add(cookies.set(request, Cookies.BROWSER, secret, UNTIL_CLOSED));
    }
    if (!frame.visitor().known()) {
      browserSecret().ifPresent(secret -> frame.recognise(() -> IdentityFilter.anonymous(secret)));
    }
    return fresh.toArray(new NewCookie[0]);
  }

  private Optional<String> browserSecret() {
    return request.getAttribute(Cookies.BROWSER) instanceof String fresh
        ? Optional.of(fresh)
        : cookies.value(request, Cookies.BROWSER);
  }
}
