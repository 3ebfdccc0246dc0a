package fr.gestmat.web.agreement;

import fr.gestmat.lending.boundary.agreement.AgreementPrinting;
import fr.gestmat.lending.boundary.agreement.AgreementPrinting.Ordered;
import fr.gestmat.lending.control.agreement.AgreementOrder;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Prints the agreements of a school, a class or a selection into one file. */
@Path("conventions/impression")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class AgreementPrintResource {

  @Inject private AgreementPrinting printing;
  @Inject private AgreementSchool schools;
  @Inject private View view;
  @Inject private Flash flash;

  /** The file, or where it is being made. */
  @POST
  public Response print(
      @FormParam("etablissement") @DefaultValue("") String uai,
      @FormParam("classe") @DefaultValue("") String classId,
      @FormParam("convention") List<String> selection,
      @FormParam("recu") @DefaultValue("false") boolean receipts)
      throws IOException {
    List<UUID> ids =
        selection.stream()
            .limit(AgreementOrder.SELECTION)
            .flatMap(text -> IssueResource.id(text).stream())
            .toList();
    Optional<Choices.School> school = schools.of(schools.all(), uai);
    Ordered ordered =
        ids.isEmpty() && school.isEmpty()
            ? new Ordered.Nothing()
            : printing.order(
                new AgreementOrder(
                    ids, school.map(Choices.School::key), IssueResource.id(classId), receipts));
    if (ordered instanceof Ordered.Ready ready) {
      return to("/fichiers/" + ready.file());
    }
    if (ordered instanceof Ordered.Working working) {
      return to("/taches/" + working.task());
    }
    flash.refuse(
        ordered instanceof Ordered.TooMany many
            ? view.text("agreement.print.tooMany", many.agreements(), AgreementOrder.MOST)
            : view.text("agreement.print.nothing"));
    return to("/conventions?etablissement=" + school.map(Choices.School::uai).orElse(""));
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
