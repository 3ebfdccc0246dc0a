package fr.gestmat.lending.boundary.campaign;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.control.campaign.Campaign;
import fr.gestmat.lending.control.campaign.Campaign.State;
import fr.gestmat.lending.control.campaign.CampaignBoard;
import fr.gestmat.lending.control.campaign.CampaignCalls;
import fr.gestmat.lending.control.campaign.CampaignRows;
import fr.gestmat.lending.control.reminder.LoanFacts;
import fr.gestmat.reports.document.DocumentColumn;
import fr.gestmat.reports.document.DocumentHead;
import fr.gestmat.reports.document.Fact;
import fr.gestmat.reports.document.TableDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is printed of a return campaign. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER"})
public class CampaignPapers {

  /** Devices still out that a report names. */
  private static final int MOST = 5_000;

  @Inject private CurrentCaller caller;
  @Inject private CampaignRows rows;
  @Inject private CampaignBoard board;

  /**
   * Writes the poster of an open campaign: when each class comes.
   *
   * @param target the file to write; it appears complete or not at all
   * @return whether there is such a campaign for the caller
   */
  public boolean poster(UUID id, Path target) throws IOException {
    Optional<Campaign> campaign = find(id);
    if (campaign.isPresent()) {
      List<CampaignBoard.Figures> classes = board.classes(campaign.get());
      TableDocument.<CampaignBoard.Figures, IOException>write(
          target,
          head("Restitution du matériel", campaign.get()),
          List.of(
              new DocumentColumn<>("Classe", 20, CampaignPapers::name),
              new DocumentColumn<>(
                  "Jour et heure", 60, one -> one.calledAt().map(CampaignCalls::when).orElse("")),
              new DocumentColumn<>("Élèves attendus", 20, one -> "" + one.expected())),
          sink -> {
            for (CampaignBoard.Figures one : classes) {
              sink.accept(one);
            }
          },
          () ->
              List.of(
                  new Fact(
                      "À rapporter", "l'ordinateur et tous ses accessoires (chargeur, housse)")));
    }
    return campaign.isPresent();
  }

  /**
   * Writes how a campaign went: the figures, and what is still out.
   *
   * @param target the file to write; it appears complete or not at all
   * @return whether there is such a campaign for the caller
   */
  public boolean report(UUID id, Path target) throws IOException {
    Optional<Campaign> campaign = find(id);
    if (campaign.isPresent()) {
      CampaignBoard.Figures total = CampaignBoard.total(board.classes(campaign.get()));
      List<CampaignBoard.Remaining> remaining =
          board.remaining(campaign.get(), Optional.empty(), MOST);
      TableDocument.<CampaignBoard.Remaining, IOException>write(
          target,
          head("Bilan de la restitution", campaign.get()),
          List.of(
              new DocumentColumn<>("Classe", 15, CampaignBoard.Remaining::className),
              new DocumentColumn<>("Élève", 40, CampaignBoard.Remaining::pupilName),
              new DocumentColumn<>("Étiquette", 20, CampaignBoard.Remaining::assetTag),
              new DocumentColumn<>(
                  "Remarque",
                  35,
                  one -> one.expectedOf().map(who -> "était attendu de " + who).orElse(""))),
          sink -> {
            for (CampaignBoard.Remaining one : remaining) {
              sink.accept(one);
            }
          },
          () ->
              List.of(
                  new Fact("Attendus", "" + total.expected()),
                  new Fact("Rendus", "" + total.returned()),
                  new Fact("dont abîmés ou incomplets", "" + total.damaged()),
                  new Fact("Perdus, volés ou cédés", "" + total.gone()),
                  new Fact("Non rendus", "" + total.missing())));
    }
    return campaign.isPresent();
  }

  private static DocumentHead head(String title, Campaign campaign) {
    return new DocumentHead(
        title,
        List.of(
            new Fact("Établissement", campaign.schoolName()),
            new Fact("Campagne", campaign.plan().name()),
            new Fact("Lieu", campaign.plan().place()),
            new Fact("À partir du", LoanFacts.day(campaign.plan().startsOn()))),
        campaign.schoolName() + " – " + campaign.plan().name());
  }

  private static String name(CampaignBoard.Figures one) {
    return one.name().isEmpty() ? "Sans classe" : one.name();
  }

  private Optional<Campaign> find(UUID id) {
    return rows.find(caller.get().scope(Role.LOAN_MANAGER, Role.REGION_MANAGER), id)
        .filter(campaign -> campaign.state() != State.DRAFT);
  }
}
