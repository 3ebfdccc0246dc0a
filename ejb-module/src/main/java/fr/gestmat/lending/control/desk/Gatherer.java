package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.ScanChoice;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.ScanSituation;
import fr.gestmat.lending.control.ScanSituation.Charge;
import fr.gestmat.lending.control.ScanSituation.DeviceFacts;
import fr.gestmat.lending.control.ScanSituation.Duties;
import fr.gestmat.lending.control.ScanSituation.HolderFacts;
import fr.gestmat.lending.control.ScanSituation.LastReturn;
import fr.gestmat.lending.control.ScanSituation.PupilFacts;
import fr.gestmat.lending.control.ScanSituation.Way;
import fr.gestmat.lending.control.ScanSituation.Wish;
import fr.gestmat.lending.control.desk.DeskReader.AgreementRow;
import fr.gestmat.lending.control.desk.DeskReader.DeviceMatch;
import fr.gestmat.lending.control.desk.DeskReader.HeldDevice;
import fr.gestmat.lending.control.desk.DeskReader.PupilRow;
import fr.gestmat.lending.control.desk.DeskReader.Standing;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Locks and reads what a scan is about: the pupil first (check-out), then the device, then all that
 * hangs on them, so that two desks wait for each other in the same order.
 */
@ApplicationScoped
public class Gatherer {

  private static final int MAJORITY = 18;

  @PersistenceContext private EntityManager entities;
  @Inject private DeskReader reader;

  /**
   * The situation of a scan.
   *
   * @param code the code as answers quote it
   * @param match the device that carries the code; empty if none does
   * @param choice what the agent chose
   */
  Gathered gather(
      Station station,
      ScanRequest request,
      String code,
      Optional<DeviceMatch> match,
      Optional<ScanChoice> choice) {
    boolean lends = request.mode() == ScanMode.CHECK_OUT;
    Optional<PupilRow> pupil = lends ? pupil(station, request, true) : Optional.empty();
    Optional<Device> device =
        match.map(m -> entities.find(Device.class, m.id(), LockModeType.PESSIMISTIC_WRITE));
    Optional<HoldingLoan> holding = device.flatMap(d -> HoldingLoan.of(entities, d.id()));
    if (!lends && isAnother(request.pupilId(), holding)) {
      pupil = pupil(station, request, false);
    }
    Wish wish =
        new Wish(
            code,
            request.pupilId() != null,
            Optional.ofNullable(request.returnedAt()),
            Optional.ofNullable(request.grade()),
            choice,
            request.reason() != null && !request.reason().isBlank(),
            Optional.ofNullable(request.dueOn()));
    Standing standing = lends ? standing(station, pupil, device) : Standing.CLEAR;
    ScanSituation situation =
        new ScanSituation(
            station.desk(),
            wish,
            station.facts().policy(),
            device.map(d -> facts(station, d)),
            holding.map(h -> facts(station, device.orElseThrow(), h)),
            pupil.map(p -> facts(station, p, device, holding, standing, lends)),
            duties(station, pupil, standing, holding));
    return new Gathered(situation, match.map(DeviceMatch::match), device, holding, pupil);
  }

  private Standing standing(Station station, Optional<PupilRow> pupil, Optional<Device> device) {
    return pupil
        .flatMap(
            p ->
                device.map(
                    d ->
                        reader.standing(
                            p.id(), station.facts().model(d.modelId()).category(), d.id())))
        .orElse(Standing.CLEAR);
  }

  /**
   * What binds: the agreement of the pupil who is to get the device, the signatures that nobody
   * needs any more once the last device of an agreement is back (L006), incidents, and whom the
   * device is kept for (L059). What was asked for a loss is read only when a lost device turns up.
   */
  private Duties duties(
      Station station, Optional<PupilRow> pupil, Standing standing, Optional<HoldingLoan> holding) {
    LocalDate today = station.desk().today();
    Optional<AgreementRow> agreement =
        pupil.flatMap(PupilRow::agreement).filter(a -> !a.endsOn().isBefore(today));
    return new Duties(
        agreement.filter(AgreementRow::pupilSigned).isPresent(),
        agreement.filter(AgreementRow::guardianSigned).isPresent(),
        holding.filter(h -> isSignaturePending(h, today)).isPresent(),
        standing.blocked(),
        standing.reservation(),
        holding
            .map(HoldingLoan::loan)
            .filter(loan -> loan.state() == LoanState.LOST)
            .map(loan -> reader.chargeOf(loan.id()))
            .orElse(Charge.NONE));
  }

  private static boolean isSignaturePending(HoldingLoan holding, LocalDate today) {
    return holding
        .agreement()
        .filter(a -> a.running() == 1)
        .filter(
            a -> !a.pupilSigned() || (!a.guardianSigned() && isMinor(holding.birthDate(), today)))
        .isPresent();
  }

  /** Under age, or of unknown age. */
  private static boolean isMinor(Optional<LocalDate> birthDate, LocalDate today) {
    return birthDate.filter(born -> !born.plusYears(MAJORITY).isAfter(today)).isEmpty();
  }

  /** A pupil whom the desk may see; another one is as good as unknown (L043). */
  private Optional<PupilRow> pupil(Station station, ScanRequest request, boolean locked) {
    UUID id = request.pupilId();
    if (id == null) {
      return Optional.empty();
    }
    long authority = station.caller().authorityId();
    Optional<PupilRow> row = locked ? reader.lockPupil(authority, id) : reader.pupil(authority, id);
    return row.filter(pupil -> station.scope().covers(pupil.schoolId()));
  }

  private static boolean isAnother(
      @org.jspecify.annotations.Nullable UUID opened, Optional<HoldingLoan> holding) {
    return opened != null && holding.filter(h -> !h.pupil().publicId().equals(opened)).isPresent();
  }

  private static DeviceFacts facts(Station station, Device device) {
    AuthorityFacts all = station.facts();
    return new DeviceFacts(
        device.state(),
        all.model(device.modelId()).category(),
        all.school(device.homeSchoolId()),
        all.school(device.placeSchoolId()),
        Optional.ofNullable(device.transit())
            .map(
                way ->
                    new Way(
                        Optional.ofNullable(way.from()).flatMap(all::find),
                        all.school(way.to()),
                        Optional.ofNullable(way.sentAt()))),
        Optional.ofNullable(device.lastReturned())
            .map(
                last ->
                    new LastReturn(
                        last.at(),
                        Optional.ofNullable(last.schoolId()),
                        Optional.ofNullable(last.agent()).orElse(""))),
        device.conditionGrade(),
        device.isForEmergencies());
  }

  private static HolderFacts facts(Station station, Device device, HoldingLoan holding) {
    Loan loan = holding.loan();
    return new HolderFacts(
        loan.state(),
        Optional.ofNullable(device.openLoanId()).filter(id -> id == loan.id()).isPresent(),
        loan.pupilId(),
        holding.pupil().name(),
        holding.pupil().schoolClass().orElse(""),
        !holding.pupil().active(),
        station.facts().school(loan.schoolId()),
        loan.checkedOutAt(),
        Optional.ofNullable(loan.dueOn()),
        station.scope().covers(loan.schoolId()) || station.scope().covers(holding.pupilSchoolId()));
  }

  private PupilFacts facts(
      Station station,
      PupilRow pupil,
      Optional<Device> device,
      Optional<HoldingLoan> holding,
      Standing standing,
      boolean lends) {
    Optional<String> category = device.map(d -> station.facts().model(d.modelId()).category());
    LocalDate today = station.desk().today();
    return new PupilFacts(
        pupil.id(),
        pupil.name(),
        pupil.schoolClass().orElse(""),
        pupil.mef(),
        station.facts().school(pupil.schoolId()),
        pupil.active(),
        pupil.leftOn(),
        isMinor(pupil.birthDate(), today),
        standing.counted(),
        standing.granted(),
        lends ? Optional.empty() : category.flatMap(c -> swappable(pupil, c, holding)));
  }

  private Optional<String> swappable(
      PupilRow pupil, String category, Optional<HoldingLoan> holding) {
    return holding.filter(h -> h.loan().state() == LoanState.OPEN).isPresent()
        ? reader.onlyHeld(pupil.id(), category).map(HeldDevice::assetTag)
        : Optional.empty();
  }
}
