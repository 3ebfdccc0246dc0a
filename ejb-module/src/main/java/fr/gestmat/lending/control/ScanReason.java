package fr.gestmat.lending.control;

import java.util.List;

/**
 * Why a scan was answered as it was: the stable codes of the API, each with the names of the data
 * that its sentence says. The first reason of an answer decided it.
 */
public enum ScanReason {
  // What the code is.
  CODE_EMPTY,
  CODE_TOO_LONG("length"),
  CODE_UNREADABLE,
  CODE_SEVERAL,
  CODE_FOREIGN("code"),
  CODE_MISREAD("code"),
  CODE_UNKNOWN("code"),
  CODE_AMBIGUOUS("code"),
  LABEL_UNASSIGNED("code"),
  COMMAND_CHECK_IN,
  COMMAND_CHECK_OUT,
  COMMAND_GRADE("grade"),
  COMMAND_UNDO,
  COMMAND_END,
  PUPIL_OPENED("pupil", "schoolClass"),
  AGREEMENT_LINES("pupil", "schoolClass", "count"),
  AGREEMENT_OVER("pupil"),
  AGREEMENT_ELSEWHERE("school"),
  CHOICE_NOT_OFFERED,
  CHANGED_SINCE("moment", "agent"),

  // Check-in.
  RETURNED("pupil", "schoolClass"),
  RETURNED_TO_CHECK("pupil", "schoolClass"),
  RETURNED_FOR_ANOTHER_SCHOOL("pupil", "school"),
  RETURNED_FOR_HOLDER("pupil", "opened"),
  RETURNED_SWAPPED("pupil", "opened", "tag"),
  RETURNED_LATE("days"),
  RETURN_DATE_IGNORED("date"),
  RETURN_BEFORE_LOAN("date"),
  RETURN_NOT_HERE("school"),
  HELD_BY_OTHER("pupil", "opened"),
  ALREADY_RETURNED("time", "agent"),
  SEEN,
  AWAY_FROM_HOME("school"),
  STILL_TO_CHECK,
  DELIVERY_EXPECTED,
  DELIVERY_RECEIVED,
  TRANSFER_SENT("school"),
  TRANSFER_RECEIVED("school"),
  TRANSFER_ELSEWHERE("school"),
  TRANSFER_BOUNCED("school"),
  TRANSFER_CANCELLED("school"),
  LOST_FOUND("pupil"),
  LOST_NOT_RETURNABLE,
  LOST_FOUND_WITHOUT_LOAN,
  CHARGE_CANCELLED,
  CHARGE_TO_REFUND,
  CHARGE_KEPT,
  STOLEN_FOUND,
  STOLEN_NEEDS_MANAGER,
  CLAIM_TO_RESOLVE("pupil"),
  CLAIM_RESOLVED_FOUND("pupil"),
  CLAIM_RESOLVED_BY_PUPIL("pupil"),
  REPAIR_RUNNING,
  REPAIR_RECEIVED,
  WITHDRAWN,
  OWNERSHIP_TRANSFERRED,
  SIGNATURES_DROPPED,
  HOLDER_HAS_LEFT,
  DATA_INCONSISTENT,

  // Check-out.
  LENT("pupil", "schoolClass"),
  LENT_UNTIL("date"),
  PROMISE_MOVED("date"),
  REPLACEMENT_GIVEN,
  PUPIL_MISSING,
  PUPIL_UNKNOWN,
  PUPIL_HAS_LEFT("pupil"),
  PUPIL_OF_OTHER_SCHOOL("pupil"),
  DEVICE_ON_LOAN("pupil"),
  DEVICE_EXPECTED,
  DEVICE_TO_CHECK,
  DEVICE_IN_REPAIR,
  DEVICE_IN_TRANSIT("school"),
  DEVICE_LOST,
  DEVICE_STOLEN,
  DEVICE_WITHDRAWN,
  DEVICE_OWNERSHIP_TRANSFERRED,
  DEVICE_ELSEWHERE("school"),
  DEVICE_FOR_EMERGENCIES,
  ALREADY_HELD_BY_PUPIL("pupil"),
  LOAN_EXTENDED("date"),
  PREVIOUS_LOAN_CLOSED("pupil"),
  AGREEMENT_MISSING,
  GUARDIAN_SIGNATURE_MISSING,
  AGREEMENT_TO_FOLLOW("date"),
  PUPIL_NOT_ELIGIBLE,
  LIMIT_REACHED("limit"),
  PUPIL_BLOCKED,
  RESERVED_FOR_OTHER,
  RESERVATION_FULFILLED,
  LAST_DAY_PASSED("date"),
  OVERRIDDEN,
  OVERRIDE_NEEDS_REASON,
  OVERRIDE_NOT_ALLOWED,
  OVERRIDE_ENDS_TODAY,

  // Pieces of a kit.
  KIT_COMPLETE,
  KIT_LENT_WITHOUT,
  KIT_INCOMPLETE,
  PIECE_MISSING("piece", "quantity"),
  PIECE_BROKEN("piece", "quantity"),
  KIT_UNKNOWN_PIECE("piece"),
  KIT_QUANTITY_WRONG("piece"),
  KIT_MORE_THAN_LENT("piece", "quantity"),
  KIT_NOTHING_TO_CHECK,
  KIT_TOO_LATE,
  PIECE_PRESENT("piece", "tag"),
  PIECE_FOUND("piece", "tag"),
  PIECE_WITHOUT_DEVICE("piece", "tag"),
  PIECE_BEFORE_DEVICE("piece", "tag"),
  PIECE_TAKEN_OUT("piece", "tag"),
  PIECE_APART("piece"),

  // Undo.
  UNDONE,
  UNDO_NOTHING,
  UNDO_TOO_LATE;

  private final List<String> data;

  ScanReason(String... data) {
    this.data = List.of(data);
  }

  /**
   * Names of the data of this reason's sentence, in the order in which the sentence counts them.
   */
  public List<String> data() {
    return data;
  }
}
