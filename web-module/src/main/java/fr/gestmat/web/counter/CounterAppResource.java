package fr.gestmat.web.counter;

import fr.gestmat.web.view.StaticCatalogue;
import fr.gestmat.web.view.View;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/**
 * The counter as an application of the browser: its manifest and its service worker. They are the
 * same for everybody, and a browser asks for them again when nobody is signed on any more.
 */
@Path("comptoir/application")
@RequestScoped
@PermitAll
public class CounterAppResource {

  /** Its scope is the counter and nothing else of the service. */
  private static final String SCOPE = "/comptoir";

  @Inject private View view;
  @Inject private StaticCatalogue files;

  /** What the browser runs to open the counter without network. */
  @GET
  @Path("travail.js")
  @Produces("text/javascript;charset=UTF-8")
  public Response worker() {
    return Response.ok(files.text("js/counter/worker.js"))
        .header("Service-Worker-Allowed", SCOPE)
        .header("Cache-Control", "no-cache")
        .build();
  }

  /** How the browser installs the counter. */
  @GET
  @Path("comptoir.webmanifest")
  @Produces("application/manifest+json")
  public Response manifest() {
    return Response.ok(
            Json.createObjectBuilder()
                .add("name", view.text("offline.app.name"))
                .add("short_name", view.text("counter.title"))
                .add("lang", view.language())
                .add("id", SCOPE)
                .add("start_url", SCOPE)
                .add("scope", SCOPE)
                .add("display", "standalone")
                .add("background_color", "#ffffff")
                .add("theme_color", "#1b4191")
                .add(
                    "icons",
                    Json.createArrayBuilder()
                        .add(icon("icon.svg", "any", "image/svg+xml"))
                        .add(icon("icon-192.png", "192x192", "image/png"))
                        .add(icon("icon-512.png", "512x512", "image/png")))
                .build()
                .toString())
        .header("Cache-Control", "no-cache")
        .build();
  }

  private JsonObjectBuilder icon(String file, String sizes, String type) {
    return Json.createObjectBuilder()
        .add("src", view.asset(file))
        .add("sizes", sizes)
        .add("type", type)
        .add("purpose", "any");
  }
}
