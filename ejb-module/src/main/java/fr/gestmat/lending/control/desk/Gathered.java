package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.ScanMatch;
import fr.gestmat.lending.control.ScanSituation;
import fr.gestmat.lending.entity.Device;
import java.util.Optional;

/**
 * The rows that a scan is about, locked, and what the rules see of them.
 *
 * @param situation what the rules see
 * @param match what the code was
 * @param device the device
 * @param holding the loan that holds it
 * @param pupil the pupil opened at the desk
 */
record Gathered(
    ScanSituation situation,
    Optional<ScanMatch> match,
    Optional<Device> device,
    Optional<HoldingLoan> holding,
    Optional<DeskReader.PupilRow> pupil) {}
