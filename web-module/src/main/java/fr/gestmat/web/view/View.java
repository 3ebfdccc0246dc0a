package fr.gestmat.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What every template can ask for: texts, formats, the visitor, static files. */
@RequestScoped
public class View {

  static final String LANGUAGE_COOKIE = "langue";

  @Inject private HttpServletRequest request;
  @Inject private Frame frame;
  @Inject private Flash flash;
  @Inject private StaticCatalogue files;

  /** The sentence of a key, see {@link Texts#text}. */
  public String text(String key, Object... values) {
    return Texts.in(locale()).text(key, values);
  }

  /** Whether there is a sentence for a key that is made of data. */
  public boolean knows(String key) {
    return Texts.in(locale()).has(key);
  }

  /** The sentences that a script of the page says, see {@link Texts#startingWith}. */
  public Map<String, String> sentences(String prefix) {
    return Texts.in(locale()).startingWith(prefix);
  }

  /** Dates, times, numbers and amounts in the visitor's language and the authority's time zone. */
  public Formats format() {
    return new Formats(locale(), visitor().zone());
  }

  /** Who looks at the page. */
  public Visitor visitor() {
    return frame.visitor();
  }

  /** Every place that the visitor may go to. */
  public List<NavigationEntry> places() {
    return NavigationEntry.of(visitor());
  }

  /** The places that the header leads to, which are few. */
  public List<NavigationEntry> menu() {
    return NavigationEntry.menu(visitor());
  }

  /** The message that the previous request left for this page; said once. */
  public Optional<Flash.Message> message() {
    return flash.take();
  }

  /**
   * The address of a static file, which changes with the content of any of them, so that browsers
   * may keep it for ever.
   *
   * @param path below {@code src/main/webapp/static}, e.g. {@code "css/gestmat.css"}
   */
  public String asset(String path) {
    return files.address(path);
  }

  /** {@code fr} or {@code en}. */
  public String language() {
    return locale().getLanguage();
  }

  /** The path of this page, without its query. */
  public String path() {
    return request.getRequestURI();
  }

  /** The version of the product that serves this page. */
  public String version() {
    return Release.VERSION;
  }

  /** The number under which this request is found in the log. */
  public String requestId() {
    return RequestIds.of(request);
  }

  /** French, unless the visitor chose English here or in the browser. */
  Locale locale() {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(LANGUAGE_COOKIE)) {
          return cookie.getValue().equals("en") ? Locale.UK : Locale.FRANCE;
        }
      }
    }
    String accepted = request.getHeader("Accept-Language");
    return accepted != null && request.getLocale().getLanguage().equals("en")
        ? Locale.UK
        : Locale.FRANCE;
  }
}
