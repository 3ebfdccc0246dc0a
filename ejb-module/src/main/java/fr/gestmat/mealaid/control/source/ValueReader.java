package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.source.SourceAnswer.FamilyQuotient;
import fr.gestmat.mealaid.control.source.SourceAnswer.NotFound;
import fr.gestmat.mealaid.control.source.SourceAnswer.Person;
import fr.gestmat.mealaid.control.source.SourceAnswer.Proof;
import fr.gestmat.mealaid.control.source.SourceAnswer.Scholarship;
import fr.gestmat.mealaid.entity.source.MinistryBoarding;
import fr.gestmat.mealaid.entity.source.Provider;
import fr.gestmat.mealaid.entity.source.ScholarshipStatus;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the documents that API Particulier answers with status 200. */
final class ValueReader {

  /** Our word for a quotient that is absent, 0 or below: the file holds no income. */
  static final String NO_QUOTIENT = "NO_QUOTIENT";

  private static final int HIGHEST_LEVEL = 6;
  private static final BigDecimal HIGHEST_QUOTIENT = new BigDecimal("9999999");
  private static final int EARLIEST_YEAR = 2000;
  private static final int LATEST_YEAR = 2100;
  private static final int MONTHS = 12;

  private ValueReader() {}

  /** Something is not there that every answer has. */
  static final class MissingException extends Exception {

    private static final long serialVersionUID = 1L;

    MissingException(String what) {
      super(what);
    }
  }

  /**
   * A family quotient. Older answers said 0 for files without declared income: a value that is not
   * above 0 is none, and the family gives a document (M-N09).
   */
  static SourceAnswer quotient(JsonObject document) throws MissingException {
    JsonObject data = need(object(document, "data"), "data");
    JsonObject quotient = need(object(data, "quotient_familial"), "quotient_familial");
    Optional<BigDecimal> value = number(quotient, "valeur");
    if (value.isEmpty() || value.get().signum() <= 0) {
      return new NotFound(NO_QUOTIENT);
    }
    return new FamilyQuotient(
        need(value.filter(amount -> amount.compareTo(HIGHEST_QUOTIENT) <= 0), "valeur"),
        need(month(quotient, "annee", "mois"), "annee, mois"),
        need(text(quotient, "fournisseur").flatMap(ValueReader::provider), "fournisseur"),
        month(quotient, "annee_calcul", "mois_calcul"),
        array(data, "enfants").map(ValueReader::people).orElse(List.of()),
        proof(document));
  }

  /** A pupil's standing. An answer without {@code est_boursier} says nothing of a scholarship. */
  static SourceAnswer scholarship(JsonObject document) throws MissingException {
    JsonObject data = need(object(document, "data"), "data");
    Optional<Boolean> holds = bool(data, "est_boursier");
    Optional<Boolean> enrolled = bool(data, "est_scolarise");
    if (holds.isEmpty() && enrolled.isEmpty()) {
      throw new MissingException("est_boursier, est_scolarise");
    }
    return new Scholarship(
        holds
            .map(yes -> yes ? ScholarshipStatus.GRANTED : ScholarshipStatus.NOT_GRANTED)
            .orElse(ScholarshipStatus.UNKNOWN),
        whole(data, "echelon_bourse").filter(level -> level >= 1 && level <= HIGHEST_LEVEL),
        object(data, "regime_pensionnat")
            .flatMap(regime -> text(regime, "code"))
            .flatMap(MinistryBoarding::of),
        enrolled.orElse(true),
        object(data, "etablissement")
            .flatMap(school -> text(school, "code_uai"))
            .filter(uai -> uai.matches("[0-9A-Za-z]{1,16}")),
        proof(document));
  }

  private static Optional<Proof> proof(JsonObject document) {
    Optional<JsonObject> meta = object(document, "meta");
    Optional<String> link =
        meta.flatMap(all -> text(all, "pdf_verification_link"))
            .filter(text -> text.matches("https://[!-~]{1,390}"));
    Optional<String> code =
        meta.flatMap(all -> text(all, "pdf_verification_code"))
            .filter(text -> text.matches("[!-~]{1,40}"));
    return link.flatMap(where -> code.map(what -> new Proof(where, what)));
  }

  private static Optional<Provider> provider(String text) {
    return switch (text) {
      case "CNAF", "CAF" -> Optional.of(Provider.CNAF);
      case "MSA" -> Optional.of(Provider.MSA);
      default -> Optional.empty();
    };
  }

  private static Optional<YearMonth> month(JsonObject in, String year, String month) {
    Optional<Integer> y = whole(in, year).filter(n -> n >= EARLIEST_YEAR && n <= LATEST_YEAR);
    Optional<Integer> m = whole(in, month).filter(n -> n >= 1 && n <= MONTHS);
    return y.flatMap(inYear -> m.map(inMonth -> YearMonth.of(inYear, inMonth)));
  }

  private static Optional<Integer> whole(JsonObject in, String name) {
    try {
      return number(in, name).map(BigDecimal::intValueExact);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static List<Person> people(JsonArray all) {
    return all.stream()
        .flatMap(one -> object(one).stream())
        .map(
            one ->
                new Person(
                    text(one, "nom_naissance").orElse(""),
                    text(one, "nom_usage"),
                    text(one, "prenoms").orElse(""),
                    text(one, "date_naissance").flatMap(ValueReader::date)))
        .toList();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<JsonObject> object(@Nullable JsonValue value) {
    return value instanceof JsonObject found ? Optional.of(found) : Optional.empty();
  }

  static Optional<JsonArray> array(JsonObject in, String name) {
    return in.get(name) instanceof JsonArray found ? Optional.of(found) : Optional.empty();
  }

  static Optional<String> text(JsonObject in, String name) {
    return in.get(name) instanceof JsonString found && !found.getString().isBlank()
        ? Optional.of(found.getString().strip())
        : Optional.empty();
  }

  private static Optional<JsonObject> object(JsonObject in, String name) {
    return object(in.get(name));
  }

  private static Optional<BigDecimal> number(JsonObject in, String name) {
    return in.get(name) instanceof JsonNumber found
        ? Optional.of(found.bigDecimalValue())
        : Optional.empty();
  }

  private static Optional<Boolean> bool(JsonObject in, String name) {
    JsonValue value = in.get(name);
    if (value == null) {
      return Optional.empty();
    }
    return switch (value.getValueType()) {
      case TRUE -> Optional.of(true);
      case FALSE -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static <T> T need(Optional<T> found, String what) throws MissingException {
    return found.orElseThrow(() -> new MissingException(what));
  }
}
