package fr.gestmat.mealaid.boundary.statement;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.mealaid.control.statement.StatementBook;
import fr.gestmat.mealaid.control.statement.StatementBook.After;
import fr.gestmat.mealaid.control.statement.StatementBook.Missing;
import fr.gestmat.mealaid.control.statement.StatementBook.Sum;
import fr.gestmat.mealaid.control.statement.StatementDay;
import fr.gestmat.mealaid.control.statement.StatementDifference;
import fr.gestmat.mealaid.control.statement.StatementFacts;
import fr.gestmat.mealaid.control.statement.StatementFilter;
import fr.gestmat.mealaid.control.statement.StatementRows;
import fr.gestmat.mealaid.control.statement.StatementSums;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import fr.gestmat.mealaid.entity.statement.AidStatementLine;
import fr.gestmat.mealaid.entity.statement.LineKind;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import fr.gestmat.mealaid.entity.statement.StatementState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Statements to be looked at: all of the authority for who runs the aid, those of the own school
 * for its bursary.
 */
@Stateless
@RolesAllowed({"AID_MANAGER", "BURSAR"})
public class Statements {

  private static final Role[] READERS = {Role.AID_MANAGER, Role.BURSAR};

  @Inject private CurrentCaller caller;
  @Inject private StatementBook book;
  @Inject private StatementRows rows;
  @Inject private StatementFacts facts;
  @Inject private StatementDay day;

  /**
   * What a list asks for.
   *
   * @param campaign public id of the campaign; the latest if empty
   * @param term 1 to 3; the latest that has begun if empty
   * @param state only statements of this state
   * @param school a part of a school's name, or its UAI
   * @param after where the list goes on
   */
  public record Wanted(
      Optional<UUID> campaign,
      Optional<Integer> term,
      Optional<StatementState> state,
      String school,
      Optional<After> after) {}

  /**
   * A campaign to choose.
   *
   * @param id public id
   * @param name what people call it
   */
  public record Campaign(UUID id, String name) {}

  /**
   * The statements of a term.
   *
   * @param campaigns to choose from, the latest first
   * @param campaign the chosen one
   * @param term the chosen term, 1 to 3
   * @param statements those of this page, by school
   * @param next where the list goes on
   * @param sums added up by state, all pages together
   * @param missing schools without a statement; only for who runs the aid
   * @param withoutSchool granted applications that name no school; likewise
   * @param manages whether the caller runs the aid
   */
  public record Overview(
      List<Campaign> campaigns,
      Campaign campaign,
      int term,
      List<AidStatement> statements,
      Optional<After> next,
      Map<StatementState, Sum> sums,
      List<Missing> missing,
      long withoutSchool,
      boolean manages) {

    /** All states together. */
    public Sum all() {
      return sums.values().stream().reduce(Sum.NOTHING, Sum::plus);
    }

    /** One state. */
    public Sum of(StatementState state) {
      return sums.getOrDefault(state, Sum.NOTHING);
    }
  }

  /**
   * A statement with its lines.
   *
   * @param statement the statement
   * @param campaign its campaign
   * @param lines its lines in order
   * @param byKind its lines added up by what they are for
   * @param before the final statement of the school before it; none beside a correction
   * @param differences what differs from that one, child by child
   * @param outdated whether another statement of the school became final since it was computed
   * @param manages whether the caller runs the aid
   */
  public record Card(
      AidStatement statement,
      Campaign campaign,
      List<AidStatementLine> lines,
      Map<LineKind, StatementSums.Sum> byKind,
      Optional<AidStatement> before,
      List<StatementDifference.Child> differences,
      boolean outdated,
      boolean manages) {}

  /** The statements of a term; empty as long as the authority has no campaign that is published. */
  public Optional<Overview> overview(Wanted wanted) {
    Caller who = caller.get();
    List<AidCampaign> campaigns = book.campaigns(who.authorityId());
    Optional<AidCampaign> chosen =
        wanted.campaign().isPresent()
            ? campaigns.stream()
                .filter(c -> c.publicId().equals(wanted.campaign().get()))
                .findFirst()
            : campaigns.stream().findFirst();
    return chosen.map(campaign -> overview(wanted, campaigns, campaign));
  }

  private Overview overview(Wanted wanted, List<AidCampaign> campaigns, AidCampaign campaign) {
    Scope scope = caller.get().scope(READERS);
    boolean manages = manages();
    int term = wanted.term().orElseGet(() -> begun(campaign));
    StatementFilter filter =
        new StatementFilter(campaign.id(), term, wanted.state(), wanted.school());
    List<AidStatement> found = book.page(scope, filter, wanted.after());
    List<AidStatement> shown = found.stream().limit(StatementBook.PAGE).toList();
    return new Overview(
        campaigns.stream().map(Statements::named).toList(),
        named(campaign),
        term,
        shown,
        found.size() > shown.size()
            ? Optional.of(shown.get(shown.size() - 1)).map(s -> new After(s.schoolName(), s.id()))
            : Optional.empty(),
        book.sums(scope, filter),
        manages ? book.missing(campaign.id(), term) : List.of(),
        manages ? facts.withoutSchool(campaign.id()) : 0,
        manages);
  }

  /** The latest term that has begun. */
  private int begun(AidCampaign campaign) {
    LocalDate today = LocalDate.ofInstant(day.now(), day.zone(campaign.authorityId()));
    return campaign.terms().stream()
        .filter(term -> !term.startsOn().isAfter(today))
        .mapToInt(Term::number)
        .max()
        .orElse(1);
  }

  /** A statement; empty if there is none for the caller. */
  public Optional<Card> find(UUID id) {
    return book.find(caller.get().scope(READERS), id).map(this::card);
  }

  private Card card(AidStatement statement) {
    List<AidStatementLine> lines = rows.lines(statement.id());
    List<StatedLine> stated = lines.stream().map(AidStatementLine::stated).toList();
    // A correction holds what changed and nothing else: beside it, everybody would seem to be gone.
    Optional<AidStatement> before =
        statement.kind() == StatementKind.REGULAR ? rows.before(statement) : Optional.empty();
    return new Card(
        statement,
        named(book.campaignOf(statement)),
        lines,
        StatementSums.by(stated, StatedLine::kind),
        before,
        before
            .map(old -> StatementDifference.between(rows.stated(old.id()), stated))
            .orElse(List.of()),
        statement.state() != StatementState.FINAL && rows.isOutdated(statement),
        manages());
  }

  private boolean manages() {
    return caller.get().scope(Role.AID_MANAGER).wholeAuthority();
  }

  private static Campaign named(AidCampaign campaign) {
    return new Campaign(campaign.publicId(), campaign.name());
  }
}
