package fr.gestmat.mealaid.boundary.visa;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.mealaid.control.review.CampaignChoice;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.visa.VisaBook;
import fr.gestmat.mealaid.control.visa.VisaBook.ClassLine;
import fr.gestmat.mealaid.control.visa.VisaBook.Line;
import fr.gestmat.mealaid.control.visa.VisaGiving;
import fr.gestmat.mealaid.control.visa.VisaRule;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The visa of a school: its bursary says class by class how the children eat there. Who works for
 * the authority sees the same and changes nothing.
 */
@Stateless
@RolesAllowed({"BURSAR", "AID_OFFICER", "AID_MANAGER"})
public class Visas {

  private static final Role[] READERS = {Role.BURSAR, Role.AID_OFFICER, Role.AID_MANAGER};

  @Inject private CurrentCaller caller;
  @Inject private CampaignChoice campaigns;
  @Inject private VisaBook book;
  @Inject private VisaGiving giving;

  /**
   * The classes that have applications.
   *
   * @param campaign of which campaign; absent if none is published
   * @param campaigns those that can be chosen
   * @param classes by school and name
   */
  public record Overview(
      Optional<CampaignChoice.Choice> campaign,
      List<CampaignChoice.Choice> campaigns,
      List<ClassLine> classes) {}

  /**
   * The applications of a class.
   *
   * @param campaign of which campaign
   * @param lines by name
   * @param mayChange whether the caller gives visas here
   */
  public record Roll(CampaignChoice.Choice campaign, List<Line> lines, boolean mayChange) {}

  /** The classes that the caller sees. */
  public Overview overview(Optional<UUID> campaign) {
    Caller who = caller.get();
    Optional<CampaignChoice.Choice> chosen = campaigns.find(who.authorityId(), campaign);
    return new Overview(
        chosen,
        campaigns.all(who.authorityId()),
        chosen.map(one -> book.classes(readable(who), one.key())).orElse(List.of()));
  }

  /** A class of a school; empty if there is no campaign. */
  public Optional<Roll> roll(Optional<UUID> campaign, String uai, String className) {
    Caller who = caller.get();
    return campaigns
        .find(who.authorityId(), campaign)
        .map(
            chosen ->
                new Roll(
                    chosen,
                    book.lines(readable(who), chosen.key(), uai, className),
                    who.holds(Role.BURSAR)));
  }

  /**
   * Gives a visa.
   *
   * @param version what was looked at
   * @return empty if the caller's schools have no such application
   */
  @RolesAllowed("BURSAR")
  public Optional<Answer<AidApplication>> give(UUID application, int version, VisaRule.Said said) {
    Caller who = caller.get();
    return book.covers(writable(who), application)
        ? giving.give(Hand.school(who), application, version, said)
        : Optional.empty();
  }

  /** Takes the visa that stands back. */
  @RolesAllowed("BURSAR")
  public Optional<Answer<AidApplication>> undo(UUID application, int version) {
    Caller who = caller.get();
    return book.covers(writable(who), application)
        ? giving.undo(Hand.school(who), application, version)
        : Optional.empty();
  }

  private static Scope readable(Caller who) {
    return who.scope(READERS);
  }

  private static Scope writable(Caller who) {
    return who.scope(Role.BURSAR);
  }
}
