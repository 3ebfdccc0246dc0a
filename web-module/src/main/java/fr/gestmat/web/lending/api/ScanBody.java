package fr.gestmat.web.lending.api;

import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.entity.ConditionGrade;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a scan. */
final class ScanBody {

  static final int LONGEST_PLACE = 80;
  static final int LONGEST_REASON = 400;
  private static final int LONGEST_SCHOOL = 16;

  /** Fourteen days in milliseconds; a desk says as much of whatever is older. */
  private static final int LONGEST_AGE = 14 * 24 * 3_600_000;

  private static final Pattern CHOICE =
      Pattern.compile("[A-Z_]{1,40}(:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?");

  private ScanBody() {}

  /**
   * Reads a scan.
   *
   * @throws MalformedBodyException if a field is missing, of another form or too long
   */
  static ScanRequest read(ApiBody body) {
    return new ScanRequest(
        body.id("scanId"),
        body.code("mode", ScanMode.class),
        body.text("school", LONGEST_SCHOOL),
        body.text("code"),
        body.idOrNull("pupilId"),
        body.instant("scannedAt"),
        body.instantOrNull("returnedAt"),
        body.codeOrNull("grade", ConditionGrade.class),
        body.textOrNull("place", LONGEST_PLACE),
        choice(body.textOrNull("choice", 100)),
        body.textOrNull("reason", LONGEST_REASON),
        body.yes("dryRun", false));
  }

  /**
   * How long ago a scan was made when it was sent: the time that passed at its desk, whatever the
   * desk's clock says; zero if it says nothing.
   *
   * @throws MalformedBodyException if it is no number of milliseconds, negative or too long
   */
  static Duration age(ApiBody body) {
    return Duration.ofMillis(body.number("age", 0, LONGEST_AGE, 0));
  }

  static @Nullable String choice(@Nullable String choice) {
    if (choice != null && !CHOICE.matcher(choice).matches()) {
      throw new MalformedBodyException("form", "choice");
    }
    return choice;
  }
}
