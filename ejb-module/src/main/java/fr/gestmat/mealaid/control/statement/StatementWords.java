package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.statement.LineKind;
import fr.gestmat.mealaid.entity.statement.LineProblem;
import fr.gestmat.mealaid.entity.statement.LineRemark;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import java.util.Map;
import java.util.Optional;

/** The French words of files: a school's software and its bursar read them, whatever the screen. */
final class StatementWords {

  private static final Map<String, String> REGIMES =
      Map.of(
          "DAY", "Externe",
          "HALF_BOARDER", "Demi-pensionnaire",
          "HALF_BOARDER_TICKET", "Demi-pensionnaire au ticket",
          "HALF_BOARDER_ELSEWHERE", "Demi-pensionnaire hors établissement",
          "BOARDER", "Interne",
          "BOARDER_HOUSED", "Interne hébergé",
          "BOARDER_IN_TOWN", "Interne externé");

  private StatementWords() {}

  static String kind(StatementKind kind) {
    return kind == StatementKind.REGULAR ? "État de versement" : "État correctif";
  }

  static String term(int term) {
    return term == 1 ? "1er trimestre" : term + "e trimestre";
  }

  static String line(LineKind kind) {
    return switch (kind) {
      case DUE -> "Aide du trimestre";
      case ARREARS -> "Rappel";
      case CANCELLED -> "Annulation";
      case REPLACED -> "Remplacement";
      case RECOVERY -> "Reprise";
      case CARRIED_IN -> "Report d'un état précédent";
      case CARRIED_OUT -> "Reporté sur l'état suivant";
    };
  }

  static String regime(StatedLine line) {
    String regime = line.child().boardingStatus();
    return regime == null ? "" : REGIMES.getOrDefault(regime, regime);
  }

  static String remark(StatedLine line) {
    return Optional.ofNullable(line.problem())
        .map(StatementWords::problem)
        .or(() -> Optional.ofNullable(line.money().remark()).map(StatementWords::noted))
        .orElse("");
  }

  private static String problem(LineProblem problem) {
    return switch (problem) {
      case PUPIL_MISSING -> "Ligne en erreur : élève non rapproché de l'annuaire, rien n'est versé";
      case SCHOOL_MISSING ->
          "Ligne en erreur : établissement fermé ou non reconnu, rien n'est versé";
      case AMOUNT_MISSING -> "Ligne en erreur : décision sans montant, rien n'est versé";
    };
  }

  private static String noted(LineRemark remark) {
    return switch (remark) {
      case PRORATED -> "Présent une partie du trimestre, montant au prorata des jours";
      case DAY_PUPIL -> "Externe, rien à déduire";
    };
  }
}
