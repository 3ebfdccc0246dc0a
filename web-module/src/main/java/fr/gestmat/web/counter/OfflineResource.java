package fr.gestmat.web.counter;

import fr.gestmat.lending.boundary.desk.DeskClass;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.StaticCatalogue;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a browser keeps of the counter to open it without network: its page and its files. */
@Path("comptoir/poste")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER"})
public class OfflineResource {

  @Inject private View view;
  @Inject private StaticCatalogue files;
  @Inject private Clock clock;

  /** The page that opens without network: the counter, without any pupil or class. */
  @GET
  @Produces(Page.HTML)
  public Page page() {
    return Page.of(
        "counter/counter.jte",
        new CounterPage(
            view.visitor().school().orElseThrow(NotFoundException::new),
            "",
            List.<DeskClass>of(),
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            CounterTexts.json(view),
            clock.instant(),
            true));
  }

  /** The addresses of all files that the counter needs. */
  @GET
  @Path("fichiers")
  @Produces(MediaType.APPLICATION_JSON)
  public String addresses() {
    JsonArrayBuilder addresses = Json.createArrayBuilder();
    Stream.of("css/gestmat.css", "css/counter.css", "font/", "icon", "js/counter/", "vendor/zxing/")
        .flatMap(beginning -> files.addresses(beginning).stream())
        .forEach(addresses::add);
    return addresses.build().toString();
  }
}
