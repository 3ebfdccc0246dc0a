package fr.gestmat.mealaid.control.review;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.campaign.CampaignPart;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.Annotations.Kind;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the officers of a campaign are asked to note, and how often they did. */
@ApplicationScoped
public class AnnotationBook implements CampaignPart {

  /** Longest name, in characters. */
  public static final int LONGEST = 120;

  @Inject private AidRows rows;

  /**
   * Something that officers note.
   *
   * @param code its stable name
   * @param label its name for people
   * @param kind what it may be
   * @param mandatory whether nothing is granted without it
   * @param noted how many applications have it
   * @param yes of these, how many say yes; 0 for other kinds
   */
  public record Asked(
      String code, String label, Kind kind, boolean mandatory, long noted, long yes) {}

  /**
   * What somebody wants officers to note.
   *
   * @param code of one that is there; empty for a new one
   * @param label its name for people
   * @param kind what it may be; that of one which was noted stays what it is
   * @param mandatory whether nothing is granted without it
   */
  public record Wanted(String code, String label, Kind kind, boolean mandatory) {}

  /** All of a campaign, in order. */
  public List<Asked> of(long campaign) {
    return rows.list(
        Sql.of("select a.code, a.label, a.kind, a.mandatory,")
            .add("(select count(*) from aid_annotation_value v where v.campaign_id = a.campaign_id")
            .add("and v.code = a.code) noted,")
            .add("(select count(*) from aid_annotation_value v where v.campaign_id = a.campaign_id")
            .add("and v.code = a.code and v.value = 'true' and a.kind = 'YES_NO') yes")
            .add("from aid_annotation a where a.campaign_id = ?", campaign)
            .add("order by a.position, a.code limit ?", Annotations.MOST),
        row ->
            new Asked(
                row.text("code"),
                row.text("label"),
                row.one("kind", Kind.class),
                row.yes("mandatory"),
                row.number("noted"),
                row.number("yes")));
  }

  /**
   * Asks for these from now on, in this order; what is not among them is asked no more, unless it
   * was noted already. Needs a transaction that holds the campaign.
   *
   * @return what is wrong, at the number of its line from 1; empty if it was kept
   */
  public List<Refusal> keep(long campaign, List<Wanted> wanted) {
    List<Asked> before = of(campaign);
    List<Refusal> wrong = refusals(before, wanted);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    Map<String, Asked> known =
        before.stream().collect(Collectors.toMap(Asked::code, Function.identity()));
    rows.write(Sql.of("delete from aid_annotation where campaign_id = ?", campaign));
    Set<String> taken = wanted.stream().map(Wanted::code).collect(Collectors.toSet());
    taken.addAll(known.keySet());
    int position = 0;
    for (Wanted one : wanted) {
      Asked old = known.get(one.code());
      String code = old == null ? free(taken) : old.code();
      taken.add(code);
      Kind kind = old != null && old.noted() > 0 ? old.kind() : one.kind();
      rows.write(
          Sql.of("insert into aid_annotation (campaign_id, code, label, kind, mandatory, position)")
              .add("values (?, ?, ?, ?,", campaign, code, one.label().strip(), kind)
              .add("?, ?)", one.mandatory(), position++));
    }
    return List.of();
  }

  static List<Refusal> refusals(List<Asked> before, List<Wanted> wanted) {
    List<Refusal> wrong = new ArrayList<>();
    if (wanted.size() > Annotations.MOST) {
      wrong.add(Refusal.of("label-1", "annotationTooMany", Annotations.MOST));
    }
    for (int line = 1; line <= wanted.size(); line++) {
      String label = wanted.get(line - 1).label().strip();
      if (label.isEmpty()) {
        wrong.add(Refusal.of("label-" + line, "annotationUnnamed"));
      } else if (label.length() > LONGEST) {
        wrong.add(Refusal.of("label-" + line, "annotationTooLong", LONGEST));
      }
    }
    for (Asked old : before) {
      if (old.noted() > 0 && wanted.stream().noneMatch(one -> one.code().equals(old.code()))) {
        wrong.add(Refusal.of("label-1", "annotationNoted", old.label(), old.noted()));
      }
    }
    return wrong;
  }

  private static String free(Set<String> taken) {
    int number = 1;
    while (taken.contains("N" + number)) {
      number++;
    }
    return "N" + number;
  }

  @Override
  public List<Refusal> missing(AidCampaign campaign) {
    return List.of();
  }

  @Override
  public void copy(AidCampaign from, AidCampaign to, String by) {
    rows.write(
        Sql.of("insert into aid_annotation (campaign_id, code, label, kind, mandatory, position)")
            .add("select ?, code, label, kind, mandatory, position from aid_annotation", to.id())
            .add("where campaign_id = ?", from.id()));
  }
}
