package fr.gestmat.lending.control;

import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanState;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** The words of spreadsheets, which are French for every reader; imports read the same words. */
public final class FrenchWords {

  private FrenchWords() {}

  /** A state of a device. */
  public static String of(DeviceState state) {
    return switch (state) {
      case EXPECTED -> "Attendu";
      case IN_STOCK -> "En stock";
      case ON_LOAN -> "Prêté";
      case TO_CHECK -> "À contrôler";
      case IN_REPAIR -> "En réparation";
      case IN_TRANSIT -> "En transit";
      case LOST -> "Perdu";
      case STOLEN -> "Volé";
      case WITHDRAWN -> "Réformé";
      case OWNERSHIP_TRANSFERRED -> "Cédé";
    };
  }

  /** A condition. */
  public static String of(ConditionGrade grade) {
    return switch (grade) {
      case NEW -> "Neuf";
      case GOOD -> "Bon";
      case WORN -> "Usagé";
      case DAMAGED -> "Abîmé";
      case INCOMPLETE -> "Incomplet";
    };
  }

  /** A state of a loan. */
  public static String of(LoanState state) {
    return switch (state) {
      case OPEN -> "En cours";
      case CLAIMED_RETURNED -> "Rendu, dit l'élève";
      case LOST -> "Perdu";
      case CLOSED -> "Rendu";
    };
  }

  /** "39,00 €", with spaces that do not break. */
  public static String amount(BigDecimal euros) {
    return NumberFormat.getCurrencyInstance(Locale.FRANCE).format(euros);
  }

  /** A category of devices; one that is not known stays as it is. */
  public static String ofCategory(String category) {
    return switch (category) {
      case "LAPTOP" -> "Ordinateur portable";
      case "TABLET" -> "Tablette";
      case "CALCULATOR" -> "Calculatrice";
      case "HOTSPOT" -> "Clé 4G";
      case "OTHER" -> "Autre";
      default -> category;
    };
  }
}
