package fr.gestmat.lending.control.declare;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.declare.Declaration.Need;
import fr.gestmat.lending.entity.DeviceState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what somebody declares of a device can be. */
public final class DeclarationRule {

  private static final int LONGEST_REASON = 400;
  private static final int LONGEST_REPORT = 80;

  private DeclarationRule() {}

  /**
   * What was declared.
   *
   * @param what which declaration
   * @param reason why, at most 400 characters; empty if nothing was said
   * @param policeReport number of the police report, at most 80 characters; empty for none
   * @param policeReportOn its date
   * @param school key of the school that the device is sent to
   * @param forGood whether it belongs to that school from now on
   */
  public record Wish(
      Declaration what,
      String reason,
      String policeReport,
      Optional<LocalDate> policeReportOn,
      Optional<Long> school,
      boolean forGood) {

    /** Trims what was typed. */
    public Wish {
      reason = reason.strip();
      policeReport = policeReport.strip();
    }

    /** The same with the school that the device is sent to. */
    public Wish to(long schoolKey) {
      return new Wish(what, reason, policeReport, policeReportOn, Optional.of(schoolKey), forGood);
    }
  }

  /**
   * All reasons why not; empty if it can be done.
   *
   * @param transition what it means for the device; empty if it makes no sense in its state
   * @param place key of the school where the device is
   * @param today the authority's day
   */
  public static List<Refusal> refusals(
      Wish wish, Optional<DeviceState.Transition> transition, long place, LocalDate today) {
    List<Refusal> reasons = new ArrayList<>();
    if (transition.isEmpty()) {
      reasons.add(Refusal.of("what", "notInThisState"));
    }
    if (wish.what().needs(Need.REASON) && wish.reason().isEmpty()) {
      reasons.add(Refusal.of("reason", "reasonMissing"));
    }
    if (wish.reason().length() > LONGEST_REASON) {
      reasons.add(Refusal.of("reason", "tooLong", LONGEST_REASON));
    }
    if (wish.what().needs(Need.POLICE_REPORT)) {
      policeReport(wish, today, reasons);
    }
    if (wish.what().needs(Need.SCHOOL)) {
      if (wish.school().isEmpty()) {
        reasons.add(Refusal.of("school", "schoolMissing"));
      } else if (wish.school().get() == place) {
        reasons.add(Refusal.of("school", "alreadyThere"));
      }
    }
    return reasons;
  }

  private static void policeReport(Wish wish, LocalDate today, List<Refusal> reasons) {
    if (wish.policeReport().isEmpty()) {
      reasons.add(Refusal.of("policeReport", "policeReportMissing"));
    } else if (wish.policeReport().length() > LONGEST_REPORT) {
      reasons.add(Refusal.of("policeReport", "tooLong", LONGEST_REPORT));
    }
    if (wish.policeReportOn().isEmpty()) {
      reasons.add(Refusal.of("policeReportOn", "policeReportDateMissing"));
    } else if (wish.policeReportOn().get().isAfter(today)) {
      reasons.add(Refusal.of("policeReportOn", "dateInFuture"));
    }
  }
}
