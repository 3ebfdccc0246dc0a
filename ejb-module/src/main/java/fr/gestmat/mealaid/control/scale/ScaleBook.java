package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.scale.BracketRow;
import fr.gestmat.mealaid.entity.scale.ScaleDraft;
import fr.gestmat.mealaid.entity.scale.ScaleVersion;
import fr.gestmat.mealaid.entity.scale.Sense;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the scales of campaigns: the versions that were published, and the one being written. */
@ApplicationScoped
public class ScaleBook {

  @PersistenceContext private EntityManager entities;

  /** A campaign of an authority. */
  public Optional<AidCampaign> campaign(long authorityId, UUID id) {
    return entities
        .createQuery(
            "select c from AidCampaign c where c.publicId = :id and c.authorityId = :authority",
            AidCampaign.class)
        .setParameter("id", id)
        .setParameter("authority", authorityId)
        .getResultStream()
        .findFirst();
  }

  /** The published versions of a campaign, the latest first. */
  public List<ScaleVersion> versions(long campaignId) {
    return entities
        .createQuery(
            "select s from ScaleVersion s where s.campaignId = :campaign order by s.number desc",
            ScaleVersion.class)
        .setParameter("campaign", campaignId)
        .getResultList();
  }

  /** A published version, whichever campaign it is of: what a decision was computed with. */
  public Optional<ScaleVersion> version(long id) {
    return Optional.ofNullable(entities.find(ScaleVersion.class, id));
  }

  /**
   * The version that holds on a day: of those that have begun, the one that was published last.
   *
   * @return empty if none has begun: then nothing may be decided (M-F24)
   */
  public Optional<ScaleVersion> inForce(long campaignId, LocalDate day) {
    return versions(campaignId).stream()
        .filter(version -> !version.startsOn().isAfter(day))
        .findFirst();
  }

  /** The draft of a campaign. */
  public Optional<ScaleDraft> draft(long campaignId) {
    return Optional.ofNullable(entities.find(ScaleDraft.class, campaignId));
  }

  /** The draft of a campaign, locked: nobody else changes or publishes it meanwhile. */
  public Optional<ScaleDraft> draftToChange(long campaignId) {
    return Optional.ofNullable(
        entities.find(ScaleDraft.class, campaignId, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The rules of a published version. */
  public static Scale scale(ScaleVersion version) {
    return new Scale(
        version.kind(),
        version.unit(),
        Sense.AID,
        version.style(),
        version.monthly(),
        version.brackets().stream().map(ScaleBook::bracket).toList());
  }

  /** What a draft says. */
  public static TypedScale typed(ScaleDraft draft) {
    return new TypedScale(
        draft.kind(),
        draft.unit(),
        draft.style(),
        draft.monthly(),
        Optional.ofNullable(draft.startsOn()),
        TypedScale.lines(draft.brackets()));
  }

  /** A bracket as it is kept. */
  static BracketRow row(int position, Bracket bracket) {
    BracketRow row =
        new BracketRow(
            position,
            bracket.label(),
            bracket.column().orElse(null),
            bracket.from().orElse(null),
            bracket.upTo().orElse(null),
            bracket.condition().kind(),
            bracket.condition().number());
    return bracket.tariff() instanceof Tariff.Effort effort
        ? row.giving(effort.percent(), effort.least(), effort.most())
        : row.giving(bracket.tariff().most());
  }

  private static Bracket bracket(BracketRow row) {
    return new Bracket(
        row.label(),
        Optional.ofNullable(row.children()),
        Optional.ofNullable(row.from()),
        Optional.ofNullable(row.upTo()),
        new Condition(row.conditionKind(), row.conditionNumber()),
        tariff(row));
  }

  private static Tariff tariff(BracketRow row) {
    @Nullable BigDecimal value = row.value();
    @Nullable BigDecimal percent = row.percent();
    @Nullable BigDecimal least = row.least();
    @Nullable BigDecimal most = row.most();
    if (value != null) {
      return new Tariff.Flat(value);
    }
    if (percent == null || least == null || most == null) {
      throw new IllegalStateException("bracket " + row.position() + " gives nothing");
    }
    return new Tariff.Effort(percent, least, most);
  }
}
