package fr.gestmat.web.mealaid.statement;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.statement.StatementMaking;
import fr.gestmat.mealaid.boundary.statement.Statements.Wanted;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import fr.gestmat.web.security.OpenTo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Where statements are computed: a school's at once, those of all schools in the background. */
@Path("etats/calculs")
@RequestScoped
@OpenTo("AID_MANAGER")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class StatementOrderResource {

  @Inject private StatementMaking making;
  @Inject private StatementSentences sentences;

  /** Computes. */
  @POST
  public Response order(MultivaluedMap<String, String> values) {
    UUID campaign =
        StatementAddress.id(StatementAddress.text(values, "campagne"))
            .orElseThrow(NotFoundException::new);
    int term =
        StatementAddress.term(StatementAddress.text(values, "trimestre"))
            .orElseThrow(NotFoundException::new);
    StatementKind kind =
        StatementAddress.text(values, "nature").equals(StatementKind.CORRECTION.name())
            ? StatementKind.CORRECTION
            : StatementKind.REGULAR;
    String school = StatementAddress.text(values, "etablissement");
    if (school.isEmpty()) {
      UUID task = making.computeAll(campaign, term, kind).orElseThrow(NotFoundException::new);
      return Response.seeOther(URI.create("/taches/" + task)).build();
    }
    Answer<UUID> answer =
        making.compute(campaign, school, term, kind).orElseThrow(NotFoundException::new);
    sentences.say(answer, "statement.computed");
    return Response.seeOther(
            URI.create(
                answer instanceof Answer.Done<UUID> done
                    ? StatementAddress.HERE + "/" + done.value()
                    : StatementAddress.of(
                        campaign,
                        term,
                        new Wanted(
                            Optional.of(campaign),
                            Optional.of(term),
                            Optional.empty(),
                            "",
                            Optional.empty()),
                        Optional.empty())))
        .build();
  }
}
