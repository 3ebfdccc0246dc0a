package fr.gestmat.mealaid.boundary.letter;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.letter.LetterKind;
import fr.gestmat.mealaid.control.letter.LetterSample;
import fr.gestmat.mealaid.control.letter.LetterText;
import fr.gestmat.mealaid.control.letter.LetterTexts;
import fr.gestmat.mealaid.control.letter.LetterTexts.Version;
import fr.gestmat.mealaid.control.review.CampaignChoice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes and publishes the texts of a campaign's letters. */
@Stateless
@RolesAllowed("AID_MANAGER")
public class LetterEditing {

  @Inject private CurrentCaller caller;
  @Inject private CampaignChoice campaigns;
  @Inject private LetterTexts texts;
  @Inject private LetterSample sample;
  @Inject private Journal journal;

  /**
   * The texts of a campaign.
   *
   * @param campaign of which
   * @param campaigns those that can be chosen
   * @param versions all of them, by kind, the latest first
   */
  public record Overview(
      CampaignChoice.Choice campaign,
      List<CampaignChoice.Choice> campaigns,
      List<Version> versions) {

    /** What letters of a kind are made with now; empty while it is the usual text. */
    public Optional<Version> inForce(LetterKind kind) {
      return versions.stream()
          .filter(one -> one.kind() == kind && one.publishedAt().isPresent())
          .findFirst();
    }

    /** The draft of a kind. */
    public Optional<Version> draft(LetterKind kind) {
      return versions.stream()
          .filter(one -> one.kind() == kind && one.publishedAt().isEmpty())
          .findFirst();
    }
  }

  /**
   * The texts, of the campaign that is being prepared as well: the first decision may be an
   * automatic one.
   *
   * @param campaign which one; the latest published one if empty
   * @return empty if there is none, or none has this id
   */
  public Optional<Overview> overview(Optional<UUID> campaign) {
    long authority = caller.get().authorityId();
    return campaign
        .map(id -> campaigns.findPrepared(authority, id))
        .orElseGet(() -> campaigns.find(authority, Optional.empty()))
        .map(
            chosen ->
                new Overview(chosen, campaigns.withPrepared(authority), texts.all(chosen.key())));
  }

  /** Begins a draft with the text in force, or opens the one that is there. */
  public Optional<UUID> begin(UUID campaign, LetterKind kind) {
    Caller who = caller.get();
    return campaigns
        .findPrepared(who.authorityId(), campaign)
        .map(
            chosen ->
                texts.draft(
                    chosen.key(),
                    kind,
                    texts
                        .inForce(chosen.key(), kind)
                        .map(Version::text)
                        .orElseGet(() -> LetterText.usual(kind)),
                    who.name()));
  }

  /** A version. */
  public Optional<Version> find(UUID campaign, UUID id) {
    return campaigns
        .findPrepared(caller.get().authorityId(), campaign)
        .flatMap(chosen -> texts.find(chosen.key(), id));
  }

  /** Changes a draft; what is wrong is refused here, not at the first decision (M-A24). */
  public Optional<Answer<UUID>> change(UUID campaign, UUID id, int version, LetterText text) {
    Caller who = caller.get();
    return find(campaign, id)
        .map(
            found -> {
              List<Refusal> reasons = text.refusals();
              if (!reasons.isEmpty()) {
                return new Answer.Refused<>(reasons);
              }
              return texts.change(found, version, text, who.name())
                  ? new Answer.Done<>(id)
                  : stale(campaign, id);
            });
  }

  /** Publishes a draft: letters are made with it from now on, and it never changes. */
  public Optional<Answer<UUID>> publish(UUID campaign, UUID id, int version) {
    Caller who = caller.get();
    return find(campaign, id)
        .map(
            found -> {
              List<Refusal> reasons = found.text().refusals();
              if (!reasons.isEmpty()) {
                return new Answer.Refused<>(reasons);
              }
              if (!texts.publish(found, version, who.name())) {
                return stale(campaign, id);
              }
              journal.write(
                  new JournalEvent(
                      who.authorityId(),
                      null,
                      who.accountId(),
                      who.name(),
                      "AID_LETTER_TEXT_PUBLISHED",
                      "AID_LETTER_TEXT",
                      found.key(),
                      null,
                      Json.createObjectBuilder()
                          .add("kind", found.kind().name())
                          .add("number", found.number())
                          .build()
                          .toString()));
              return new Answer.Done<>(id);
            });
  }

  /** A version as a letter to an invented family. */
  public Optional<byte[]> preview(UUID campaign, UUID id) throws IOException {
    Optional<Version> version = find(campaign, id);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        sample.of(caller.get().authorityId(), version.get().kind(), version.get().text()).toPdf());
  }

  private Answer<UUID> stale(UUID campaign, UUID id) {
    Version now = find(campaign, id).orElseThrow();
    return new Answer.Stale<>(
        Optional.of(now.savedBy()), Optional.of(now.savedAt()), now.version());
  }
}
