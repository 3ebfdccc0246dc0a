package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.PersonalExport;
import fr.gestmat.lending.boundary.stock.Downloads;
import fr.gestmat.mealaid.boundary.export.ApplicationExport;
import fr.gestmat.mealaid.boundary.export.ApplicationExport.Ordered;
import fr.gestmat.mealaid.boundary.followup.FollowUps;
import fr.gestmat.mealaid.control.export.AidOrder;
import fr.gestmat.mealaid.control.followup.FollowUpRows;
import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How far a campaign is, and what leaves the product. */
class AidFollowUpInContainerIT extends AidReviewTest {

  /** Roles, campaign, campaigns, schools, decisions, received, decided, and the zone. */
  private static final long STATEMENTS = 10;

  @Inject private FollowUps followUps;
  @Inject private ApplicationExport exports;
  @Inject private Downloads lending;
  @Inject private PersonalExport personal;

  private FollowUpRows.Figures figures() throws Exception {
    return ada(() -> followUps.board(Optional.empty()).orElseThrow()).figures();
  }

  private AidOrder everything() throws Exception {
    UUID campaign =
        UUID.fromString(
            town.value("select public_id from aid_campaign where id = ?", town.campaign));
    return new AidOrder(campaign, WorkFilter.ALL);
  }

  private String journaled(String action) throws Exception {
    return town.value(
        "select count(*) from journal_entry where authority_id = ? and action = ?",
        town.authority,
        action);
  }

  @Test
  void the_board_adds_up_in_a_fixed_number_of_statements() throws Exception {
    assertThat(figures().whole().received()).isZero();
    assertThat(figures().days()).isEmpty();
    File granted = inReview("Awa");
    done(decide(granted, GRANT));
    town.submitted("Binta");
    long few = StatementCount.selects(database, this::figures);
    for (int i = 0; i < 30; i++) {
      town.submitted("Enfant " + i);
    }
    assertThat(StatementCount.selects(database, this::figures)).isLessThanOrEqualTo(few);
    assertThat(few).isLessThanOrEqualTo(STATEMENTS);
    FollowUpRows.Figures all = figures();
    assertThat(all.whole().received()).isEqualTo(32);
    assertThat(all.whole().open()).isEqualTo(31);
    assertThat(all.whole().granted()).isEqualTo(1);
    assertThat(all.whole().delay()).contains(0);
    assertThat(all.schools()).hasSize(1);
    assertThat(all.days()).isNotEmpty();
    FollowUps.Summary summary = ada(() -> followUps.latest().orElseThrow());
    assertThat(summary.counts())
        .as("the home page draws the same")
        .isEqualTo(Map.of(ApplicationState.SUBMITTED, 31L, ApplicationState.GRANTED, 1L));
  }

  @Test
  @DisplayName("M-I17, M-I22 an export is its owner's, asked again when it is taken, and journaled")
  void exports() throws Exception {
    town.submitted("=cmd()");
    AidOrder order = everything();
    Ordered ordered = ada(() -> exports.order(order).orElseThrow());
    assertThat(ordered).isInstanceOf(Ordered.Ready.class);
    UUID file = ((Ordered.Ready) ordered).file();
    assertThat(bruno(() -> exports.take(file))).isEmpty();
    byte[] workbook =
        ada(
            () -> {
              try (var in = exports.take(file).orElseThrow().content()) {
                return in.readAllBytes();
              }
            });
    assertThat(new String(workbook, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    assertThat(
            acting.as(
                town.as(town.ada, Role.REGION_MANAGER),
                Role.REGION_MANAGER,
                () -> lending.open(file)))
        .as("not where files of the lending service are taken away, whatever else its owner may do")
        .isEmpty();
    assertThat(journaled("AID_EXPORTED")).isEqualTo("1");
    assertThat(journaled("AID_EXPORT_DOWNLOADED")).isEqualTo("1");
    ReviewTown other = ReviewTown.found(database);
    assertThat(acting.as(other.as(other.ada), Role.AID_OFFICER, () -> exports.order(order)))
        .isEmpty();
  }

  @Test
  void a_person_gets_their_own_and_nothing_else() throws Exception {
    town.submitted("Awa");
    PersonalExport.Made made =
        acting.as(
            town.as(town.bruno, Role.ADMIN),
            Role.ADMIN,
            () -> personal.make(PersonalExport.Kind.ACCOUNT, town.parent.id()).orElseThrow());
    try (ZipFile zip = new ZipFile(made.content().toFile())) {
      String data =
          new String(
              zip.getInputStream(zip.getEntry("donnees.json")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(data).contains("Fatou Diallo", "Awa", "quotient familial");
      assertThat(data).doesNotContain("Ada Martin");
    } finally {
      Files.deleteIfExists(made.content());
    }
    assertThat(journaled("PERSONAL_DATA_EXPORTED")).isEqualTo("1");
    assertThat(
            acting.as(
                town.as(town.bruno, Role.ADMIN),
                Role.ADMIN,
                () -> personal.find(PersonalExport.Kind.PUPIL, town.parent.id())))
        .isEmpty();
  }
}
