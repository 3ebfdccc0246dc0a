package fr.gestmat.mealaid.control.scale;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.scale.BracketRow;
import fr.gestmat.mealaid.entity.scale.ScaleDraft;
import fr.gestmat.mealaid.entity.scale.ScaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes drafts of scales, and publishes them. */
@ApplicationScoped
public class ScaleKeeping {

  @PersistenceContext private EntityManager entities;
  @Inject private ScaleBook book;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** Begins a draft; with the brackets of a version if one is given, which stays as it is. */
  public ScaleDraft begin(
      Caller who, AidCampaign campaign, Optional<ScaleVersion> model, Optional<LocalDate> start) {
    ScaleDraft draft = draft(campaign, model, start, who.name());
    say(who, campaign, "AID_SCALE_BEGUN", draft.brackets());
    return draft;
  }

  /** Begins the draft of a campaign that was just copied: as the version, a year later (M-F18). */
  void copy(ScaleVersion version, AidCampaign to, String by) {
    draft(to, Optional.of(version), Optional.of(version.startsOn().plusYears(1)), by);
  }

  private ScaleDraft draft(
      AidCampaign campaign, Optional<ScaleVersion> model, Optional<LocalDate> start, String by) {
    ScaleDraft draft = new ScaleDraft(campaign, by, clock.instant());
    start.ifPresent(draft::start);
    model.ifPresent(
        version -> {
          draft.describe(version.kind(), version.unit(), version.style(), version.monthly());
          Scale scale = ScaleBook.scale(version);
          TypedScale copied =
              new TypedScale(
                  version.kind(),
                  version.unit(),
                  version.style(),
                  version.monthly(),
                  start,
                  scale.brackets().stream().map(TypedBracket::of).toList());
          draft.write(copied.json(), by, clock.instant());
        });
    entities.persist(draft);
    entities.flush();
    return draft;
  }

  /** Keeps what was typed. */
  public void write(Caller who, AidCampaign campaign, ScaleDraft draft, TypedScale typed) {
    draft.describe(typed.kind(), typed.unit(), typed.style(), typed.monthly());
    draft.start(typed.startsOn().orElse(null));
    draft.write(typed.json(), who.name(), clock.instant());
    entities.flush();
    say(who, campaign, "AID_SCALE_WRITTEN", draft.brackets());
  }

  /** Throws a draft away. */
  public void drop(Caller who, AidCampaign campaign, ScaleDraft draft) {
    say(who, campaign, "AID_SCALE_DROPPED", draft.brackets());
    entities.remove(draft);
    entities.flush();
  }

  /**
   * Publishes a draft that the checks allow: it replaces every bracket of the versions before.
   *
   * @param confirmed keys of the findings that the caller confirmed
   */
  public ScaleVersion publish(
      Caller who,
      AidCampaign campaign,
      ScaleDraft draft,
      Scale scale,
      Collection<String> confirmed) {
    int number =
        book.versions(campaign.id()).stream().mapToInt(ScaleVersion::number).max().orElse(0) + 1;
    List<BracketRow> rows = new ArrayList<>();
    for (int i = 0; i < scale.brackets().size(); i++) {
      rows.add(ScaleBook.row(i, scale.brackets().get(i)));
    }
    JsonArrayBuilder keys = Json.createArrayBuilder();
    confirmed.forEach(keys::add);
    String text = keys.build().toString();
    ScaleVersion version =
        new ScaleVersion(
            campaign, draft, number, rows, text, who.accountId(), who.name(), clock.instant());
    entities.persist(version);
    say(who, campaign, "AID_SCALE_PUBLISHED", draft.brackets());
    entities.remove(draft);
    entities.flush();
    return version;
  }

  private void say(Caller who, AidCampaign campaign, String action, String brackets) {
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
            brackets));
  }
}
