package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** What is told of campaigns. */
@ApplicationScoped
public class CampaignJournal {

  @Inject private Journal journal;

  /** Tells it. */
  public void write(Caller who, String action, AidCampaign campaign, Map<String, String> detail) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    detail.forEach(json::add);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            action,
            "AID_CAMPAIGN",
            campaign.id(),
            null,
            detail.isEmpty() ? null : json.build().toString()));
  }
}
