package fr.gestmat.notice.entity;

/**
 * What a notice can be about. Its sentences are in {@code fr/gestmat/notice/notices.properties}
 * under its name; a test asks for them.
 */
public enum NoticeKind {
  /** Devices came back in a session at a desk. */
  RETURNED(false),
  /** The last day of a loan was changed. */
  DUE_DATE_CHANGED(false),
  /** A device will soon have to come back. */
  DUE_SOON(true),
  /** A device has to come back today. */
  DUE_TODAY(true),
  /** A device should have come back. */
  OVERDUE(true),
  /** An agreement still has to be signed. */
  AGREEMENT_TO_SIGN(true),
  /** When and where to bring a device back in a return campaign. */
  CONVOCATION(false),
  /** A device did not come back on the day of its return campaign. */
  CAMPAIGN_REMAINS(true),
  /** The last reminder of it, before the authority claims what it is worth. */
  CAMPAIGN_LAST(true),
  /** The choice at the end of schooling is open: to keep the device, or to give it back. */
  CESSION_OFFERED(false),
  /** It was decided what a breakage, a loss or a theft leads to. */
  INCIDENT_DECIDED(false),
  /** A lost or stolen device is there again. */
  DEVICE_FOUND(false),
  /** A sum is asked. */
  CHARGE_ASKED(false),
  /** Less is asked than before. */
  CHARGE_LOWERED(false),
  /** A sum is not asked any more. */
  CHARGE_CANCELLED(false),
  /** A sum that was paid is given back. */
  CHARGE_REFUND(false),
  /** The school does not find that a device was given back. */
  CLAIM_REFUSED(false),
  /** An application for meal aid was sent: its receipt. */
  AID_SENT(false),
  /** What was changed in an application for meal aid was sent. */
  AID_CHANGES_SENT(false),
  /** A separated parent is asked for an own part of the application of a child. */
  AID_OWN_PART(false),
  /** An application for meal aid was taken back. */
  AID_WITHDRAWN(false),
  /** A draft has not been sent and the campaign closes soon. */
  AID_DRAFT_WAITS(false),
  /** A draft that was left gave way to somebody else's application for the child. */
  AID_DRAFT_GAVE_WAY(false),
  /** An officer put a draft away: why. */
  AID_DRAFT_PUT_AWAY(false),
  /** Changes of an application were typed and not sent. */
  AID_CHANGES_WAIT(false),
  /** The link by which a family that no portal knows comes in. */
  AID_LINK(false),
  /** A campaign opened: last year's families are told where to apply again. */
  AID_RENEWAL(false),
  /** Who the child is was confirmed, or not. */
  AID_CHILD_CONFIRMED(false),
  /** An officer began the review of an application for meal aid. */
  AID_IN_REVIEW(false),
  /** Something of an application has to be put right. */
  AID_TO_COMPLETE(false),
  /** An officer wrote a message. */
  AID_MESSAGE(false),
  /** A decided application is looked at again. */
  AID_REOPENED(false),
  /** A decision is there, and its letter. */
  AID_DECIDED(false),
  /** A decision is there, which is read in the family's pages only. */
  AID_DECISION_TO_READ(false),
  /** An appeal has arrived. */
  AID_APPEAL_FILED(false),
  /** An appeal is answered. */
  AID_APPEAL_ANSWERED(false),
  /** A document that was sent can't be kept: it has to be sent again. */
  AID_DOCUMENT_AGAIN(false),
  /** An application is about to be forgotten: its family is told. */
  AID_ENDS(false),
  /** The same, for the officer who follows it. */
  AID_ENDS_OFFICER(false);

  private final boolean reminder;

  NoticeKind(boolean reminder) {
    this.reminder = reminder;
  }

  /** Whether people may turn it off; the others inform of a loan that they answer for. */
  public boolean reminder() {
    return reminder;
  }

  /** Whether it is about meal aid; the others are about lending. */
  public boolean mealAid() {
    return name().startsWith("AID_");
  }

  /** Whether its facts hold a secret link, which is forgotten once the mail went. */
  public boolean holdsSecret() {
    return this == AID_LINK || this == AID_RENEWAL;
  }
}
