package fr.gestmat.mealaid.control.scale;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.CampaignForms;
import fr.gestmat.mealaid.control.campaign.CampaignPart;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.scale.ScaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scale of a campaign: families see a campaign once there is one, and once its form asks what
 * the scale has to know. The next year begins with a draft of it.
 */
@ApplicationScoped
public class ScalePart implements CampaignPart {

  @Inject private ScaleBook book;
  @Inject private ScaleKeeping keeping;
  @Inject private CampaignForms forms;

  @Override
  public List<Refusal> missing(AidCampaign campaign) {
    Optional<ScaleVersion> latest = book.versions(campaign.id()).stream().findFirst();
    if (latest.isEmpty()) {
      return List.of(Refusal.of("scale", "scaleMissing"));
    }
    Set<Missing> asked = asked(forms.choice(campaign.id(), campaign.formVersion()).income());
    List<Refusal> reasons = new ArrayList<>();
    ScaleBook.scale(latest.get()).questions().stream()
        .filter(needed -> !asked.contains(needed))
        .forEach(needed -> reasons.add(Refusal.of("questions", "scaleAsks." + needed)));
    return reasons;
  }

  /**
   * What the form asks of what a scale may have to know: figures as the campaign chose, and by
   * itself every condition that the scale has.
   */
  private static Set<Missing> asked(FormChoice.Income income) {
    EnumSet<Missing> asked =
        EnumSet.of(Missing.CHILDREN, Missing.CHILD_RANK, Missing.WELFARE, Missing.SCHOLARSHIP);
    if (income != FormChoice.Income.TAX) {
      asked.add(Missing.FAMILY_QUOTIENT);
    }
    if (income != FormChoice.Income.QUOTIENT) {
      asked.add(Missing.TAX_INCOME);
      asked.add(Missing.TAX_SHARES);
    }
    return asked;
  }

  @Override
  public void copy(AidCampaign from, AidCampaign to, String by) {
    book.versions(from.id()).stream()
        .findFirst()
        .ifPresent(version -> keeping.copy(version, to, by));
  }
}
