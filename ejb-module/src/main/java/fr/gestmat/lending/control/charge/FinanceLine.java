package fr.gestmat.lending.control.charge;

import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.entity.ChargeState;
import fr.gestmat.reports.spreadsheet.Column;
import java.util.List;

/**
 * A line of the file for the finance system: a new charge, or the correction of one that it has.
 *
 * @param charge the charge
 * @param tells where it stood when the file was made: SENT for a new one
 */
public record FinanceLine(Charge charge, ChargeState tells) {

  /** The columns; texts that look like formulas are neutralised by the writer (L106). */
  public static final List<Column<FinanceLine>> COLUMNS =
      List.of(
          Column.text("Numéro", l -> l.charge().number().orElse("")),
          Column.text("Nature", FinanceLine::nature),
          Column.text("UAI", l -> l.charge().uai()),
          Column.text("Établissement", l -> l.charge().school()),
          Column.text("Identifiant de l'élève", l -> l.charge().pupilNumber()),
          Column.text("Élève", l -> l.charge().pupilName()),
          Column.text("Classe", l -> l.charge().schoolClass()),
          Column.text("Objet", FinanceLine::about),
          Column.text("Étiquette", l -> l.charge().assetTag()),
          Column.text("Modèle", l -> l.charge().model()),
          Column.instant("Proposée le", l -> l.charge().createdAt()),
          Column.money("Montant", l -> l.charge().amount()));

  private String nature() {
    return switch (tells) {
      case CANCELLED -> "ANNULATION";
      case TO_REFUND, REFUNDED -> "REMBOURSEMENT";
      case PROPOSED, VALIDATED, SENT, PAID -> "TITRE";
    };
  }

  private String about() {
    String what =
        switch (charge.reason()) {
          case "BREAKAGE" -> "Casse";
          case "LOSS" -> "Perte";
          case "THEFT" -> "Vol";
          case "MISSING_PIECE" -> "Accessoire manquant ou cassé";
          default -> charge.reason();
        };
    return charge.accessory().isEmpty() ? what : what + ", " + charge.accessory();
  }
}
