package fr.gestmat.lending.control;

/**
 * What lending writes in the journal: stable codes; the sentence of each is found under {@link
 * #textKey()}.
 */
public enum LendingAction {
  /** A device was handed over. */
  LENT,
  /** A device was handed over by a loan manager in spite of what forbade it. */
  LENT_BY_OVERRIDE,
  /** A loan was extended. */
  EXTENDED,
  /** A loan manager changed the last day of a loan. */
  DUE_DATE_CHANGED,
  /** A desk noted whether a parent came for a device in the pupil's stead. */
  COLLECTOR_NOTED,
  /** A device came back. */
  RETURNED,
  /** A device came back, damaged or incomplete. */
  RETURNED_TO_CHECK,
  /** A device came back in another school and is on its way home. */
  RETURNED_AWAY,
  /** A loan ended because the device was lent to the next pupil. */
  RETURNED_BY_NEXT_LOAN,
  /** Two pupils had swapped their devices. */
  SWAPPED,
  /** A claimed return was settled: the school found the device. */
  CLAIM_FOUND,
  /** A claimed return was settled: the pupil brought the device. */
  CLAIM_RETURNED,
  /** A device was scanned and nothing else changed. */
  SEEN,
  /** A device was received from a delivery. */
  RECEIVED,
  /** A device was sent to another school. */
  SENT,
  /** A device arrived where it was sent. */
  ARRIVED,
  /** Moves between places were proposed. */
  MOVES_PROPOSED,
  /** A proposal of moves was changed. */
  MOVES_CHANGED,
  /** Slips were made of a proposal of moves. */
  MOVES_APPLIED,
  /** A place that is no school was created. */
  PLACE_CREATED,
  /** A transfer was prepared. */
  TRANSFER_PREPARED,
  /** A transfer set off. */
  TRANSFER_SENT,
  /** A whole transfer was called off. */
  TRANSFER_CALLED_OFF,
  /** A transfer of a device was cancelled. */
  TRANSFER_CANCELLED,
  /** A lost device came back. */
  FOUND,
  /** A stolen device came back. */
  STOLEN_FOUND,
  /** A device came back from repair. */
  REPAIRED,
  /** A withdrawn or given device came back. */
  TAKEN_BACK,
  /** A device has to come back: the pupil left, or moved to a school where it does not follow. */
  TO_RETURN,
  /** A device that had to come back may stay: the pupil is there again. */
  MAY_STAY,
  /** A scan was undone. */
  SCAN_UNDONE,
  /** A scan met data that contradict each other. */
  ANOMALY,
  /** A device was looked at and is good to be lent. */
  PASSED_CHECK,
  /** A device was put aside to be looked at. */
  PUT_ASIDE,
  /** A device was sent to be mended. */
  SENT_TO_REPAIR,
  /** A pupil says that the device was given back. */
  CLAIMED_RETURNED,
  /** The school does not find what a pupil said was given back: the loan goes on. */
  CLAIM_REFUSED,
  /** A device is kept for a pupil. */
  DEVICE_RESERVED,
  /** A device is not kept for a pupil any more. */
  RESERVATION_CANCELLED,
  /** A device was declared lost. */
  DECLARED_LOST,
  /** A device was declared stolen. */
  DECLARED_STOLEN,
  /** A device was taken out of use. */
  WITHDRAWN,
  /** The last declaration about a device was taken back. */
  DECLARATION_UNDONE,
  /** A device was given to the pupil. */
  OWNERSHIP_TRANSFERRED,
  /** The family does not want the device at the end of schooling: it has to come back. */
  OWNERSHIP_REFUSED,
  /** What a family had chosen at the end of schooling was taken back. */
  OWNERSHIP_UNDONE,
  /** The certificate of a device that was given was issued. */
  CERTIFICATE_ISSUED,
  /** A device was created. */
  DEVICE_CREATED,
  /** A piece of a device's kit was noted as missing or broken. */
  KIT_INCOMPLETE,
  /** Nothing was missing in a device's kit after all. */
  KIT_COMPLETE,
  /** A missing piece was found. */
  PIECE_FOUND,
  /** A missing piece was replaced by the school. */
  PIECE_REPLACED,
  /** A missing piece got its price. */
  PIECE_PRICED,
  /** A piece with a code of its own joined a kit. */
  PIECE_ADDED,
  /** A piece was taken out of its kit. */
  PIECE_TAKEN_OUT,
  /** The condition of a device at one end of a loan was said. */
  CONDITION_RECORDED,
  /** A photo was added to the condition of a device. */
  PHOTO_ADDED,
  /** A photo was taken away from the condition of a device. */
  PHOTO_REMOVED,
  /** A device's description was changed. */
  DEVICE_CHANGED,
  /** A model was created. */
  MODEL_CREATED,
  /** A model was changed. */
  MODEL_CHANGED,
  /** A version of the lending policy was added. */
  POLICY_CREATED,
  /** A version of the lending policy was changed. */
  POLICY_CHANGED,
  /** A version of the lending policy that had not begun was removed. */
  POLICY_REMOVED,
  /** Closed days or the time zone were changed. */
  CALENDAR_CHANGED,
  /** Prices of a school year were changed. */
  PRICES_CHANGED,
  /** An incident was declared. */
  INCIDENT_DECLARED,
  /** Policy was applied to an incident. */
  INCIDENT_DECIDED,
  /** Police report or insurance of an incident were said. */
  INCIDENT_DESCRIBED,
  /** The school looked at a police report that the family had added after the decision. */
  POLICE_REPORT_CONFIRMED,
  /** A police report or a photo was added to an incident. */
  INCIDENT_FILE_ADDED,
  /** A police report or a photo of an incident was looked at. */
  INCIDENT_FILE_READ,
  /** An incident was settled. */
  INCIDENT_CLOSED,
  /** An incident was declared by mistake. */
  INCIDENT_CANCELLED,
  /** A loss was presumed because nobody returned the device. */
  PRESUMED_LOST,
  /** Ticket, warranty or cost of a repair were said. */
  REPAIR_DESCRIBED,
  /** What a repair cost was corrected. */
  REPAIR_COST_CORRECTED,
  /** A device was put into the emergency stock, or taken out of it. */
  EMERGENCY_STOCK,
  /** A charge was agreed, dropped, paid or given back. */
  CHARGE_MOVED,
  /** Charges were sent to the finance system. */
  CHARGES_SENT,
  /** What the finance system says of charges was read. */
  CHARGES_ANSWERED,
  /** A delivery was recorded. */
  DELIVERY_RECORDED,
  /** Devices and running loans of a school were taken over. */
  TAKEOVER_APPLIED,
  /** A line of a takeover was settled by hand. */
  TAKEOVER_SETTLED,
  /** Labels were printed. */
  LABELS_PRINTED,
  /** The codes of the pupils of a class or a school were printed. */
  CLASS_SHEETS_PRINTED,
  /** A device was seen by an inventory. */
  COUNTED,
  /** An inventory was opened. */
  COUNT_OPENED,
  /** Who scans for an inventory was changed. */
  COUNT_ASSIGNED,
  /** An inventory was closed. */
  COUNT_CLOSED,
  /** A desk took along the list that it needs to go on without network. */
  OFFLINE_LIST_TAKEN,
  /** A text of agreements was saved. */
  AGREEMENT_TEXT_SAVED,
  /** A version of such a text was published. */
  AGREEMENT_TEXT_PUBLISHED,
  /** Agreements were issued. */
  AGREEMENTS_ISSUED,
  /** Agreements were printed. */
  AGREEMENTS_PRINTED,
  /** An agreement was signed. */
  AGREEMENT_SIGNED,
  /** An agreement was declined. */
  AGREEMENT_DECLINED,
  /** The receipt of a return was signed. */
  RECEIPT_SIGNED,
  /** The proof that a device came back was read or printed. */
  RETURN_PROVED,
  /** A signature was taken back: nobody had signed the page. */
  SIGNATURE_WITHDRAWN,
  /** An agreement was withdrawn. */
  AGREEMENT_CANCELLED,
  /** Scanned pages were received. */
  SIGNED_PAGES_RECEIVED,
  /** A scanned page was put aside. */
  SIGNED_PAGE_DISCARDED,
  /** A list was exported. */
  EXPORTED,
  /** A file that was made for somebody was taken away. */
  DOWNLOADED;

  /** Key of the sentence in the text bundles, e.g. {@code history.TRANSFER_CANCELLED}. */
  public String textKey() {
    return "history." + name();
  }
}
