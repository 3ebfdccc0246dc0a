package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.campaign.CampaignSetup;
import fr.gestmat.mealaid.boundary.campaign.Campaigns;
import fr.gestmat.mealaid.boundary.review.WorkLists;
import fr.gestmat.mealaid.control.decision.Gap;
import fr.gestmat.mealaid.control.review.AnnotationBook.Asked;
import fr.gestmat.mealaid.control.review.AnnotationBook.Wanted;
import fr.gestmat.mealaid.control.review.Annotations.Kind;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an application still waits for, who has what in hand, and what officers note. */
class AidOfficerInContainerIT extends AidReviewTest {

  @Inject private WorkLists lists;
  @Inject private CampaignSetup setups;
  @Inject private Campaigns campaigns;

  private <T> T manager(Callable<T> work) throws Exception {
    return acting.as(town.as(town.ada, Role.AID_MANAGER), Role.AID_MANAGER, work);
  }

  private List<String> gaps(File file) throws Exception {
    return ada(() -> reviews.file(file.id()).orElseThrow()).gaps().stream()
        .map(gap -> gap.rule() + ":" + gap.code())
        .toList();
  }

  @Test
  void an_officer_sees_what_each_open_rule_waits_for() throws Exception {
    File whole = town.submitted("Awa");
    assertThat(gaps(whole)).isEmpty();

    File file = town.submitted("Sami", null, "SUBMITTED");
    town.run(
        "insert into aid_rule (campaign_id, code, active, overridable, parameters) values"
            + " (?, 'MEALS', true, true, '{\"least\":4,\"healthExcepted\":true}'),"
            + " (?, 'GRADE', true, false, '{\"first\":\"SIXTH\",\"last\":\"THIRD\"}')",
        town.campaign,
        town.campaign);
    town.run(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory) values"
            + " (?, 'EVERYBODY', 'TAX_NOTICE', true), (?, 'EVERYBODY', 'FAMILY_RECORD', true),"
            + " (?, 'EVERYBODY', 'SCHOOL_CERTIFICATE', false)",
        town.campaign,
        town.campaign,
        town.campaign);
    town.run(
        "update aid_application set meals_a_week = null, residence_postal_code = null,"
            + " complete_at = null where id = ?",
        file.key());
    assertThat(gaps(file))
        .containsExactlyInAnyOrder(
            "MEALS:ANSWER.MEALS",
            "MEALS:VISA.MEALS",
            "GRADE:CHILD.LEVEL",
            "RESIDENCE:ANSWER.RESIDENCE",
            "INCOME:ANSWER.FAMILY_QUOTIENT",
            "INCOME:DOCUMENT.TAX_NOTICE",
            ":DOCUMENT.FAMILY_RECORD");
    assertThat(Gap.Way.VISA.isAskedOfTheFamily()).isFalse();
  }

  @Test
  @DisplayName(
      "M-H05 whoever has no right is refused before anything is read, changed or journaled")
  void asked_before_anything_is_read() throws Exception {
    File file = town.submitted("Awa");
    long idle = StatementCount.selects(database, () -> null);
    assertThat(refusedAfter(() -> reviews.file(file.id()))).as("read").isEqualTo(idle);
    assertThat(refusedAfter(() -> reviews.take(file.id(), 0))).as("changed").isEqualTo(idle);
    assertThat(refusedAfter(() -> decisions.decide(file.id(), 0, GRANT)))
        .as("decided")
        .isEqualTo(idle);

    Caller elsewhere = ReviewTown.found(database).as(town.ada);
    assertThat(acting.as(elsewhere, Role.AID_OFFICER, () -> reviews.file(file.id()))).isEmpty();
    assertThat(acting.as(elsewhere, Role.AID_OFFICER, () -> reviews.take(file.id(), 0))).isEmpty();
    assertThat(town.state(file)).isEqualTo("SUBMITTED");
    assertThat(
            town.value("select count(*) from journal_entry where authority_id = ?", town.authority))
        .isEqualTo("0");
  }

  /** How many rows were read before a bursar of the school was refused what only officers may. */
  private long refusedAfter(Callable<?> work) throws Exception {
    return StatementCount.selects(
        database,
        () -> {
          Assertions.assertThatThrownBy(
                  () -> acting.as(town.bursar(town.here), Role.BURSAR, work::call))
              .isInstanceOf(EJBAccessException.class);
          return null;
        });
  }

  @Test
  @DisplayName("M-H06 what somebody has in hand is counted by state and given to another")
  void loads() throws Exception {
    for (int i = 0; i < 3; i++) {
      town.submitted("Enfant" + i);
    }
    File first = inReview("Awa");
    File second = inReview("Sami");
    WorkLists.Loads before = bruno(() -> lists.loads(Optional.empty()).orElseThrow());
    assertThat(before.waiting().submitted()).isEqualTo(3);
    assertThat(before.loads())
        .extracting(load -> load.name() + " " + load.hand())
        .containsExactly(
            "Ada Martin Hands[submitted=0, inReview=2, toComplete=0]",
            "Bruno Petit Hands[submitted=0, inReview=0, toComplete=0]");

    List<UUID> oldest =
        bruno(
            () ->
                lists.inHand(
                    Optional.empty(),
                    Optional.of(town.ada.id()),
                    List.of(ApplicationState.IN_REVIEW),
                    1));
    assertThat(oldest).containsExactly(first.id());
    done(
        bruno(
            () ->
                reviews
                    .assignAsItStands(oldest.get(0), Optional.of(town.bruno.id()))
                    .orElseThrow()));
    WorkLists.Loads after = bruno(() -> lists.loads(Optional.empty()).orElseThrow());
    assertThat(after.loads()).extracting(load -> load.open()).containsExactly(1L, 1L);
    assertThat(town.events(second)).containsExactly("TAKE");
    assertThat(
            bruno(
                () ->
                    lists.inHand(
                        Optional.empty(),
                        Optional.of(UUID.randomUUID()),
                        List.of(ApplicationState.IN_REVIEW),
                        10)))
        .as("nobody's name is nobody's pile")
        .isEmpty();
    long few = StatementCount.selects(database, () -> bruno(() -> lists.loads(Optional.empty())));
    town.person("Chloé Roux", "AID_OFFICER");
    town.submitted("Encore");
    assertThat(StatementCount.selects(database, () -> bruno(() -> lists.loads(Optional.empty()))))
        .isEqualTo(few);
  }

  @Test
  @DisplayName("M-A13 a manager says what officers note; what was noted is counted and stays")
  void annotations() throws Exception {
    UUID campaign =
        UUID.fromString(
            town.value("select public_id from aid_campaign where id = ?", town.campaign));
    assertThat(manager(() -> setups.annotations(campaign).orElseThrow())).isEmpty();
    done(
        annotate(
            campaign,
            new Wanted("", "Situation vérifiée", Kind.YES_NO, true),
            new Wanted("", "Remarque", Kind.TEXT, false)));
    assertThat(asked(campaign)).containsExactly("N1 YES_NO true 0 0", "N2 TEXT false 0 0");

    File yes = inReview("Awa");
    File no = inReview("Sami");
    note(yes, "true");
    note(no, "false");
    assertThat(asked(campaign)).containsExactly("N1 YES_NO true 2 1", "N2 TEXT false 0 0");
    assertThat(codes(annotate(campaign, new Wanted("N2", "Remarque", Kind.TEXT, false))))
        .containsExactly("annotationNoted");
    assertThat(
            codes(
                annotate(
                    campaign,
                    new Wanted("N1", " ", Kind.TEXT, false),
                    new Wanted("N2", "x".repeat(121), Kind.TEXT, false))))
        .containsExactly("annotationUnnamed", "annotationTooLong");
    done(annotate(campaign, new Wanted("N1", "Vérifiée", Kind.TEXT, false)));
    assertThat(asked(campaign))
        .as("what was noted keeps its kind; what was not goes")
        .containsExactly("N1 YES_NO false 2 1");

    UUID copy = made(manager(() -> campaigns.copy(campaign, "Aide 2027").orElseThrow()));
    assertThat(asked(copy)).containsExactly("N1 YES_NO false 0 0");
    Assertions.assertThatThrownBy(() -> ada(() -> setups.annotations(campaign)))
        .isInstanceOf(EJBAccessException.class);
  }

  private void note(File file, String value) throws Exception {
    int version = town.version(file);
    done(ada(() -> reviews.annotate(file.id(), version, Map.of("N1", value)).orElseThrow()));
  }

  private Answer<UUID> annotate(UUID campaign, Wanted... wanted) throws Exception {
    int version =
        Integer.parseInt(
            town.value("select version from aid_campaign where id = ?", town.campaign));
    return manager(() -> setups.annotate(campaign, version, List.of(wanted)).orElseThrow());
  }

  private List<String> asked(UUID campaign) throws Exception {
    return manager(() -> setups.annotations(campaign).orElseThrow()).stream()
        .map(AidOfficerInContainerIT::said)
        .toList();
  }

  private static String said(Asked one) {
    return String.join(
        " ",
        one.code(),
        one.kind().name(),
        String.valueOf(one.mandatory()),
        String.valueOf(one.noted()),
        String.valueOf(one.yes()));
  }

  private static UUID made(Answer<UUID> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<UUID>) answer).value();
  }
}
