package fr.gestmat.lending.control.campaign;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.desk.DeskJournal;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.reminder.ReturnMails;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.lending.entity.LoanReturn;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.lending.entity.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Two pupils of a class swapped their devices and nobody noticed: one brought the other's. When the
 * whole class was scanned in any order, the one who brought it still seems to owe a device, and the
 * one who has it seems to owe none. This puts the loan in the right name.
 */
@ApplicationScoped
public class SwapMending {

  private static final int MOST = 100;

  @PersistenceContext private EntityManager entities;
  @Inject private ReadModel database;
  @Inject private CampaignBoard board;
  @Inject private CampaignLines lines;
  @Inject private ReturnMails mails;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * Somebody who may have the device that is still out.
   *
   * @param pupil public id
   * @param name names, family name first
   * @param assetTag the own device, which is back
   */
  public record Candidate(UUID pupil, String name, String assetTag) {}

  /** Pupils of the same class whose own device is back and who hold no other. */
  public List<Candidate> candidates(Campaign campaign, UUID device) {
    return database.list(
        candidatesOf(campaign, device)
            .add("order by p.family_name, p.given_name, p.id limit ?", MOST),
        row ->
            new Candidate(
                row.id("public_id"),
                row.text("family_name") + " " + row.text("given_name"),
                row.text("asset_tag")));
  }

  private static SqlText candidatesOf(Campaign campaign, UUID device) {
    return new SqlText()
        .add(
            """
            select p.id, p.public_id, p.family_name, p.given_name, d.asset_tag, l.id own_loan
            """)
        .add(CampaignLines.FROM)
        .add(
            """
            join pupil p on p.id = l.pupil_id
            where x.campaign_id = ?
              and x.class_name = (select y.class_name from return_campaign_device y
                join device e on e.id = y.device_id
                where y.campaign_id = x.campaign_id and e.public_id = ?)
              and not exists (select 1 from loan h where h.pupil_id = p.id and h.state <> 'CLOSED')
              and
            """,
            campaign.key(),
            device)
        .add(CampaignLines.BACK);
  }

  /**
   * Puts the loan of a device that is still out in the name of who really has it. As at the desk,
   * the loan goes on under the agreement and the date that this pupil signed for (L015).
   *
   * @return false if that cannot be: another class, somebody who holds a device, one that is back
   *     or was lent again, a campaign that is closed
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean mend(Caller who, Campaign campaign, UUID deviceId, UUID pupilId) {
    if (campaign.state() != Campaign.State.OPEN) {
      return false;
    }
    Optional<Long> own =
        database.first(
            candidatesOf(campaign, deviceId).add("and p.public_id = ? limit 1", pupilId),
            row -> row.number("own_loan"));
    Optional<Device> device =
        entities
            .createQuery(
                "select d from Device d where d.publicId = :id and d.authorityId = :authority",
                Device.class)
            .setParameter("id", deviceId)
            .setParameter("authority", campaign.authority())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst();
    if (own.isEmpty() || device.isEmpty()) {
      return false;
    }
    Loan ended = entities.find(Loan.class, own.get());
    Optional<Loan> wrong =
        board
            .remaining(campaign, deviceId)
            .map(out -> entities.find(Loan.class, out.loan()))
            .filter(loan -> loan.state() == LoanState.OPEN);
    wrong.ifPresent(loan -> pass(who, campaign, device.get(), loan, ended));
    return wrong.isPresent();
  }

  private void pass(Caller who, Campaign campaign, Device device, Loan wrong, Loan own) {
    long pupil = own.pupilId();
    Sighting now = new Sighting(clock.instant(), campaign.school(), who.name());
    wrong.close(LoanEvent.SWAPPED, new LoanReturn(now.at(), now, null, null));
    entities.flush();
    Loan right =
        new Loan(device, wrong.category(), pupil, wrong.schoolId(), now, null, own.dueOn());
    if (own.agreementId() != null) {
      right.under(own.agreementId());
    }
    entities.persist(right);
    entities.flush();
    lines.follow(wrong, right);
    device.passOn(right);
    mails.swapped(who.authorityId(), campaign.school(), wrong.id());
    journal.write(
        new JournalEvent(
            who.authorityId(),
            campaign.school(),
            who.accountId(),
            who.name(),
            LendingAction.SWAPPED.name(),
            DeskJournal.DEVICE,
            device.id(),
            pupil,
            Json.createObjectBuilder()
                .add("campaign", campaign.id().toString())
                .add("before", wrong.publicId().toString())
                .add("loan", right.publicId().toString())
                .build()
                .toString()));
  }
}
