package fr.gestmat.lending.control.agreement;

import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.FrenchWords;
import fr.gestmat.lending.control.agreement.AgreementData.Line;
import fr.gestmat.reports.agreement.AgreementSheet;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an agreement says once its fields are filled in: on a screen, and on paper (L071). */
public final class AgreementContent {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRANCE);

  private final AgreementData data;
  private final TextRule.Typed text;
  private final Map<Long, List<String>> accessories;
  private final List<Line> lent;
  private final Map<MergeField, String> values;

  /**
   * The content of an agreement.
   *
   * @param accessories names of the accessories that go with a model now, by the model's database
   *     id
   */
  public AgreementContent(
      AgreementData data, TextRule.Typed text, Map<Long, List<String>> accessories) {
    this.data = data;
    this.text = text;
    this.accessories = accessories;
    this.lent = data.out().isEmpty() ? data.lines() : data.out();
    this.values = values();
  }

  /** The heading. */
  public String title() {
    return MergeText.fill(text.title(), values);
  }

  /** The paragraphs, parted by line ends. */
  public String body() {
    return MergeText.fill(text.body(), values);
  }

  /** What stands below the lines: the value, the note of every agreement, and this one's own. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!lent.isEmpty()) {
      notes.add("Valeur totale : " + value() + ".");
    } else if (!data.school().promised().isEmpty()) {
      notes.add("Matériel prévu : " + data.school().promised() + ".");
    }
    if (!text.note().isEmpty()) {
      notes.add(MergeText.fill(text.note(), values));
    }
    if (!data.note().isEmpty()) {
      notes.add(data.note());
    }
    return notes;
  }

  /** The devices with what goes with them. */
  public List<AgreementSheet.Line> lines() {
    return lent.stream()
        .map(
            line ->
                new AgreementSheet.Line(
                    line.tag(),
                    line.model() + line.serial().map(s -> ", n° de série " + s).orElse(""),
                    String.join(", ", with(line)),
                    line.value().map(AgreementContent::euros).orElse("")))
        .toList();
  }

  /** SHA-256 of all that is on the screen of who signs. */
  public byte[] digest() {
    return TextRule.digest(title() + '\u001e' + body() + '\u001e' + lines() + '\u001e' + notes());
  }

  /** The agreement on paper. */
  public AgreementSheet sheet() {
    return sheet(AgreementCode.Page.SIGNATURE, title(), body(), lines(), notes(), signatureBoxes());
  }

  /** The receipt of what came back, on paper. */
  public AgreementSheet receipt() {
    return sheet(
        AgreementCode.Page.RECEIPT,
        "Reçu de retour de matériel",
        receiptText(),
        cameBack(),
        List.of(),
        List.of(
            new AgreementSheet.Box("Élève ou responsable légal", hint(data.receiptSignedAt())),
            new AgreementSheet.Box("Pour l'établissement", "Nom, date et signature")));
  }

  /** What the receipt says. */
  public String receiptText() {
    return data.school().name()
        + " reconnaît avoir reçu de "
        + data.pupil().name()
        + (data.pupil().schoolClass().isEmpty() ? "" : ", " + data.pupil().schoolClass())
        + ", le matériel suivant, prêté par la convention "
        + data.code()
        + ".";
  }

  /** What came back, when and how. */
  public List<AgreementSheet.Line> cameBack() {
    return data.lines().stream().filter(line -> !line.out()).map(this::cameBack).toList();
  }

  /** SHA-256 of the receipt as it is on the screen of who signs. */
  public byte[] receiptDigest() {
    return TextRule.digest(receiptText() + '\u001e' + cameBack());
  }

  private AgreementSheet.Line cameBack(Line line) {
    String when = line.returnedAt().map(at -> "rendu le " + day(at)).orElse("");
    String how = line.grade().map(g -> ", état : " + FrenchWords.of(g)).orElse("");
    return new AgreementSheet.Line(line.tag(), line.model(), when + how, "");
  }

  private AgreementSheet sheet(
      AgreementCode.Page last,
      String heading,
      String words,
      List<AgreementSheet.Line> lines,
      List<String> notes,
      List<AgreementSheet.Box> boxes) {
    return new AgreementSheet(
        AgreementCode.on(AgreementCode.Page.TEXT, data.code()),
        AgreementCode.on(last, data.code()),
        List.of(
            data.school().authority(),
            data.school().name(),
            data.pupil().name()
                + (data.pupil().schoolClass().isEmpty() ? "" : ", " + data.pupil().schoolClass())),
        heading,
        words,
        lines,
        notes,
        boxes,
        data.pupil().name() + " – " + heading);
  }

  private List<AgreementSheet.Box> signatureBoxes() {
    AgreementSheet.Box pupil = new AgreementSheet.Box("Élève", hint(data.pupilSignedAt()));
    return data.facts().minor()
        ? List.of(pupil, new AgreementSheet.Box("Responsable légal", hint(data.guardianSignedAt())))
        : List.of(pupil);
  }

  private String hint(Optional<Instant> signedAt) {
    return signedAt.map(at -> "Signé le " + day(at) + ".").orElse("Date et signature");
  }

  private Map<MergeField, String> values() {
    Map<MergeField, String> all = new EnumMap<>(MergeField.class);
    all.put(MergeField.PUPIL_FAMILY_NAME, data.pupil().familyName());
    all.put(MergeField.PUPIL_GIVEN_NAME, data.pupil().givenName());
    all.put(MergeField.PUPIL_CLASS, data.pupil().schoolClass());
    all.put(MergeField.PUPIL_BIRTH_DATE, data.pupil().birthDate().map(this::day).orElse(""));
    all.put(MergeField.GUARDIANS, data.pupil().guardians());
    all.put(MergeField.SCHOOL, data.school().name());
    all.put(MergeField.SCHOOL_TOWN, data.school().town());
    all.put(MergeField.AUTHORITY, data.school().authority());
    all.put(
        MergeField.DEVICES,
        lent.isEmpty()
            ? data.school().promised()
            : lent.stream()
                .map(line -> line.model() + " (" + line.tag() + ")")
                .collect(Collectors.joining(", ")));
    all.put(
        MergeField.ACCESSORIES,
        lent.stream()
            .flatMap(line -> with(line).stream())
            .distinct()
            .collect(Collectors.joining(", ")));
    all.put(MergeField.VALUE, value());
    all.put(MergeField.ISSUED_ON, day(data.issuedAt()));
    all.put(
        MergeField.ENDS_ON, data.facts().endsOn().map(this::day).orElse("la fin de la scolarité"));
    return all;
  }

  private List<String> with(Line line) {
    return accessories.getOrDefault(line.modelKey(), List.of());
  }

  /** The sum of what is known; what is not known is said, never counted as nothing. */
  private String value() {
    BigDecimal sum =
        lent.stream()
            .flatMap(line -> line.value().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    long unknown = lent.stream().filter(line -> line.value().isEmpty()).count();
    if (unknown == lent.size()) {
      return "non connue";
    }
    return euros(sum)
        + (unknown == 0
            ? ""
            : unknown == 1
                ? ", sans un matériel dont la valeur n'est pas connue"
                : ", sans " + unknown + " matériels dont la valeur n'est pas connue");
  }

  private static String euros(BigDecimal amount) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.FRANCE);
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(amount) + "\u00a0€";
  }

  private String day(Instant at) {
    return day(LocalDate.ofInstant(at, data.school().zone()));
  }

  private String day(LocalDate day) {
    return day.getDayOfMonth() == 1 ? DAY.format(day).replaceFirst("^1 ", "1er ") : DAY.format(day);
  }
}
