package fr.gestmat.web.home;

import fr.gestmat.lending.boundary.overview.Overview;
import fr.gestmat.lending.boundary.overview.Overview.LateSchool;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.web.home.Shares.Share;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The home page of somebody who signed on.
 *
 * @param overview how lending stands here; absent for who has nothing to do with lending
 * @param school code of the one school that it is about; absent for all of them
 * @param desk whether the visitor may open the counter here
 * @param stock whether the visitor may receive deliveries
 * @param aid what waits in canteen aid; absent for who has no part in it
 * @param campaign how far the latest campaign of canteen aid is, for who runs it
 * @param sources what is wrong with the token of official sources, for who looks after it
 */
public record HomePage(
    Optional<Overview> overview,
    Optional<String> school,
    boolean desk,
    boolean stock,
    Optional<List<Matter>> aid,
    Optional<CampaignPicture> campaign,
    Optional<String> sources) {

  /**
   * Something that waits for somebody.
   *
   * @param text the key of its sentence, which says the count
   * @param count how many
   * @param path where to do it
   */
  public record Matter(String text, long count, String path) {}

  /** The key of what the service is for somebody: their own part of it, if they have one part. */
  public String lead(Visitor visitor) {
    boolean one = overview.isPresent() != aid.isPresent();
    boolean lending = one ? overview.isPresent() : visitor.lending();
    boolean mealAid = one ? aid.isPresent() : visitor.mealAid();
    return mealAid ? (lending ? "home.lead.both" : "home.lead.aid") : "home.lead";
  }

  /** What waits for somebody in lending, the most pressing first. */
  public List<Matter> matters() {
    List<Matter> matters = new ArrayList<>();
    overview.ifPresent(
        now -> {
          matters.add(new Matter("home.matter.late", now.late(), loans("LATE")));
          matters.add(new Matter("home.matter.toReturn", now.toReturn(), loans("TO_RETURN")));
          matters.add(
              new Matter(
                  "home.matter.toCheck",
                  now.in(DeviceState.TO_CHECK),
                  devices(DeviceState.TO_CHECK)));
          matters.add(
              new Matter("home.matter.arriving", now.arriving(), devices(DeviceState.IN_TRANSIT)));
          matters.add(
              new Matter(
                  "home.matter.expected",
                  now.in(DeviceState.EXPECTED),
                  devices(DeviceState.EXPECTED)));
        });
    matters.removeIf(matter -> matter.count() == 0);
    return matters;
  }

  /** Where the late loans of a school are listed. */
  public String late(LateSchool school) {
    return "/prets?prets=LATE&etablissement=" + school.uai();
  }

  /** How much of the longest bar a school takes, in percent. */
  public String width(LateSchool school) {
    long most = overview.orElseThrow().latest().get(0).late();
    return Shares.percent(school.late(), most);
  }

  /** The devices in a few parts, the largest meaning first. */
  public List<Share> shares() {
    return overview
        .map(
            now -> {
              Shares all = new Shares("home.share.", now.devices());
              share(all, now, Tone.NEUTRAL, "lent", DeviceState.ON_LOAN);
              share(all, now, Tone.OK, "ready", DeviceState.IN_STOCK);
              share(all, now, Tone.WARNING, "care", DeviceState.TO_CHECK, DeviceState.IN_REPAIR);
              share(all, now, Tone.WAITING, "coming", DeviceState.EXPECTED, DeviceState.IN_TRANSIT);
              share(all, now, Tone.REFUSED, "gone", DeviceState.LOST, DeviceState.STOLEN);
              return all.drawn();
            })
        .orElse(List.of());
  }

  private static void share(
      Shares all, Overview now, Tone tone, String name, DeviceState... states) {
    all.add(name, tone, now.in(states), devices(states));
  }

  private static String devices(DeviceState... states) {
    StringBuilder path = new StringBuilder("/materiels");
    for (DeviceState state : states) {
      path.append(path.indexOf("?") < 0 ? '?' : '&').append("etat=").append(state);
    }
    return path.toString();
  }

  private String loans(String kind) {
    return "/prets?prets=" + kind + school.map(uai -> "&etablissement=" + uai).orElse("");
  }
}
