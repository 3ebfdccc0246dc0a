package fr.gestmat.mealaid.control.letter;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.campaign.CampaignPart;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The letters of a campaign. Nothing is ever missing: a kind without a published text is written
 * with the usual one. The next year begins with drafts of what was published.
 */
@ApplicationScoped
public class LetterPart implements CampaignPart {

  @Inject private LetterTexts texts;

  @Override
  public List<Refusal> missing(AidCampaign campaign) {
    return List.of();
  }

  @Override
  public void copy(AidCampaign from, AidCampaign to, String by) {
    for (LetterKind kind : LetterKind.values()) {
      texts
          .inForce(from.id(), kind)
          .ifPresent(version -> texts.draft(to.id(), kind, version.text(), by));
    }
  }
}
