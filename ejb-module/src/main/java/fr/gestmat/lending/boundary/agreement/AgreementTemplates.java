package fr.gestmat.lending.boundary.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.agreement.AgreementContent;
import fr.gestmat.lending.control.agreement.AgreementPreview;
import fr.gestmat.lending.control.agreement.AgreementTexts;
import fr.gestmat.lending.control.agreement.AgreementTexts.Version;
import fr.gestmat.lending.control.agreement.TextRule;
import fr.gestmat.lending.control.query.Today;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writing the texts of agreements, for the whole authority. A draft changes until it is published;
 * a published version never does: to change it, a new draft is begun from it.
 */
@Stateless
@RolesAllowed({"REGION_MANAGER", "ADMIN"})
public class AgreementTemplates {

  @Inject private CurrentCaller caller;
  @Inject private AgreementTexts texts;
  @Inject private AgreementPreview preview;
  @Inject private Today today;
  @Inject private Journal journal;

  /** All versions of all texts. */
  public List<Version> all() {
    return texts.all(caller.get().authorityId());
  }

  /** A version. */
  public Optional<Version> find(UUID id) {
    return texts.find(caller.get().authorityId(), id);
  }

  /** Keeps a new draft; refused if its name has one already. */
  public Answer<UUID> create(TextRule.Typed text) {
    List<Refusal> reasons = new ArrayList<>(TextRule.refusals(text));
    boolean drafted = all().stream().anyMatch(v -> !v.published() && isNamed(v, text.name()));
    if (drafted) {
      reasons.add(Refusal.of("nom", "draftThere"));
    }
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    UUID id = texts.create(caller.get(), text);
    texts
        .find(caller.get().authorityId(), id)
        .ifPresent(v -> write(v, LendingAction.AGREEMENT_TEXT_SAVED));
    return new Answer.Done<>(id);
  }

  private static boolean isNamed(Version version, String name) {
    return version.text().name().equalsIgnoreCase(name);
  }

  /**
   * Changes a draft.
   *
   * @param version of the draft as the form had it
   * @return empty if there is no such draft: a published version cannot be changed
   */
  public Optional<Answer<UUID>> change(UUID id, int version, TextRule.Typed typed) {
    Optional<Version> draft = find(id).filter(v -> !v.published());
    return draft.map(
        found -> {
          TextRule.Typed text =
              new TextRule.Typed(found.text().name(), typed.title(), typed.body(), typed.note());
          List<Refusal> reasons = TextRule.refusals(text);
          if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
          }
          if (!texts.change(caller.get(), id, version, text)) {
            return new Answer.Stale<>(
                Optional.of(found.savedBy()), Optional.of(found.savedAt()), found.version());
          }
          write(found, LendingAction.AGREEMENT_TEXT_SAVED);
          return new Answer.Done<>(id);
        });
  }

  /**
   * Publishes a draft as it was last seen.
   *
   * @return empty if there is no such draft
   */
  public Optional<Answer<UUID>> publish(UUID id, int version) {
    return find(id)
        .filter(v -> !v.published())
        .map(
            draft -> {
              if (draft.version() != version || !texts.publish(caller.get(), draft)) {
                return new Answer.Stale<>(
                    Optional.of(draft.savedBy()), Optional.of(draft.savedAt()), draft.version());
              }
              write(draft, LendingAction.AGREEMENT_TEXT_PUBLISHED);
              return new Answer.Done<>(id);
            });
  }

  /**
   * A text as it will read for a pupil.
   *
   * @param name the pupil's names; empty for anybody who holds a device
   */
  public Optional<AgreementContent> preview(TextRule.Typed text, String name) {
    long authority = caller.get().authorityId();
    return preview.of(authority, text, name, today.in(authority));
  }

  private void write(Version version, LendingAction action) {
    Caller who = caller.get();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            action.name(),
            "AGREEMENT_TEXT",
            version.key(),
            null,
            Json.createObjectBuilder()
                .add("name", version.text().name())
                .add("number", version.number())
                .build()
                .toString()));
  }
}
