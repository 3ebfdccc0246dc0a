package fr.gestmat.mealaid.boundary.scale;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.control.scale.Finding;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.ScaleBook;
import fr.gestmat.mealaid.control.scale.ScaleKeeping;
import fr.gestmat.mealaid.control.scale.TypedScale;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.scale.ScaleDraft;
import fr.gestmat.mealaid.entity.scale.ScaleVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The scales of an authority's campaigns: write a draft, look at what the checks see, publish. What
 * is published never changes; the next version replaces it whole.
 */
@Stateless
@RolesAllowed("AID_MANAGER")
public class Scales {

  private static final int MOST_LINES = 500;

  @Inject private CurrentCaller caller;
  @Inject private ScaleBook book;
  @Inject private ScaleKeeping keeping;

  /**
   * A campaign, as headings say it.
   *
   * @param id public id
   * @param name its name
   * @param schoolYear the year in which its school year begins
   */
  public record Campaign(UUID id, String name, int schoolYear) {}

  /**
   * A published version.
   *
   * @param number 1 for the first
   * @param startsOn the day from which it holds
   * @param publishedAt when it was published
   * @param publishedBy who did
   * @param scale its rules
   */
  public record Version(
      int number, LocalDate startsOn, Instant publishedAt, String publishedBy, Scale scale) {}

  /**
   * A draft.
   *
   * @param version grows with each change
   * @param changedAt when somebody wrote it last
   * @param changedBy who did
   * @param typed what it says
   * @param unreadable what can't be read in it
   * @param findings what checks see, once all can be read
   */
  public record Draft(
      int version,
      Instant changedAt,
      String changedBy,
      TypedScale typed,
      List<TypedScale.Unreadable> unreadable,
      List<Finding> findings) {}

  /**
   * The scales of a campaign.
   *
   * @param campaign which
   * @param versions what was published, the latest first
   * @param draft the next version, if somebody writes one
   * @param lastYear whether the campaign that this one was copied from has a scale to begin with
   */
  public record Overview(
      Campaign campaign, List<Version> versions, Optional<Draft> draft, boolean lastYear) {}

  /** The scales of a campaign; empty if there is no such campaign for the caller. */
  public Optional<Overview> overview(UUID campaign) {
    return find(campaign)
        .map(
            one ->
                new Overview(
                    said(one),
                    book.versions(one.id()).stream().map(Scales::said).toList(),
                    book.draft(one.id()).map(Scales::said),
                    lastYear(one).isPresent()));
  }

  /**
   * Begins a draft: empty, or as the last version of this campaign or of the one that it was copied
   * from, a year later (M-F18).
   *
   * @param copied whether to begin with a copy
   */
  public Optional<Answer<Integer>> begin(UUID campaign, boolean copied) {
    Caller who = caller.get();
    return find(campaign)
        .map(
            one -> {
              if (book.draft(one.id()).isPresent()) {
                return Answer.refused(Refusal.of("draft", "draftThere"));
              }
              Optional<ScaleVersion> own = book.versions(one.id()).stream().findFirst();
              Optional<ScaleVersion> model = copied ? own.or(() -> lastYear(one)) : own;
              Optional<LocalDate> start =
                  own.isPresent()
                      ? Optional.empty()
                      : lastYear(one).map(version -> version.startsOn().plusYears(1));
              return new Answer.Done<>(
                  keeping.begin(who, one, copied ? model : Optional.empty(), start).version());
            });
  }

  /** Keeps what was typed, readable or not. */
  public Optional<Answer<Integer>> write(UUID campaign, int version, TypedScale typed) {
    return change(
        campaign,
        version,
        (one, draft) -> {
          if (typed.lines().size() > MOST_LINES) {
            return Answer.refused(Refusal.of("lines", "tooManyLines", MOST_LINES));
          }
          keeping.write(caller.get(), one, draft, typed);
          return new Answer.Done<>(draft.version());
        });
  }

  /** Throws a draft away. */
  public Optional<Answer<Integer>> drop(UUID campaign, int version) {
    return change(
        campaign,
        version,
        (one, draft) -> {
          keeping.drop(caller.get(), one, draft);
          return new Answer.Done<>(version);
        });
  }

  /**
   * Publishes the draft, if nothing stands against it.
   *
   * @param confirmed keys of the findings that the caller says are meant; kept with the caller's
   *     name
   * @return the number of the version
   */
  public Optional<Answer<Integer>> publish(UUID campaign, int version, Set<String> confirmed) {
    return change(
        campaign,
        version,
        (one, draft) -> {
          TypedScale typed = ScaleBook.typed(draft);
          Optional<Scale> scale = typed.scale();
          List<Refusal> reasons = refusals(typed, scale, confirmed);
          if (!reasons.isEmpty() || scale.isEmpty()) {
            return new Answer.Refused<>(reasons);
          }
          Set<String> seen =
              typed.findings().stream().map(Finding::key).collect(Collectors.toSet());
          return new Answer.Done<>(
              keeping
                  .publish(
                      caller.get(),
                      one,
                      draft,
                      scale.get(),
                      confirmed.stream().filter(seen::contains).sorted().toList())
                  .number());
        });
  }

  private static List<Refusal> refusals(
      TypedScale typed, Optional<Scale> scale, Set<String> confirmed) {
    if (scale.isEmpty()) {
      return List.of(Refusal.of("lines", "linesUnreadable", typed.unreadable().size()));
    }
    List<Refusal> reasons = new ArrayList<>();
    long errors = typed.findings().stream().filter(Finding::isError).count();
    if (errors > 0) {
      reasons.add(Refusal.of("lines", "findingsLeft", errors));
    }
    long open =
        typed.findings().stream()
            .filter(finding -> !finding.isError() && !confirmed.contains(finding.key()))
            .count();
    if (open > 0) {
      reasons.add(Refusal.of("confirm0", "notConfirmed", open));
    }
    return reasons;
  }

  private interface Change {
    Answer<Integer> make(AidCampaign campaign, ScaleDraft draft);
  }

  private Optional<Answer<Integer>> change(UUID campaign, int version, Change change) {
    Optional<AidCampaign> one = find(campaign);
    @Nullable ScaleDraft draft = one.flatMap(c -> book.draftToChange(c.id())).orElse(null);
    if (one.isEmpty() || draft == null) {
      return Optional.empty();
    }
    if (draft.version() != version) {
      return Optional.of(
          new Answer.Stale<>(
              Optional.of(draft.changedBy()), Optional.of(draft.changedAt()), draft.version()));
    }
    return Optional.of(change.make(one.get(), draft));
  }

  private Optional<ScaleVersion> lastYear(AidCampaign campaign) {
    return Optional.ofNullable(campaign.copiedFromId())
        .flatMap(id -> book.versions(id).stream().findFirst());
  }

  private Optional<AidCampaign> find(UUID campaign) {
    Caller who = caller.get();
    return who.scope(Role.AID_MANAGER).wholeAuthority()
        ? book.campaign(who.authorityId(), campaign)
        : Optional.empty();
  }

  private static Campaign said(AidCampaign campaign) {
    return new Campaign(campaign.publicId(), campaign.name(), campaign.schoolYear());
  }

  private static Version said(ScaleVersion version) {
    return new Version(
        version.number(),
        version.startsOn(),
        version.publishedAt(),
        version.publishedBy(),
        ScaleBook.scale(version));
  }

  private static Draft said(ScaleDraft draft) {
    TypedScale typed = ScaleBook.typed(draft);
    return new Draft(
        draft.version(),
        draft.changedAt(),
        draft.changedBy(),
        typed,
        typed.unreadable(),
        typed.findings());
  }
}
