package fr.gestmat.web.view;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A page to show: a template and what it shows. A resource method returns it as it is (status 200),
 * or {@link #status(int) with another status}; {@link PageWriter} renders it.
 *
 * @param template path below {@code src/main/jte}, e.g. {@code "directory/school.jte"}; it declares
 *     {@code @param View view} and {@code @param <type> model}
 * @param model what the template shows, usually a record
 */
public record Page(String template, Object model) {

  /** The media type of every page. */
  public static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  /** A page with something to show. */
  public static Page of(String template, Object model) {
    return new Page(template, model);
  }

  /** A page that always says the same; its template declares {@code @param View view} only. */
  public static Page of(String template) {
    return new Page(template, NOTHING);
  }

  /** This page with a status other than 200, e.g. 422 for a form that is shown again. */
  public Response status(int status) {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.status(status).entity(this).type(HTML).cacheControl(never).build();
  }

  static final Object NOTHING = new Object();
}
