package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.entity.AidCampaign;
import java.util.List;

/**
 * Something that belongs to a campaign and is kept by its own part of the product: settings, scale,
 * letters. Implemented as CDI beans; a campaign that is published asks all of them, one that is
 * copied takes all of them along.
 */
public interface CampaignPart {

  /** What is missing before families may see the campaign; the screens have a sentence for each. */
  List<Refusal> missing(AidCampaign campaign);

  /**
   * Copies what there is to a campaign that was just made. Runs in the caller's transaction.
   *
   * @param from the campaign of before
   * @param to the new one
   * @param by who copies, for people
   */
  void copy(AidCampaign from, AidCampaign to, String by);
}
