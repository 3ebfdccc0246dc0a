package fr.gestmat.web.lending.api;

import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.entity.ConditionGrade;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a scan. */
final class ScanBody {

  static final int LONGEST_PLACE = 80;
  static final int LONGEST_REASON = 400;
  private static final int LONGEST_SCHOOL = 16;
  private static final Pattern CHOICE =
      Pattern.compile("[A-Z_]{1,40}(:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?");

  private ScanBody() {}

  /**
   * Reads a scan.
   *
   * @throws MalformedBodyException if a field is missing, of another form or too long
   */
  static ScanRequest read(String text) {
    ApiBody body = ApiBody.of(text);
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

  static @Nullable String choice(@Nullable String choice) {
    if (choice != null && !CHOICE.matcher(choice).matches()) {
      throw new MalformedBodyException("form", "choice");
    }
    return choice;
  }
}
