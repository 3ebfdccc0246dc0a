package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.desk.AuthorityFacts.ModelFacts;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.Sighting;
import fr.gestmat.lending.entity.Transit;
import java.util.Optional;
import java.util.UUID;

/** Rows as the API shows them, without asking the database again. */
public final class Views {

  private Views() {}

  /** A device. */
  public static DeviceView of(AuthorityFacts facts, Device device) {
    ModelFacts model = facts.model(device.modelId());
    return new DeviceView(
        device.publicId(),
        device.assetTag(),
        Optional.ofNullable(device.serial()),
        device.state(),
        model.name(),
        model.category(),
        model.accessories(),
        facts.view(device.homeSchoolId()),
        facts.view(device.placeSchoolId()),
        Optional.ofNullable(device.transit()).map(Transit::to).map(facts::view),
        Optional.ofNullable(device.storage()),
        device.conditionGrade(),
        Optional.ofNullable(device.lastSeen()).map(Sighting::at));
  }

  static LoanView of(AuthorityFacts facts, Loan loan, Device device, Optional<UUID> pupil) {
    return new LoanView(
        loan.publicId(),
        loan.state(),
        device.publicId(),
        device.assetTag(),
        pupil,
        facts.view(loan.schoolId()),
        loan.checkedOutAt(),
        Optional.ofNullable(loan.dueOn()),
        Optional.ofNullable(loan.returnedAt()),
        Optional.ofNullable(loan.returnedSchoolId()).map(facts::view),
        Optional.ofNullable(loan.returnedGrade()),
        Optional.ofNullable(loan.returnedPlace()));
  }

  static PupilView of(AuthorityFacts facts, DeskReader.PupilRow pupil) {
    return new PupilView(
        pupil.publicId(),
        pupil.familyName(),
        pupil.givenName(),
        pupil.schoolClass(),
        facts.view(pupil.schoolId()),
        pupil.active());
  }

  static PupilView of(AuthorityFacts facts, HoldingLoan holding) {
    HoldingLoan.Pupil pupil = holding.pupil();
    return new PupilView(
        pupil.publicId(),
        pupil.familyName(),
        pupil.givenName(),
        pupil.schoolClass(),
        facts.view(holding.pupilSchoolId()),
        pupil.active());
  }
}
