package fr.gestmat.mealaid.boundary.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.mealaid.control.application.PutAwayDrafts;
import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.notice.boundary.Told;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Drafts of families that stand in the way of what an officer types. Officers learn that there is
 * one and whose, never what it says; they can put it away with a reason that the family reads.
 */
@Stateless
@RolesAllowed("AID_OFFICER")
public class FamilyDrafts {

  private static final String SELECT =
      """
      select a.public_id, a.child_given_name, a.child_family_name, a.applicant_name,
        a.applicant_email is not null has_address, c.name campaign, a.created_at,
        coalesce(a.draft_saved_at, a.created_at) touched_at, a.version, p.public_id pupil
      from aid_application a join aid_campaign c on c.id = a.campaign_id
        left join pupil p on p.id = a.pupil_id
      where a.state = 'DRAFT' and a.origin = 'FAMILY'
      """;

  @Inject private CurrentCaller caller;
  @Inject private AidRows rows;
  @Inject private PutAwayDrafts drafts;

  /**
   * A draft.
   *
   * @param id public id
   * @param child the child's name
   * @param applicant who began it
   * @param hasAddress whether that one can be mailed
   * @param campaign name of the campaign
   * @param begunAt when it was begun
   * @param touchedAt when something was typed last
   * @param version what is looked at
   * @param pupil public id of the child in the directory, if somebody confirmed who it is
   */
  public record Draft(
      UUID id,
      String child,
      String applicant,
      boolean hasAddress,
      String campaign,
      Instant begunAt,
      Instant touchedAt,
      int version,
      Optional<UUID> pupil) {}

  /** The drafts of families for a pupil, the latest campaign first. */
  public List<Draft> of(UUID pupil) {
    return rows.list(
        Sql.of(SELECT)
            .add("and a.authority_id = ?", caller.get().authorityId())
            .add("and p.public_id = ? order by c.opens_on desc, a.id limit 20", pupil),
        FamilyDrafts::draft);
  }

  /** One of them; empty if it is no draft of a family of the authority. */
  public Optional<Draft> find(UUID id) {
    return rows.first(
        Sql.of(SELECT)
            .add("and a.authority_id = ?", caller.get().authorityId())
            .add("and a.public_id = ?", id),
        FamilyDrafts::draft);
  }

  /**
   * Puts one away for good.
   *
   * @param version what was looked at; who typed since is named
   * @param reason why; the family reads it
   * @return whether the family is told by mail; empty if it never was a family's draft
   */
  public Optional<Answer<Told>> putAway(UUID id, int version, String reason) {
    return drafts.putAway(Hand.officer(caller.get()), id, version, reason);
  }

  private static Draft draft(AidRow row) throws SQLException {
    return new Draft(
        row.id("public_id"),
        row.text("child_given_name") + " " + row.text("child_family_name"),
        row.text("applicant_name"),
        row.yes("has_address"),
        row.text("campaign"),
        row.instant("created_at"),
        row.instant("touched_at"),
        (int) row.number("version"),
        row.maybeId("pupil"));
  }
}
