package fr.gestmat.web.mealaid.followup;

import fr.gestmat.mealaid.boundary.followup.FollowUps;
import fr.gestmat.mealaid.control.followup.Standing;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far a campaign is. */
@Path("aides/suivi")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class FollowUpResource {

  @Inject private FollowUps followUps;
  @Inject private View view;

  /**
   * The page.
   *
   * @param board what it shows; absent if no campaign is published
   * @param choice the field that chooses another campaign; absent if there is one only
   * @param sentence what one sees, in words
   * @param drawing the days; absent if nothing happened
   */
  public record BoardPage(
      Optional<FollowUps.Board> board,
      Optional<Field> choice,
      String sentence,
      Optional<DaysDrawing> drawing) {}

  /** The campaign of the address, or the latest. */
  @GET
  public Page show(@QueryParam("campagne") @DefaultValue("") String campaign) {
    Optional<UUID> wanted = id(campaign);
    Optional<FollowUps.Board> board = followUps.board(wanted);
    if (board.isEmpty() && wanted.isPresent()) {
      throw new NotFoundException();
    }
    return Page.of(
        "mealaid/followup/board.jte",
        new BoardPage(
            board,
            board.filter(one -> one.campaigns().size() > 1).map(this::choice),
            board.map(one -> sentence(one.figures().whole())).orElse(""),
            board
                .map(one -> one.figures().days())
                .filter(days -> !days.isEmpty())
                .map(DaysDrawing::of)));
  }

  private Field choice(FollowUps.Board board) {
    return Field.select(
            "campagne",
            view.text("followup.campaign"),
            board.campaigns().stream()
                .map(one -> new Field.Choice(one.id().toString(), one.name()))
                .toList())
        .value(board.campaign().id().toString())
        .mandatory();
  }

  private String sentence(Standing whole) {
    String counts =
        view.text(
            "followup.sentence",
            whole.received(),
            whole.complete(),
            whole.open(),
            whole.decided(),
            whole.granted(),
            whole.inShares()
                ? view.text("followup.share")
                : view.text("followup.year", view.format().amount(whole.amount())));
    return whole
        .delay()
        .map(days -> counts + " " + view.text("followup.sentence.delay", days))
        .orElse(counts);
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text.strip()));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }

  /** The share of a whole that a part takes, in hundredths; 0 of nothing. */
  public static long share(long part, List<Long> whole) {
    long all = whole.stream().mapToLong(Long::longValue).sum();
    return all == 0 ? 0 : part * 100 / all;
  }
}
