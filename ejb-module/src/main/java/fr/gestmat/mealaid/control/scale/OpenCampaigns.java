package fr.gestmat.mealaid.control.scale;

import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The campaigns that families can apply to today, of every authority. */
@ApplicationScoped
public class OpenCampaigns {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * An open campaign.
   *
   * @param campaign the campaign
   * @param authority name of the authority
   * @param today the day that it is there
   * @param firstTerm the first term that an application gives which is whole today; absent if none
   */
  public record Open(
      AidCampaign campaign, String authority, LocalDate today, Optional<Integer> firstTerm) {}

  /** All of them, by authority. */
  public List<Open> all() {
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ZoneId.of("UTC"));
    return entities
        .createQuery(
            "select c, a from AidCampaign c, LocalAuthority a where a.id = c.authorityId"
                + " and a.runsMealAid = true and c.publishedAt is not null and c.opensOn <= :latest"
                + " and c.closesOn >= :earliest order by a.name, c.schoolYear, c.id",
            Object[].class)
        .setParameter("latest", day.plusDays(1))
        .setParameter("earliest", day.minusDays(1))
        .getResultStream()
        .map(row -> open((AidCampaign) row[0], (LocalAuthority) row[1], now))
        .flatMap(Optional::stream)
        .toList();
  }

  /** One of them. */
  public Optional<Open> find(UUID campaign) {
    return all().stream().filter(one -> one.campaign().publicId().equals(campaign)).findFirst();
  }

  private static Optional<Open> open(AidCampaign campaign, LocalAuthority authority, Instant now) {
    ZoneId zone = ZoneId.of(authority.timeZone());
    if (!campaign.days().isOpen(now, zone)) {
      return Optional.empty();
    }
    var first = campaign.days().firstTerm(now, zone);
    return Optional.of(
        new Open(
            campaign,
            authority.name(),
            LocalDate.ofInstant(now, zone),
            first.isPresent() ? Optional.of(first.getAsInt()) : Optional.empty()));
  }
}
