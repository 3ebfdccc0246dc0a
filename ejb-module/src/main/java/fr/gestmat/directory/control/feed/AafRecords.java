package fr.gestmat.directory.control.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the attributes of AAF records into records of ours, and says what is odd about them. */
final class AafRecords {

  private static final Set<String> NO_TYPE = Set.of("SANS OBJET", "");
  private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final int LONGEST_KEY = 40;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_EMAIL = 250;

  private final String file;
  private final FeedSink sink;
  private final Set<String> unknownCategories = new HashSet<>();
  private long emitted;

  AafRecords(String file, FeedSink sink) {
    this.file = file;
    this.sink = sink;
  }

  /** Hands on the record that was just read, or says why it stays out. */
  void emit(AafAttributes a) {
    emitted++;
    FeedPlace place = new FeedPlace(file, a.line());
    String category =
        a.one("categoriePersonne")
            .or(() -> a.one("categorieStructure"))
            .or(() -> a.one("categorieMef"))
            .or(() -> a.one("categorieMatiere"))
            .orElse("");
    switch (category) {
      case "Eleve" -> person(a, place).ifPresent(p -> new AafPupil(sink, p).emit(a));
      case "PersRelEleve" -> person(a, place).ifPresent(p -> guardian(a, p));
      case "PersEducNat" -> person(a, place).ifPresent(p -> staff(a, p));
      case "EtabEducNat" -> school(a, place);
      case "MefEducNat" -> grade(a, place);
      case "MatiereEducNat" -> {
        // Subjects taught: of no use here, and no surprise in a complete export.
      }
      default -> {
        if (unknownCategories.add(category)) {
          problem(place, ProblemKind.CATEGORY_UNKNOWN, a.identifier(), category);
        }
      }
    }
  }

  /** The file came to its end. */
  void end() {
    if (emitted == 0) {
      problem(new FeedPlace(file, 0), ProblemKind.FILE_WITHOUT_RECORD, "", "");
    }
  }

  /** What every person has; nothing when the record has to stay out. */
  record Person(FeedPlace place, String key, String lastName, String firstName) {}

  private Optional<Person> person(AafAttributes a, FeedPlace place) {
    String key = a.one("ENTPersonJointure").orElse(a.identifier());
    Optional<String> lastName = a.one("sn").or(() -> a.one("ENTPersonNomPatro"));
    String firstName = a.one("givenName").orElse("");
    if (!usable(a, place, key)) {
      return Optional.empty();
    }
    if (lastName.isEmpty()) {
      problem(place, ProblemKind.NAME_MISSING, key, firstName);
      return Optional.empty();
    }
    if (lastName.get().length() > LONGEST_NAME || firstName.length() > LONGEST_NAME) {
      problem(place, ProblemKind.VALUE_TOO_LONG, key, lastName.get());
      return Optional.empty();
    }
    return Optional.of(new Person(place, key, lastName.get(), firstName));
  }

  private boolean usable(AafAttributes a, FeedPlace place, String key) {
    if (key.isEmpty()) {
      problem(place, ProblemKind.KEY_MISSING, "", a.one("sn").orElse(""));
      return false;
    }
    if (a.tooLong() || key.length() > LONGEST_KEY) {
      problem(place, ProblemKind.VALUE_TOO_LONG, key, "");
      return false;
    }
    return true;
  }

  private void guardian(AafAttributes a, Person p) {
    sink.record(
        new FeedGuardian(
            p.place(),
            p.key(),
            p.lastName(),
            p.firstName(),
            a.one("personalTitle").map(v -> cut(v, 16)),
            email(a.one("mail"), p.place(), p.key()),
            a.one("mobile").map(v -> cut(v, 30)),
            a.one("homePhone").or(() -> a.one("telephoneNumber")).map(v -> cut(v, 30)),
            a.one("ENTPersonAdresse").map(v -> cut(streetLines(v), 250)),
            a.one("ENTPersonCodePostal").map(v -> cut(v, 10)),
            a.one("ENTPersonVille").map(v -> cut(v, 100)),
            a.one("ENTPersonPays").map(v -> cut(v, 80))));
  }

  private void staff(AafAttributes a, Person p) {
    List<FeedStaff.Function> functions =
        a.all("ENTPersonFonctions").stream()
            .map(value -> value.split("\\$", -1))
            .filter(parts -> parts.length >= 2 && !parts[0].isBlank() && !parts[1].isBlank())
            .map(
                parts ->
                    new FeedStaff.Function(
                        cut(parts[0].trim(), LONGEST_KEY),
                        cut(parts[1].trim(), 20),
                        parts.length > 2 ? cut(parts[2].trim(), LONGEST_NAME) : ""))
            .distinct()
            .toList();
    sink.record(
        new FeedStaff(
            p.place(),
            p.key(),
            p.lastName(),
            p.firstName(),
            a.one("personalTitle").map(v -> cut(v, 16)),
            email(a.one("mail"), p.place(), p.key()),
            a.one("ENTPersonStructRattach").map(v -> cut(v, LONGEST_KEY)),
            functions));
  }

  private Optional<String> email(Optional<String> written, FeedPlace place, String key) {
    if (written.isPresent()
        && (written.get().length() > LONGEST_EMAIL || !EMAIL.matcher(written.get()).matches())) {
      problem(place, ProblemKind.EMAIL_UNREADABLE, key, written.get());
      return Optional.empty();
    }
    return written;
  }

  private void school(AafAttributes a, FeedPlace place) {
    String key = a.one("ENTStructureJointure").orElse(a.identifier());
    if (!usable(a, place, key)) {
      return;
    }
    String uai =
        a.one("ENTStructureUAI")
            .or(() -> a.one("ENTEtablissementUAI"))
            .orElse("")
            .toUpperCase(Locale.ROOT);
    if (!UAI.matcher(uai).matches()) {
      problem(place, ProblemKind.UAI_MALFORMED, key, uai);
      return;
    }
    String name = cut(a.one("ENTStructureNomCourant").orElse(uai).replace('$', ' '), 160);
    boolean zone = name.startsWith("Z.REMP");
    Optional<String> type =
        a.one("ENTStructureTypeStruct").filter(t -> !NO_TYPE.contains(t)).map(t -> cut(t, 80));
    sink.record(
        new FeedSchool(
            place,
            key,
            uai,
            name,
            type,
            a.one("street").map(v -> cut(streetLines(v), 250)),
            a.one("postalCode").map(v -> cut(v, 12)),
            a.one("l").map(v -> cut(v, 120)),
            a.one("telephoneNumber").map(v -> cut(v, 40)),
            email(a.one("ENTStructureMailSI"), place, key),
            zone));
  }

  private void grade(AafAttributes a, FeedPlace place) {
    String key = a.one("ENTMefJointure").orElse(a.identifier());
    if (usable(a, place, key)) {
      sink.record(new FeedGrade(place, key, cut(a.one("ENTLibelleMef").orElse(key), 160)));
    }
  }

  private void problem(FeedPlace place, ProblemKind kind, String subject, String detail) {
    sink.problem(new FeedProblem(place, kind, "", subject, detail));
  }

  /** AAF writes street lines parted by dollars, most of them empty. */
  private static String streetLines(String value) {
    return Pattern.compile("\\$")
        .splitAsStream(value)
        .map(String::trim)
        .filter(line -> !line.isEmpty())
        .reduce((first, second) -> first + "\n" + second)
        .orElse("");
  }

  static String cut(String value, int length) {
    return value.length() <= length ? value : value.substring(0, length);
  }
}
