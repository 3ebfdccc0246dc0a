package fr.gestmat.web.lending.api;

import fr.gestmat.lending.boundary.offline.OfflineDesks;
import fr.gestmat.lending.boundary.offline.OfflineDesks.Standing;
import fr.gestmat.lending.control.offline.DeskData;
import fr.gestmat.lending.control.offline.Played;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the counter of a browser exchanges to go on without network. Not a part of the published
 * API: both ends are released together.
 */
@Path("api/v1/offline")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER"})
@Produces(MediaType.APPLICATION_JSON)
public class OfflineApi {

  @EJB private OfflineDesks desks;
  @Inject private BrowserSession browser;
  @Inject private View view;

  /** The key of this session for what the browser keeps; a token has no browser. */
  @GET
  @Path("key")
  public Response key() {
    String key = browser.key("offline-desk").orElseThrow(NotFoundException::new);
    return json(ApiJson.object(json -> json.write("key", key)));
  }

  /**
   * What a desk takes along.
   *
   * @param school UAI of its school
   * @param desk its id
   */
  @GET
  @Path("list")
  public Response list(@QueryParam("school") String school, @QueryParam("desk") UUID desk) {
    if (school == null || desk == null) {
      throw new MalformedBodyException("missing", school == null ? "school" : "desk");
    }
    DeskData list = desks.list(school, desk).orElseThrow(NotFoundException::new);
    return json(ApiJson.object(json -> OfflineBody.write(json, list)));
  }

  /** A desk is there and holds nothing back. */
  @POST
  @Path("heard")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response heard(InputStream body) throws IOException {
    ApiBody said = read(body);
    return standing(desks.heard(said.text("school", 16), said.id("desk")));
  }

  /** A desk wiped its list. */
  @POST
  @Path("left")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response left(InputStream body) throws IOException {
    ApiBody said = read(body);
    return standing(desks.leave(said.text("school", 16), said.id("desk")));
  }

  /** A desk brings back what it did. */
  @POST
  @Path("operations")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response handIn(InputStream body) throws IOException {
    ApiBody said = read(body);
    return standing(
        desks.handIn(
            said.text("school", 16),
            said.id("desk"),
            said.instant("deskNow"),
            OfflineBody.operations(said)));
  }

  /** What became of operations; their list is too long for an address. */
  @POST
  @Path("results")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response results(InputStream body) throws IOException {
    List<Played> played = desks.mine(OfflineBody.scans(read(body)));
    OfflineTexts texts = new OfflineTexts(view);
    ScanTexts scans = new ScanTexts(view);
    return json(
        ApiJson.object(
            json -> {
              json.writeStartArray("operations");
              played.forEach(one -> OfflineBody.write(json, one, texts, scans));
              json.writeEnd();
            }));
  }

  private Response standing(Optional<Standing> standing) {
    Standing found = standing.orElseThrow(NotFoundException::new);
    OfflineTexts texts = new OfflineTexts(view);
    return json(ApiJson.object(json -> OfflineBody.write(json, found, texts)));
  }

  private static ApiBody read(InputStream body) throws IOException {
    return ApiBody.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
  }

  private static Response json(String text) {
    return Response.ok(text).header("Cache-Control", "no-store").build();
  }
}
