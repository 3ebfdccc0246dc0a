package fr.gestmat.web.home;

import fr.gestmat.mealaid.boundary.appeal.Appeals;
import fr.gestmat.mealaid.boundary.review.WorkLists;
import fr.gestmat.mealaid.boundary.statement.Statements;
import fr.gestmat.mealaid.boundary.visa.Visas;
import fr.gestmat.mealaid.control.visa.VisaBook.ClassLine;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.statement.StatementState;
import fr.gestmat.web.home.HomePage.Matter;
import fr.gestmat.web.view.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What waits in the latest campaign of canteen aid for the person who looks. */
@RequestScoped
public class AidMatters {

  private static final Set<String> OFFICERS = Set.of("AID_OFFICER", "AID_MANAGER");
  private static final Set<String> BURSAR = Set.of("BURSAR");

  @Inject private WorkLists work;
  @Inject private Appeals appeals;
  @Inject private Visas visas;
  @Inject private Statements statements;

  /** The most pressing first, nothing of which there is none; absent for who has no part in it. */
  Optional<List<Matter>> of(Visitor visitor) {
    boolean officer = visitor.hasAny(OFFICERS);
    boolean bursar = visitor.hasAny(BURSAR);
    if (!visitor.mealAid() || !(officer || bursar)) {
      return Optional.empty();
    }
    List<Matter> matters = new ArrayList<>();
    if (officer) {
      work.waiting().ifPresent(waiting -> officer(matters, waiting));
      matters.add(new Matter("home.aid.appeals", appeals.open().size(), "/dossiers/recours"));
    }
    if (bursar) {
      long open =
          visas.overview(Optional.empty()).classes().stream().mapToLong(ClassLine::open).sum();
      matters.add(new Matter("home.aid.visas", open, "/visas"));
      matters.add(new Matter("home.aid.statements", drafts(), "/etats"));
    }
    matters.removeIf(matter -> matter.count() == 0);
    return Optional.of(matters);
  }

  private static void officer(List<Matter> matters, WorkLists.Waiting waiting) {
    matters.add(
        new Matter(
            "home.aid.mine",
            waiting.mine().submitted() + waiting.mine().inReview(),
            "/dossiers?agent=moi&etat=TOUS"));
    matters.add(
        new Matter(
            "home.aid.submitted",
            waiting.counts().getOrDefault(ApplicationState.SUBMITTED, 0L),
            "/dossiers"));
    matters.add(
        new Matter(
            "home.aid.toComplete",
            waiting.counts().getOrDefault(ApplicationState.TO_COMPLETE, 0L),
            "/dossiers?etat=TO_COMPLETE"));
  }

  private long drafts() {
    return statements
        .overview(
            new Statements.Wanted(
                Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty()))
        .map(term -> term.of(StatementState.DRAFT).count())
        .orElse(0L);
  }
}
