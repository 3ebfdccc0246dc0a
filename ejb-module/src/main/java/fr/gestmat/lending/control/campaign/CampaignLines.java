package fr.gestmat.lending.control.campaign;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.Loan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The lines of a campaign: each is about the loan that was called, and is settled when that loan
 * ends, whoever has the device later. If pupils had swapped, it goes over to the loan that took its
 * place. How it went is read from the loan as long as the campaign is open, and kept when it
 * closes.
 */
@ApplicationScoped
public class CampaignLines {

  /** Lines {@code x} with their loans {@code l} and devices {@code d}. */
  static final String FROM =
      """
      from return_campaign_device x join device d on d.id = x.device_id
      join loan l on l.id = x.loan_id
      """;

  /** How a line went: MISSING, RETURNED, DAMAGED (returned so, or incomplete) or GONE. */
  static final String OUTCOME =
      """
      coalesce(x.outcome, case
        when l.state = 'LOST' or l.closing_reason in ('DECLARED_STOLEN', 'OWNERSHIP_TRANSFERRED')
          then 'GONE'
        when l.state <> 'CLOSED' then 'MISSING'
        when l.returned_grade in ('DAMAGED', 'INCOMPLETE') then 'DAMAGED'
        when d.condition_grade in ('DAMAGED', 'INCOMPLETE') and not exists (select 1 from loan n
          where n.device_id = l.device_id and n.checked_out_at > l.checked_out_at) then 'DAMAGED'
        else 'RETURNED' end)
      """;

  /** A line whose device is back. */
  static final String BACK = OUTCOME + " in ('RETURNED', 'DAMAGED')";

  @Inject private ReadModel database;

  /** A loan took another's place for the same device: open campaigns now expect that one. */
  public void follow(Loan before, Loan after) {
    database.write(
        new SqlText()
            .add("update return_campaign_device x join return_campaign c on c.id = x.campaign_id")
            .add("set x.loan_id = ?", after.id())
            .add(
                "where x.device_id = ? and x.loan_id = ? and c.state = 'OPEN'",
                before.deviceId(),
                before.id()));
  }

  /** Keeps how each line of a campaign went, so that nothing that comes later changes it. */
  void freeze(Campaign campaign) {
    database.write(
        new SqlText()
            .add("update return_campaign_device x join device d on d.id = x.device_id")
            .add("join loan l on l.id = x.loan_id set x.outcome =")
            .add(OUTCOME)
            .add("where x.campaign_id = ?", campaign.key()));
  }
}
