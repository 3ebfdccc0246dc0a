package fr.gestmat.web.home;

import fr.gestmat.mealaid.boundary.followup.FollowUps;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.home.Shares.Share;
import fr.gestmat.web.view.Tone;
import java.util.List;

/**
 * Where the applications of the latest campaign stand.
 *
 * @param name the campaign's
 * @param received how many were sent
 * @param decided of those, granted, refused or closed
 * @param shares those that an answer was given to or is awaited for, by where they stand; what was
 *     closed or taken back is the rest
 */
public record CampaignPicture(String name, long received, long decided, List<Share> shares) {

  static CampaignPicture of(FollowUps.Summary summary) {
    long received = summary.counts().values().stream().mapToLong(Long::longValue).sum();
    Shares all = new Shares("home.campaign.", received);
    add(all, summary, "granted", Tone.OK, ApplicationState.GRANTED);
    add(all, summary, "refused", Tone.REFUSED, ApplicationState.REFUSED);
    add(all, summary, "review", Tone.NEUTRAL, ApplicationState.IN_REVIEW);
    add(all, summary, "submitted", Tone.WARNING, ApplicationState.SUBMITTED);
    add(all, summary, "toComplete", Tone.WAITING, ApplicationState.TO_COMPLETE);
    return new CampaignPicture(
        summary.campaign().name(),
        received,
        count(summary, ApplicationState.GRANTED)
            + count(summary, ApplicationState.REFUSED)
            + count(summary, ApplicationState.CLOSED),
        all.drawn());
  }

  private static void add(
      Shares all, FollowUps.Summary summary, String name, Tone tone, ApplicationState state) {
    all.add(name, tone, count(summary, state), "/dossiers?etat=" + state);
  }

  private static long count(FollowUps.Summary summary, ApplicationState state) {
    return summary.counts().getOrDefault(state, 0L);
  }
}
